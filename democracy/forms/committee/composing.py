"""Seats, duties, the decision and the end of a steering committee."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, box, own_unit
from democracy.forms.people import PersonField
from democracy.models import CommitteeDuty, CommitteeSeat, CommitteeVersion
from portal.fields import Field
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField, BodyField, DatedChoices, UnitsField, as_of
from portal.forms.decision import Decided
from portal.instruments import Instrument
from portal.people import Body
from portal.planning.rules import units_of


class SteeringField(BodyField):
    def rows(self) -> Any:
        return Body.objects.filter(kind=Body.Kind.STEERING)


class NewVersion(Form):
    """Of a committee that exists, a draft with its seats; else a new one of a unit."""

    body = SteeringField(
        label="Kiện toàn Ban đang có", required=False, empty_label="Không, lập Ban mới",
        help_text="Thành viên và phân công của bản trước được chép sang dự thảo",
    )  # fmt: skip
    kind = ChoiceField(
        label="Loại", choices=CommitteeVersion.Kind.choices, initial=CommitteeVersion.Kind.STEERING
    )
    unit = AnyUnitField(label="Của cơ quan, đơn vị")
    name = TextField(
        label="Tên Ban", required=False, max_length=200,
        help_text="Ghi khi lập Ban mới. Ví dụ: Ban Vận động thực hiện dân chủ Trung tâm",
    )  # fmt: skip
    conditional = frozenset({"name"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        initial = {"unit": unit and unit.code} | (options.pop("initial", None) or {})
        super().__init__(*args, initial=initial, **options)
        as_of(self, on)
        if not by.holds("coordinator", as_of=on):
            mine = units_of(by, on=on)
            self.fields["unit"].queryset = self.fields["unit"].queryset.filter(pk__in=mine)
            self.fields["body"].queryset = self.fields["body"].queryset.filter(
                versions__unit__in=mine
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("body") and not data.get("name"):
            self.add_error("name", "Ghi tên Ban được lập")
        return data


class OneSeatField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            CommitteeSeat.objects.none(), label="Thành viên", empty_label="Chọn thành viên",
            **options,
        )  # fmt: skip


class VersionForm(Plain):
    model = CommitteeVersion

    def __init__(self, *args: Any, subject: CommitteeVersion, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        if "seat" in self.fields:
            self.fields["seat"].queryset = subject.seats.select_related("user")
        if "user" in self.fields:
            self.fields["user"].work_in(None, on=on)


class Seat(Form):
    role = ChoiceField(
        label="Chức danh trong Ban", choices=CommitteeSeat.Role.choices,
        initial=CommitteeSeat.Role.MEMBER, widget=forms.Select,
    )  # fmt: skip
    post = TextField(
        label="Chức vụ", max_length=200, help_text="Ví dụ: Chánh Văn phòng Sở; giữ cả khi đổi người"
    )
    user = PersonField(label="Người giữ", required=False, empty_label="Chưa có người")


class AddSeat(Seat, VersionForm):
    step = "add_seat"


class ChangeSeat(Seat, VersionForm):
    step = "change_seat"

    seat = OneSeatField()
    field_order = ("seat",)


class RemoveSeat(VersionForm):
    step = "remove_seat"
    danger = True

    seat = OneSeatField()


class Reconstitute(VersionForm):
    step = "reconstitute"

    valid_from = DateField(
        label="Có hiệu lực từ ngày", help_text="Bản trước được giữ nguyên để xem lại"
    )
    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def facts(self) -> list[tuple[str, str]]:
        seats = self.subject.seats.select_related("user")
        return [
            (seat.get_role_display(), f"{seat.user or 'Chưa có người'}, {seat.post}")
            for seat in seats
        ]


class NoteDecision(Decided, VersionForm):
    step = "note_decision"

    layout = Layout(Div("reference", "dated_on", css_class="pair"))


class FieldsField(DatedChoices):
    """The office's own fields of management, each with a box."""

    def rows(self) -> Any:
        return Field.objects.filter(parent=None)


class AssignDuty(VersionForm):
    step = "assign_duty"

    seat = OneSeatField()
    text = TextField(
        label="Nhiệm vụ", max_length=500, help_text="Ví dụ: chỉ đạo việc công khai, lấy ý kiến"
    )
    fields_in_charge = FieldsField(label="Lĩnh vực phụ trách", required=False)
    units = UnitsField(label="Đơn vị theo dõi", required=False)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"seat": data["seat"], "text": data["text"], "units": data["units"],
                "fields": data["fields_in_charge"]}  # fmt: skip


class DutyField(forms.ModelChoiceField):
    def label_from_instance(self, duty: Any) -> str:
        return f"{duty.seat.user or duty.seat.post}: {duty.text}"


class WithdrawDuty(VersionForm):
    step = "withdraw_duty"

    duty = DutyField(CommitteeDuty.objects.none(), label="Việc", empty_label="Chọn việc")

    def __init__(self, *args: Any, subject: CommitteeVersion, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        duties = CommitteeDuty.objects.filter(seat__version=subject)
        self.fields["duty"].queryset = duties.select_related("seat__user")


class RegulationField(forms.ModelChoiceField):
    def label_from_instance(self, instrument: Any) -> str:
        return f"{instrument.cited}: {instrument.title}"


class AttachRegulation(VersionForm):
    step = "attach_regulation"

    regulation = RegulationField(
        Instrument.objects.none(), label="Quy chế", empty_label="Chọn văn bản trong sổ",
        help_text="Quy chế vào sổ văn bản trước; bản sửa là bản mới của văn bản đó",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = (Instrument.Kind.REGULATION, Instrument.Kind.DECISION)
        self.fields["regulation"].queryset = Instrument.objects.filter(kind__in=kinds)


class EndCommittee(VersionForm):
    step = "end_committee"
    danger = True

    ended_on = DateField(label="Kết thúc từ ngày")
    reason = TextField(label="Lý do", max_length=300)
