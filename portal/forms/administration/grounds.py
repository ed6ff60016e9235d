"""Căn cứ từ chối: a new line for new words; of one in force only its end and its place change."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

from portal.forms.administration.rows import Row, box_for
from portal.grounds import RefusalGround, known_grounds
from portal.people import User

SAID = ("purpose", "words", "article", "source", "valid_from", "in_writing")


class RefusalGroundForm(Row):
    class Meta:
        model = RefusalGround
        fields = (*SAID[:-1], "valid_to", "in_writing", "order")
        formfield_callback = box_for

    def __init__(self, *args, **options) -> None:
        """What somebody was refused on stays as it was told."""
        super().__init__(*args, **options)
        if self.instance.pk and self.instance.valid_from <= timezone.localdate():
            for name in SAID:
                self.fields[name].disabled = True
            self.fields[
                "words"
            ].help_text = (
                "Đã có hiệu lực nên không sửa chữ: ghi ngày cuối cho dòng này rồi thêm dòng mới"
            )

    def keep(self, *, by: User, at: datetime) -> models.Model:
        if not self.instance.pk:
            self.instance.code = next_code(self.instance.purpose)
        kept = self.save()
        known_grounds.forget()
        return kept


def next_code(purpose: str) -> str:
    own = RefusalGround.objects.filter(purpose=purpose, code__startswith="m")
    return f"m{own.count() + 1}"
