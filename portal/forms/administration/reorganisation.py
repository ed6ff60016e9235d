"""The decision behind a reorganisation, and who carries on what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from portal.fields import Field
from portal.forms.administration.rows import NOT_CHOSEN
from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.office import office
from portal.people import Body, Succession, Unit, User
from portal.people.changes import staff_of
from portal.reorganisation import (
    Decision,
    Reorganisation,
    close,
    end_body,
    merge,
    reconstitute,
    rename,
    rename_office,
    split,
)
from portal.text import day

NEW_UNIT = "Đơn vị mới thì thêm ở mục Đơn vị trước, rồi chọn ở đây."
WAITS = "Chờ quyết định khác"
KIND = Reorganisation.Kind


def divisions() -> Any:
    """Every unit that has not ended, but for the office itself."""
    return Unit.objects.filter(closed_on=None).exclude(kind=Unit.Kind.HEADQUARTERS)


class UnitField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(divisions(), empty_label=NOT_CHOSEN, **options)


class UnitsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(divisions(), **options)


class DecisionForm(Form):
    """What every act begins with."""

    kind: ClassVar[Reorganisation.Kind]
    path: ClassVar[str]
    explains: ClassVar[str]
    act: ClassVar[str]
    divides = False
    """Whether a second page asks who goes where."""

    number = TextField(label="Số quyết định", max_length=60)
    decided_on = DateField(label="Ngày quyết định")
    signer = TextField(label="Người ký", max_length=120)
    on = DateField(label="Có hiệu lực từ ngày")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decided_on"].latest = today
        self.fields["on"].latest = today
        self.fields["on"].help_text = "Thực hiện khi quyết định đã có hiệu lực. Ví dụ: 27/8/2026"

    def clean_on(self) -> date:
        """No unit acts before it was founded."""
        on = self.cleaned_data["on"]
        for unit in self.units_named():
            if unit.opened_on and unit.opened_on > on:
                since = day(unit.opened_on)
                raise forms.ValidationError(f"{unit} thành lập ngày {since}; xem lại ngày hiệu lực")
        return on

    def units_named(self) -> Iterator[Unit | Body]:
        for value in self.cleaned_data.values():
            if isinstance(value, Unit | Body):
                yield value
            elif isinstance(value, QuerySet):
                yield from value

    def decision(self, *, by: User) -> Decision:
        names = ("number", "decided_on", "signer", "on")
        return Decision(**{name: self.cleaned_data[name] for name in names}, by=by)

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        raise NotImplementedError

    def shares_of(self) -> tuple[Unit, list[Unit], Unit]:
        """The unit that ends, its heirs, and the one that has the rest."""
        raise NotImplementedError


class MergeForm(DecisionForm):
    kind, path, act = KIND.MERGE, "sap-nhap", "Sáp nhập"
    explains = (
        "Cán bộ, đơn, vụ việc, chỉ đạo và phiếu trình đang mở chuyển sang đơn vị nhận; số vụ việc,"
        " thời hạn giữ nguyên. Lãnh đạo các đơn vị cũ thôi giữ chức vụ, chờ bổ nhiệm."
    )
    units = UnitsField(label="Các đơn vị sáp nhập")
    into = UnitField(label="Đơn vị nhận", help_text=NEW_UNIT)
    field_order = ("units", "into", "number", "decided_on", "signer", "on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        units, into = data.get("units"), data.get("into")
        if units and into and not set(units) - {into}:
            self.add_error("units", "Chọn thêm đơn vị nhập vào đơn vị nhận")
        return data

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        units, into = list(self.cleaned_data["units"]), self.cleaned_data["into"]
        return merge(units, into=into, decision=self.decision(by=by))


class SplitForm(DecisionForm):
    kind, path, act, divides = KIND.SPLIT, "chia-tach", "Chia tách", True
    explains = (
        "Chọn cả đơn vị cũ trong các đơn vị sau khi chia nếu chỉ tách một phần việc. Trang sau hỏi"
        " từng cán bộ và từng lĩnh vực về đơn vị nào."
    )
    unit = UnitField(label="Đơn vị chia, tách")
    into = UnitsField(label="Các đơn vị sau khi chia, tách", help_text=NEW_UNIT)
    rest = UnitField(label="Đơn vị nhận phần việc còn lại")
    field_order = ("unit", "into", "rest", "number", "decided_on", "signer", "on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        into, rest = data.get("into"), data.get("rest")
        if into and len(into) < 2:
            self.add_error("into", "Chọn ít nhất hai đơn vị")
        if into and rest and rest not in into:
            self.add_error("rest", "Chọn một trong các đơn vị sau khi chia, tách")
        return data

    def shares_of(self) -> tuple[Unit, list[Unit], Unit]:
        data = self.cleaned_data
        return data["unit"], list(data["into"]), data["rest"]

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        assert shares is not None
        unit, into, rest = self.shares_of()
        return split(
            unit,
            into=into,
            rest=rest,
            staff=shares.staff(),
            by_field=shares.by_field(),
            decision=self.decision(by=by),
        )


class CloseForm(DecisionForm):
    kind, path, act, divides = KIND.END, "ket-thuc", "Kết thúc đơn vị", True
    explains = "Việc đang mở giao cho một đơn vị khác; trang sau hỏi từng cán bộ đi đâu."
    unit = UnitField(label="Đơn vị kết thúc hoạt động")
    into = UnitField(label="Đơn vị nhận việc", help_text=NEW_UNIT)
    field_order = ("unit", "into", "number", "decided_on", "signer", "on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("unit") and data.get("unit") == data.get("into"):
            self.add_error("into", "Chọn đơn vị khác với đơn vị kết thúc")
        return data

    def shares_of(self) -> tuple[Unit, list[Unit], Unit]:
        unit, into = self.cleaned_data["unit"], self.cleaned_data["into"]
        return unit, [into], into

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        assert shares is not None
        unit, _, heir = self.shares_of()
        return close(unit, heir=heir, staff=shares.staff(), decision=self.decision(by=by))


class RenameForm(DecisionForm):
    kind, path, act = KIND.RENAME, "doi-ten", "Đổi tên"
    explains = "Vẫn là đơn vị ấy: con người và vụ việc ở nguyên; tên cũ vẫn tìm ra đơn vị."
    unit = UnitField(label="Đơn vị đổi tên")
    name = TextField(label="Tên mới", max_length=200)
    short_name = TextField(label="Tên gọi tắt mới", max_length=60, required=False)
    field_order = ("unit", "name", "short_name", "number", "decided_on", "signer", "on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        unit, on = data.get("unit"), data.get("on")
        if unit and unit.name == data.get("name"):
            self.add_error("name", "Tên mới giống tên đang dùng")
        elif unit and on and Succession.objects.filter(old=unit, new=unit, on=on).exists():
            self.add_error("on", "Đơn vị này đã đổi tên từ ngày đó; xem lại ngày hiệu lực")
        return data

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        data = self.cleaned_data
        names = {"name": data["name"], "short_name": data["short_name"]}
        return rename(data["unit"], **names, decision=self.decision(by=by))


class OfficeForm(DecisionForm):
    kind, path, act = KIND.OFFICE, "co-quan", "Đổi tên cơ quan"
    explains = "Giấy tờ in từ ngày có hiệu lực mang tên, ký hiệu mới; giấy tờ trước đó giữ tên cũ."
    FACTS = ("name", "short_name", "symbol", "parent_body", "province")
    name = TextField(label="Tên cơ quan", max_length=200)
    short_name = TextField(label="Tên gọi tắt", max_length=60)
    symbol = TextField(label="Ký hiệu văn bản", max_length=40)
    parent_body = TextField(label="Cơ quan chủ quản", max_length=200)
    province = TextField(label="Tỉnh, thành phố", max_length=100)
    field_order = (*FACTS, "number", "decided_on", "signer", "on")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, today=today, **options)
        now = office(today)
        self.initial = {name: getattr(now, name) for name in self.FACTS}

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        facts = {name: self.cleaned_data[name] for name in self.FACTS}
        return rename_office(decision=self.decision(by=by), **facts)


class BodyField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(Body.objects.filter(closed_on=None), empty_label=NOT_CHOSEN, **options)


class ReconstituteForm(DecisionForm):
    kind, path, act = KIND.RENAME, "kien-toan", "Kiện toàn, đổi tên tổ chức"
    explains = (
        "Đảng, đoàn thể, ban, hội đồng: tên mới từ ngày có hiệu lực, người giữ nguyên chức vụ."
    )
    body = BodyField(label="Tổ chức")
    name = TextField(label="Tên mới", max_length=200)
    field_order = ("body", "name", "number", "decided_on", "signer", "on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("body") and data["body"].name == data.get("name"):
            self.add_error("name", "Tên mới giống tên đang dùng")
        return data

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        body, name = self.cleaned_data["body"], self.cleaned_data["name"]
        return reconstitute(body, name=name, decision=self.decision(by=by))


class EndBodyForm(DecisionForm):
    kind, path, act = KIND.END, "ket-thuc-to-chuc", "Kết thúc tổ chức"
    explains = "Đảng, đoàn thể, ban, hội đồng: mọi chức vụ trong tổ chức kết thúc theo."
    body = BodyField(label="Tổ chức")
    field_order = ("body", "number", "decided_on", "signer", "on")

    def carry_out(self, *, by: User, shares: ShareForm | None) -> Reorganisation:
        return end_body(self.cleaned_data["body"], decision=self.decision(by=by))


ACTS: dict[str, type[DecisionForm]] = {
    form.path: form
    for form in (
        *(MergeForm, SplitForm, CloseForm, RenameForm),
        *(ReconstituteForm, EndBodyForm, OfficeForm),
    )
}


class ShareForm(Form):
    """Who goes where: each person, and in a split each field of management."""

    def __init__(
        self, *args: Any, unit: Unit, heirs: list[Unit], rest: Unit, on: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.heirs = {str(heir.pk): heir for heir in heirs}
        self.people = list(staff_of(unit, on=on))
        self.areas = list(Field.objects.open(as_of=on).top()) if len(heirs) > 1 else []
        choices = [(pk, heir.name) for pk, heir in self.heirs.items()]
        for area in self.areas:
            self.add(f"linh-vuc-{area.pk}", f"Lĩnh vực: {area}", choices, initial=str(rest.pk))
        for row in self.people:
            asked = [(WAITS, WAITS), *choices] if len(heirs) == 1 else choices
            self.add(f"nguoi-{row.pk}", f"{row.user}, {row.printed_title}", asked)

    def add(self, name: str, label: str, choices: list, **options: Any) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label, choices=[("", NOT_CHOSEN), *choices], **options
        )

    def staff(self) -> dict[int, Unit]:
        chosen = {row.pk: self.cleaned_data[f"nguoi-{row.pk}"] for row in self.people}
        return {pk: self.heirs[unit] for pk, unit in chosen.items() if unit in self.heirs}

    def by_field(self) -> dict[int, Unit]:
        return {
            area.pk: self.heirs[self.cleaned_data[f"linh-vuc-{area.pk}"]] for area in self.areas
        }
