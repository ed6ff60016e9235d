"""Entering a late dossier, apologising for it, saying that it was handed back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone

from portal.forms import (
    AmountField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    TimeField,
)
from portal.forms.dated_choices import AnyUnitField
from portal.forms.planning.base import PlanningForm as Plain
from portal.forms.planning.base import box
from portal.people import User
from portal.planning.rules import WORKERS, units_of
from portal.working_days import calendar
from reforms.dossiers.due_times import Clock, Limit, Unit, due
from reforms.dossiers.working_hours import mode_on, sessions_on
from reforms.models import LateDossier, Procedure
from reforms.models.dossiers.late import Cause
from reforms.models.dossiers.supplement import Ending
from reforms.procedure_codes import NotACode, read_code
from reforms.rules import keeps_procedures

MEASURES = (
    (Unit.WORKING.value, "ngày làm việc"),
    (Unit.CALENDAR.value, "ngày"),
    (Unit.HOURS.value, "giờ làm việc"),
)
MOST_TIME = 1_000


class Reckoned:
    """Day and hour of receipt with a limit give the hour at which the dossier is due."""

    cleaned_data: dict[str, Any]

    @property
    def received_at(self) -> datetime:
        return datetime.combine(self.cleaned_data["received_on"], self.cleaned_data["hour"])

    @property
    def due_at(self) -> datetime:
        told = self.cleaned_data
        limit = Limit(Decimal(told["quantity"]), Unit(told["measure"]))
        on = told["received_on"]
        clock = Clock(calendar(), sessions_on(on))
        return due(limit, self.received_at, clock, mode=mode_on(on))


def quantity_field() -> AmountField:
    return AmountField(
        label="Thời hạn giải quyết", max_digits=7, decimal_places=2, min_value=Decimal("0.01"),
        max_value=MOST_TIME, help_text="Ví dụ: 10 hoặc 0,5",
    )  # fmt: skip


def measure_field() -> ChoiceField:
    return ChoiceField(label="Tính bằng", choices=MEASURES, initial=Unit.WORKING.value)


class Note(Reckoned, Plain):
    model, step = LateDossier, "note"

    number = TextField(label="Mã hồ sơ", max_length=60, help_text="Như trên giấy tiếp nhận")
    procedure = TextField(
        label="Mã hoặc tên thủ tục", max_length=1_000, help_text="Ví dụ: 1.014199"
    )
    unit = AnyUnitField(label="Đơn vị giải quyết")
    handler = forms.ModelChoiceField(
        User.objects.none(), label="Cán bộ giải quyết", empty_label="Chưa rõ", required=False,
        to_field_name="username",
    )  # fmt: skip
    received_on = DateField(label="Ngày tiếp nhận")
    hour = TimeField(label="Giờ tiếp nhận")
    quantity = quantity_field()
    measure = measure_field()

    layout = Layout(
        "number", "procedure", Div("unit", "handler", css_class="pair"),
        Div("received_on", "hour", css_class="pair"),
        Div("quantity", "measure", css_class="pair"),
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, by=by, on=on, **options)
        self.fields["received_on"].latest = on
        people = User.objects.filter(is_active=True, positions__role__in=WORKERS)
        if not keeps_procedures(by, on=on):
            mine = units_of(by, on=on)
            self.fields["unit"].queryset = self.fields["unit"].queryset.filter(pk__in=mine)
            people = people.filter(positions__unit__in=mine)
        self.fields["handler"].queryset = people.distinct()

    def arguments(self) -> dict[str, Any]:
        told = self.cleaned_data
        known = procedure_of(told["procedure"])
        return {
            "number": told["number"],
            "procedure": known,
            "title": known.name if known else told["procedure"],
            "unit": told["unit"],
            "handler": told["handler"],
            "quantity": told["quantity"],
            "measure": told["measure"],
            "received_at": timezone.make_aware(self.received_at),
            "due_at": timezone.make_aware(self.due_at),
        }


def procedure_of(typed: str) -> Procedure | None:
    try:
        return Procedure.objects.filter(code=read_code(typed).code).first()
    except NotACode:
        return None


class Apology(Plain):
    promised_on = DateField(label="Hẹn trả lại ngày", help_text="Chỉ hẹn lại một lần")
    cause = ChoiceField(label="Loại nguyên nhân", choices=Cause.choices)
    reason = LongTextField(
        label="Lý do", max_length=2_000, widget=box(3), help_text="In trên Phiếu xin lỗi"
    )


class Reappoint(Apology):
    model, step = LateDossier, "reappoint"


class Apologise(Apology):
    model, step = LateDossier, "apologise"


class Moment(Plain):
    """A day and an hour, told to the verb as one."""

    at = ""
    """What the verb calls it."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["day"].latest = on

    def arguments(self) -> dict[str, Any]:
        told = dict(self.cleaned_data)
        at = datetime.combine(told.pop("day"), told.pop("hour"))
        return told | {self.at: timezone.make_aware(at)}


class AskSupplement(Moment):
    model, step, at = LateDossier, "ask_supplement", "asked_at"

    content = LongTextField(
        label="Giấy tờ phải bổ sung", max_length=2_000, widget=box(3),
        help_text="Như Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ; chỉ yêu cầu một lần",
    )  # fmt: skip
    day = DateField(label="Ngày yêu cầu")
    hour = TimeField(label="Giờ yêu cầu")

    layout = Layout("content", Div("day", "hour", css_class="pair"))


class ReceiveSupplement(Moment):
    model, step, at = LateDossier, "receive_supplement", "supplied_at"

    day = DateField(label="Ngày nhận đủ")
    hour = TimeField(label="Giờ nhận đủ")

    layout = Layout(Div("day", "hour", css_class="pair"))


class Stop(Plain):
    model, step = LateDossier, "stop"
    danger = True

    ending = ChoiceField(label="Dừng vì", choices=Ending.choices)


class HandBack(Plain):
    model, step = LateDossier, "hand_back"

    returned_on = DateField(label="Ngày trả kết quả")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"returned_on": on} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)
        self.fields["returned_on"].latest = on


class Strike(Plain):
    model, step = LateDossier, "strike"
    danger = True

    reason = TextField(label="Lý do", max_length=300, help_text="Dòng vẫn còn, ghi là đã gạch")
