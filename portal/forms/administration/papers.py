"""Thể thức văn bản: a version from a day on; papers of before print as they did."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from portal.forms.administration.rows import Row, box_for
from portal.forms.numbers import NumberField
from portal.paper_style import LARGEST, SMALLEST, PaperStyle, kept_styles
from portal.people import User


class PaperStyleForm(Row):
    body_size = NumberField(
        label="Cỡ chữ lời văn", min_value=SMALLEST, max_value=LARGEST, initial=LARGEST,
        help_text="13 hoặc 14, theo Nghị định 30/2020/NĐ-CP",
    )  # fmt: skip

    class Meta:
        model = PaperStyle
        fields = ("valid_from", "head_title", "copies", "filed", "body_size")
        formfield_callback = box_for

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["head_title"].help_text = "In ở chỗ ký: Giám đốc; KT. Giám đốc"
        self.fields["copies"].help_text = "Cách nhau bằng dấu chấm phẩy; in khi văn bản không ghi"
        self.fields["filed"].help_text = "VT in thành “Lưu: VT, tên đơn vị soạn”"

    def keep(self, *, by: User, at: datetime) -> models.Model:
        kept = self.save()
        kept_styles.forget()
        return kept
