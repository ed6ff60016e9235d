"""What must be made known, how it is posted, and what is asked about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy import items
from democracy.forms.base import CircleForm, Plain, box, boxes, own_unit, picked
from democracy.models import Posting
from democracy.models.posting_acts import wrong_ground
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField
from portal.forms.texts import numbered_like
from portal.text import day


class HeadOfPosting(CircleForm, Form):
    item = ChoiceField(
        label="Nội dung phải công khai",
        choices=[("", "Chọn nội dung"), *items.choices(items.PUBLICISED)],
        widget=forms.Select,
    )
    title = TextField(label="Trích yếu")
    reference = TextField(
        label="Số, ký hiệu văn bản",
        required=False,
        max_length=80,
        help_text=numbered_like("45/QĐ"),
    )
    decided_on = DateField(
        label="Ngày có quyết định, văn bản",
        help_text="Từ ngày này tính 5 ngày làm việc để công khai. Ví dụ: 27/8/2026",
    )
    unit = AnyUnitField(label="Đơn vị chủ trì")
    file_sent = FilesField(label="Văn bản", required=False)

    layout = Layout(
        "item",
        "title",
        Div("reference", "decided_on", css_class="pair"),
        "unit",
        "circle",
        "units",
        "file_sent",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["file"] = picked(self, "file_sent")
        item = items.PUBLICISED.get(data.get("item", ""))
        if item and not item.holds_file and data["file"]:
            self.add_error(
                "file_sent", "Bản kê khai tài sản, thu nhập chỉ ghi một dòng, không đính kèm tệp"
            )
        return data

    def arguments(self) -> dict[str, Any]:
        return {name: each for name, each in self.cleaned_data.items() if name != "file_sent"}


class NewPosting(HeadOfPosting):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by = by
        unit = own_unit(by, on=on)
        super().__init__(*args, initial={"unit": unit and unit.code}, **options)
        self.fields["decided_on"].latest = on
        as_of(self, on)


class Edit(HeadOfPosting, Plain):
    model, step = Posting, "edit"

    def __init__(self, *args: Any, subject: Posting, on: date, **options: Any) -> None:
        names = ("item", "title", "reference", "decided_on", "circle")
        options["initial"] = (
            {name: getattr(subject, name) for name in names}
            | {"unit": subject.unit.code, "units": [unit.code for unit in subject.units.all()]}
            | (options.get("initial") or {})
        )
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["decided_on"].latest = on

    def arguments(self) -> dict[str, Any]:
        data = super().arguments()
        return data | {"file": data["file"] or self.kept_file(data["item"])}

    def kept_file(self, item: str) -> Any:
        return self.subject.file if items.PUBLICISED[item].holds_file else None


class Display(Plain):
    model, step = Posting, "display"

    until = DateField(label="Đăng đến hết ngày")
    forms = boxes(
        "Công khai thêm bằng",
        [pair for pair in items.FORMS_OF_PUBLICITY if pair[0] != items.ON_THE_PORTAL],
        required=False,
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        least = items.posted_at_least_until(on)
        self.fields["until"].initial = least
        self.fields["until"].help_text = f"Ít nhất {items.KEPT_POSTED} ngày liên tục: {day(least)}"


class TakeDown(Plain):
    model, step = Posting, "take_down"
    danger = True

    reason = TextField(
        label="Lý do gỡ xuống",
        max_length=500,
        help_text="Đăng lại thì tính lại từ đầu đủ 20 ngày liên tục",
    )


class Withhold(Plain):
    model, step = Posting, "withhold"
    danger = True

    reason = TextField(
        label="Lý do",
        max_length=500,
        help_text="Bí mật nhà nước, bí mật công tác hoặc thông tin chưa được công khai theo luật;"
        " dòng trong sổ vẫn còn",
    )


class RequestInformation(Plain):
    model, step = Posting, "request_information"

    ground = ChoiceField(label="Vì", choices=())
    text = LongTextField(label="Nội dung cần biết", required=False, max_length=2_000, widget=box(3))

    def __init__(self, *args: Any, subject: Posting, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["ground"].choices = [
            (code, words)
            for code, words in items.GROUNDS_OF_REQUEST
            if not wrong_ground(subject, code, on=on)
        ]


class GiveInformation(Plain):
    model, step = Posting, "give_information"

    answer = LongTextField(
        label="Trả lời",
        max_length=5_000,
        widget=box(4),
        help_text="Người yêu cầu mở được văn bản đính kèm sau khi đồng chí trả lời",
    )

    def facts(self) -> list[tuple[str, str]]:
        waiting = self.subject.requests.open().select_related("asked_by")
        return [(str(row.asked_by), row.text or row.get_ground_display()) for row in waiting]
