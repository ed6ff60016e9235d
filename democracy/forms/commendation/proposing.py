"""A proposal for commendation: for whom, which award, why; and what was decided before."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, box, own_unit
from democracy.forms.people import PersonField
from democracy.models import AwardRegulation, Movement, Nomination
from democracy.models.commendation.nomination import Occasion
from portal.forms import ChoiceField, Form, LongTextField, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.decision import Decided

FIRST_YEAR, LAST_YEAR = 1990, 2100
OWN = ("year", "occasion", "person_name", "reason", "achievements")


class AwardField(forms.ChoiceField):
    """Titles and awards of the regulations in force: the answer is (regulation, code)."""

    widget = forms.Select

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Danh hiệu, hình thức"} | options)
        self.known: dict[str, tuple[AwardRegulation, str]] = {}

    def offer(self, regulations: Any) -> None:
        groups = []
        for row in regulations:
            awards = [(f"{row.pk}:{award.code}", award.name) for award in row.value.awards]
            self.known |= {key: (row, key.partition(":")[2]) for key, _ in awards}
            groups.append((row.title, awards))
        self.choices = [("", "Chọn"), *groups]

    def clean(self, value: Any) -> Any:
        return self.known[found] if (found := super().clean(value)) else None


class Whom(Form):
    award_asked = AwardField()
    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    unit = AnyUnitField(label="Đơn vị")
    person_name = TextField(
        label="Họ tên", required=False, max_length=120,
        help_text="Ghi khi đề nghị cho cá nhân; để trống là cả đơn vị",
    )  # fmt: skip
    reason = TextField(label="Lý do khen", max_length=500, help_text="Như trong quyết định")
    conditional = frozenset({"person_name"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        asked = data.pop("award_asked", None)
        if asked:
            data["regulation"], data["award"] = asked
            award = data["regulation"].value.award(data["award"])
            if "person_name" in data and not award.fits(person=bool(data["person_name"])):
                whose = award.whose_words.lower()
                self.add_error("person_name", f"{award.name} dành cho {whose}")
        return data


class HeadOfNomination(Whom):
    occasion = ChoiceField(label="Trường hợp", choices=Occasion.choices, initial=Occasion.YEARLY)
    movement = forms.ModelChoiceField(
        Movement.objects.none(), label="Phong trào", required=False, to_field_name="code",
        empty_label="Không", help_text="Chọn khi khen theo phong trào",
    )  # fmt: skip
    person = PersonField(
        label="Tài khoản của người đó", required=False,
        empty_label="Không có hoặc không phải cá nhân",
        help_text="Để người đó không tự xác nhận, tự quyết định cho mình",
    )  # fmt: skip
    achievements = LongTextField(
        label="Báo cáo thành tích", max_length=10_000, widget=box(6),
        help_text="Việc gì, bao nhiêu, số và ngày văn bản",
    )  # fmt: skip

    layout = Layout(
        "award_asked", "year", "occasion", "movement", "unit",
        Div("person_name", "person", css_class="pair"), "reason", "achievements",
    )  # fmt: skip
    conditional = frozenset({"person_name", "movement"})

    def offer(self: Any, by: Any, *, on: date, kept: Any = None) -> None:
        in_force = AwardRegulation.objects.in_force(as_of=on)
        rows = list(in_force)
        self.fields["award_asked"].offer([*rows, *([kept] if kept and kept not in rows else [])])
        seen = Movement.objects.visible_to(by, on=on).exclude(stage="draft")
        self.fields["movement"].queryset = seen
        self.fields["person"].work_in(None, on=on)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        person = data.get("person")
        if person and not data.get("person_name"):
            data["person_name"] = person.full_name
        if data.get("occasion") == Occasion.MOVEMENT and not data.get("movement"):
            self.add_error("movement", "Chọn phong trào")
        if data.get("occasion") != Occasion.MOVEMENT:
            data["movement"] = None
        return data


class NewNomination(HeadOfNomination):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        initial = {"unit": unit and unit.code, "year": on.year}
        super().__init__(*args, initial=initial, **options)
        self.offer(by, on=on)
        as_of(self, on)


class Edit(HeadOfNomination, Plain):
    model, step = Nomination, "edit"

    def __init__(self, *args: Any, subject: Nomination, by: Any, on: date, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in OWN} | {
            "award_asked": f"{subject.regulation_id}:{subject.award}",
            "unit": subject.unit.code,
            "movement": subject.movement and subject.movement.code,
            "person": subject.person and subject.person.username,
        }
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        self.offer(by, on=on, kept=subject.regulation)


class PastAward(Decided, Whom):
    """What was decided before the portal was there, or elsewhere."""

    issuer = TextField(label="Nơi ra quyết định", required=False, max_length=200)

    layout = Layout(
        "award_asked", "year", "unit", "person_name", "reason",
        Div("reference", "dated_on", css_class="pair"), "issuer",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, initial={"year": on.year - 1}, **options)
        self.fields["award_asked"].offer(AwardRegulation.objects.in_force(as_of=on))
        self.fields["dated_on"].latest = on
        as_of(self, on)

    def arguments(self) -> dict[str, Any]:
        return self.cleaned_data | {"occasion": Occasion.YEARLY}
