"""To whom a plan goes, its signature, its number, what the units answer."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from portal.forms.dated_choices import BodiesField, UnitsField
from portal.forms.dates import DateField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.texts import LongTextField, TextField
from portal.office import office
from portal.people import Unit
from portal.planning import Plan
from portal.text import day


class AddressTo(PlanningForm):
    model, step = Plan, "address_to"

    units = UnitsField(label="Phòng, đơn vị", required=False)
    owing = UnitsField(label="Đơn vị phải có kế hoạch riêng", required=False)
    bodies = BodiesField(label="Tổ chức trong cơ quan", required=False)
    names = LongTextField(
        label="Nơi nhận bên ngoài",
        required=False,
        max_length=2_000,
        help_text="Mỗi dòng một nơi nhận",
        widget=box(4),
    )

    layout = Layout(
        Div("units", css_class="many"),
        Div("owing", css_class="many"),
        Div("bodies", css_class="many"),
        "names",
    )

    def __init__(self, *args: Any, subject: Plan, **options: Any) -> None:
        options["initial"] = recipients_of(subject) | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def clean_names(self) -> list[str]:
        lines = (line.strip(" -;.") for line in self.cleaned_data["names"].splitlines())
        names = list(dict.fromkeys(filter(None, lines)))
        if any(len(name) > 200 for name in names):
            raise forms.ValidationError("Mỗi nơi nhận dài nhất 200 ký tự")
        return names

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        owing = set(data.get("owing") or ())
        if missing := owing - set(data.get("units") or ()):
            names = ", ".join(sorted(unit.name for unit in missing))
            self.add_error("owing", f"Chưa chọn ở nơi nhận: {names}")
        return data


def recipients_of(plan: Plan) -> dict[str, Any]:
    """As written before; a new plan goes to every unit, and subordinate units owe their own."""
    rows = list(plan.recipients.select_related("unit", "body"))
    if not rows:
        units = Unit.objects.filter(kind__in=(Unit.Kind.DIVISION, Unit.Kind.SUBORDINATE))
        owing = units.filter(kind=Unit.Kind.SUBORDINATE) if plan.unit_plans_due else units.none()
        return {
            "units": [unit.code for unit in units if unit.pk != plan.unit_id],
            "owing": [unit.code for unit in owing],
        }
    return {
        "units": [row.unit.code for row in rows if row.unit],
        "owing": [row.unit.code for row in rows if row.unit and row.owes_plan],
        "bodies": [row.body.code for row in rows if row.body],
        "names": "\n".join(row.name for row in rows if row.name),
    }


class Issue(PlanningForm):
    """The signature: what the plan says stands beside the form."""

    model, step = Plan, "issue"

    note = LongTextField(label="Ý kiến trình", required=False, max_length=2_000, widget=box(3))

    def facts(self) -> list[tuple[str, str]]:
        plan = self.subject
        return [
            ("Đơn vị ban hành", str(plan.body or plan.unit)),
            ("Kỳ", plan.period_words),
            ("Số nhiệm vụ", str(plan.tasks.count())),
            ("Chưa có thời gian", str(plan.tasks.undated().count())),
        ]

    def texts(self) -> list[tuple[str, str]]:
        tasks = "\n".join(told(task) for task in self.subject.tasks.all())
        warnings = "\n".join(self.subject.repealed_bases(as_of=self.on))
        return [("Căn cứ cần xem lại", warnings), ("Nhiệm vụ", tasks)]


def told(task: Any) -> str:
    time = f" ({task.raw_time})" if task.raw_time else ""
    due = f", hạn {day(task.due)}" if task.due else ""
    return f"{task.ref} {task.text}{time}{due}".strip()


class SendOut(PlanningForm):
    model, step = Plan, "send_out"

    number = TextField(label="Số", max_length=20, help_text="Chỉ phần số, ví dụ 12")
    symbol = TextField(label="Ký hiệu", max_length=60)
    dated_on = DateField(label="Ngày văn bản", help_text="Ngày ghi trên văn bản đã ký")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        plan = self.subject
        self.fields["symbol"].initial = symbol_of(plan, on=self.on)
        self.fields["dated_on"].latest = self.on
        self.fields["dated_on"].initial = plan.signed_on

    def clean_number(self) -> str:
        number = self.cleaned_data["number"]
        if not number.isdigit() or not number.isascii():
            raise forms.ValidationError("Số chỉ gồm chữ số, ví dụ 12")
        return number.zfill(2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        number, dated = data.get("number"), data.get("dated_on")
        same = Plan.objects.filter(unit=self.subject.unit, number=number, symbol=data.get("symbol"))
        if number and dated and (other := same.filter(dated_on__year=dated.year).first()):
            self.add_error("number", f"Số này đã ghi cho kế hoạch “{other.title}”")
        return data


LETTERS = {
    Plan.Kind.PLAN: "KH",
    Plan.Kind.PROGRAMME: "CTr",
    Plan.Kind.CONCLUSION: "TB",
    Plan.Kind.RESOLUTION: "NQ",
}


def symbol_of(plan: Plan, *, on: Any) -> str:
    """KH-SLĐTBXH; a unit with a seal has its own letters."""
    letters = LETTERS[Plan.Kind(plan.kind)]
    here = office(on)
    own = plan.unit.symbol or (here.symbol if here else "")
    return f"{letters}-{own}" if own else letters


class Acknowledge(PlanningForm):
    model, step = Plan, "acknowledge"


class NoteUnitPlan(PlanningForm):
    model, step = Plan, "note_unit_plan"

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="Đơn vị", empty_label="Chọn đơn vị", to_field_name="code"
    )
    reference = TextField(label="Số, ký hiệu", max_length=80, help_text="Ví dụ: 05/KH-TTBTXH")
    dated_on = DateField(label="Ngày văn bản")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        owing = self.subject.recipients.filter(owes_plan=True)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=owing.values("unit"))
        self.fields["dated_on"].latest = self.on


class Conclude(PlanningForm):
    model, step = Plan, "final_review"

    review = LongTextField(
        label="Kết quả tổng kết",
        max_length=20_000,
        help_text="Kết quả, hạn chế, nguyên nhân; số liệu lấy từ các nhiệm vụ ở trên",
        widget=box(8),
    )
