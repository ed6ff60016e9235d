"""Opening a round, moving its dates, deciding."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy.forms.base import Plain, box
from democracy.forms.people import PeopleField
from democracy.forms.rating.sheet import points
from democracy.models import CriteriaVersion, RatingRound
from portal.forms.base import Form
from portal.forms.dated_choices import BodiesField, UnitsField, as_of
from portal.forms.dates import DateField
from portal.forms.decision import Decided
from portal.forms.numbers import NumberField
from portal.forms.texts import LongTextField, TextField
from portal.people import Body
from portal.scoring import Rates

FIRST_YEAR, LAST_YEAR = 2015, 2100


class NewRound(Form):
    """One criteria set, one year, and whom it rates."""

    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    self_due = DateField(
        label="Tự chấm xong trước hết ngày",
        help_text="Đặt sớm hơn hạn của cấp trên để còn thời gian thẩm định",
    )
    review_due = DateField(label="Thẩm định xong trước hết ngày")

    def __init__(self, *args: Any, criteria: CriteriaVersion, on: date, **options: Any) -> None:
        due = day_in(on.year, criteria.value.self_due)
        options["initial"] = {
            "year": on.year,
            "self_due": due or date(on.year, 12, 15),
            "review_due": date(on.year, 12, 31),
        } | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.criteria = criteria
        self.fields["rated"] = rated_by(criteria)
        as_of(self, on)
        if criteria.rates == Rates.UNIT:
            self.fields["rated"].initial = list(self.fields["rated"].queryset)

    def clean_rated(self) -> list[Any]:
        return list(self.cleaned_data["rated"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        before, after = data.get("self_due"), data.get("review_due")
        if before and after and after < before:
            self.add_error("review_due", "Hạn thẩm định đang trước hạn tự chấm")
        if data.get("year") and data["year"] < self.criteria.valid_from.year:
            self.add_error(
                "year", f"Bộ tiêu chí này dùng từ năm {self.criteria.valid_from.year}"
            )  # fmt: skip
        return data


def day_in(year: int, written: str) -> date | None:
    return date(year, *map(int, written.split("-"))) if written else None


def rated_by(criteria: CriteriaVersion) -> forms.Field:
    """Whom the set rates."""
    if criteria.rates == Rates.UNIT:
        return UnitsField(label="Đơn vị được xếp loại")
    if criteria.rates == Rates.STEERING:
        return SteeringField(label="Ban Chỉ đạo được xếp loại")
    return PeopleField(label="Cá nhân được xếp loại")


class SteeringField(BodiesField):
    def rows(self) -> Any:
        return Body.objects.filter(kind=Body.Kind.STEERING)


class RoundForm(Plain):
    model = RatingRound


class PutOff(RoundForm):
    step = "put_off"

    self_due = DateField(label="Tự chấm xong trước hết ngày")
    review_due = DateField(label="Thẩm định xong trước hết ngày")
    reason = TextField(label="Lý do", max_length=500)

    def __init__(self, *args: Any, subject: RatingRound, **options: Any) -> None:
        dates = {"self_due": subject.self_due, "review_due": subject.review_due}
        options["initial"] = dates | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class Rate(RoundForm):
    step = "rate"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def facts(self) -> list[tuple[str, str]]:
        """Every sheet with what it comes to: the Director decides over all at once."""
        sheets = self.subject.sheets.select_related("unit", "body", "person")
        return [
            (str(sheet.rated), " – ".join(filter(None, [points(sheet.total), sheet.level_words])))
            for sheet in sheets
        ]


class NoteDecision(Decided, RoundForm):
    step = "note_decision"
