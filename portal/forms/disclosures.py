"""What goes out to strangers: under which law, what, and the preview of what they will see."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.dates import DateField
from portal.forms.files import FilesField, received
from portal.forms.planning.base import PlanningForm, box, own_unit
from portal.forms.texts import LongTextField, TextField
from portal.publications import Disclosure
from portal.publications.grounds import ground_choices


class HeadOfDisclosure(Form):
    ground = ChoiceField(
        label="Công khai theo", choices=[("", "Chọn căn cứ"), *ground_choices()],
        widget=forms.Select,
        help_text="Nội dung công khai trong cơ quan chỉ ra ngoài khi có luật khác yêu cầu",
    )  # fmt: skip
    title = TextField(label="Trích yếu", max_length=300)
    summary = LongTextField(
        label="Nội dung", required=False, max_length=10_000, widget=box(6),
        help_text="Không ghi họ tên, địa chỉ, số giấy tờ của cá nhân",
    )  # fmt: skip
    unit = AnyUnitField(label="Đơn vị chủ trì")
    file_sent = FilesField(
        label="Tệp", required=False, help_text="Một tệp đã xóa thông tin cá nhân, không quá 10 MB"
    )

    layout = Layout("ground", "title", "summary", "unit", "file_sent")
    conditional = frozenset({"summary", "file_sent"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        files = [] if self.errors else received(self, "file_sent", by=self.by)
        if len(files) > 1:
            self.add_error("file_sent", "Chỉ gửi một tệp")
        data["file"] = files[0] if files else self.file_before()
        return data

    def file_before(self) -> Any:
        return None

    def arguments(self) -> dict[str, Any]:
        names = ("ground", "title", "summary", "unit", "file")
        return {name: self.cleaned_data[name] for name in names}


class NewDisclosure(HeadOfDisclosure):
    """``begun``: title and unit of the record that it comes from."""

    def __init__(
        self, *args: Any, by: Any, on: date, source: str = "",
        begun: dict[str, Any] | None = None, **options: Any,
    ) -> None:  # fmt: skip
        unit = own_unit(by, on=on)
        first = {"unit": unit and unit.code} | (begun or {})
        super().__init__(*args, initial=first, **options)
        self.by, self.source = by, source
        as_of(self, on)

    def arguments(self) -> dict[str, Any]:
        return super().arguments() | {"source": self.source}


class EditDisclosure(HeadOfDisclosure, PlanningForm):
    model, step = Disclosure, "edit"

    def __init__(self, *args: Any, subject: Disclosure, **options: Any) -> None:
        told = {name: getattr(subject, name) for name in ("ground", "title", "summary")}
        first = told | {"unit": subject.unit.code}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def file_before(self) -> Any:
        return self.subject.file


class Release(PlanningForm):
    model, step = Disclosure, "release"

    until = DateField(
        label="Đến hết ngày", required=False, help_text="Để trống: không định trước ngày thôi"
    )

    def to_citizen(self) -> str:
        return self.subject.seen_by_strangers

    def texts(self) -> list[tuple[str, str]]:
        return [("Người ngoài cơ quan sẽ thấy", self.subject.seen_by_strangers)]


class Retract(PlanningForm):
    model, step = Disclosure, "retract"
    danger = True

    reason = LongTextField(label="Lý do thôi công khai", max_length=500, widget=box(3))
