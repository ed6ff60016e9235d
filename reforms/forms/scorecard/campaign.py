"""Opening a campaign, moving its windows, making the result known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from portal.forms.base import Form
from portal.forms.choices import YesNoField
from portal.forms.dated_choices import UnitsField, as_of
from portal.forms.dates import DateField
from portal.forms.numbers import NumberField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.texts import LongTextField, TextField
from portal.people import Unit
from portal.scoring.words import plain
from portal.working_days import days_after
from reforms.models import ScorecardVersion, ScoringCampaign
from reforms.models.scorecard.campaign import DATES

FIRST_YEAR, LAST_YEAR = 2015, 2100
APART = 10
"""Days from the end of one window to the end of the next, as the form proposes them."""


class Windows(Form):
    """The four windows, each ending on or after the one before."""

    self_due = DateField(label="Tự chấm đến hết ngày")
    review_due = DateField(label="Thẩm định lần 1 đến hết ngày")
    explain_due = DateField(label="Giải trình đến hết ngày")
    final_due = DateField(label="Thẩm định lần 2 đến hết ngày")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for before, after in pairwise(DATES):
            if data.get(before) and data.get(after) and data[after] < data[before]:
                self.add_error(after, "Hạn này đang trước hạn của bước liền trước")
        return data


class NewCampaign(Windows):
    """One criteria set, one year, and whom it scores."""

    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    of_the_office = YesNoField(
        label="Kỳ này chấm ai?", yes="Chính Sở, theo phiếu của tỉnh", no="Các đơn vị của Sở"
    )
    units = UnitsField(
        label="Đơn vị được chấm", required=False, help_text="Để trống khi chấm chính Sở"
    )
    field_order = ("year", "of_the_office", "units")
    conditional = frozenset({"units"})

    def __init__(
        self, *args: Any, criteria: ScorecardVersion, by: Any, on: date, **options: Any
    ) -> None:
        first = due_in(on.year, criteria.value.self_due)
        windows = {name: days_after(first, APART * n) for n, name in enumerate(DATES)}
        options["initial"] = {"year": on.year, **windows} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.criteria, self.on = criteria, on
        as_of(self, on)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("of_the_office") is False and not data.get("units"):
            self.add_error("units", "Chọn ít nhất một đơn vị")
        if data.get("year") and data["year"] < self.criteria.valid_from.year:
            self.add_error(
                "year", f"Bộ tiêu chí này dùng từ năm {self.criteria.valid_from.year}"
            )  # fmt: skip
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        units = data.pop("units")
        office = Unit.objects.open(as_of=self.on).filter(kind=Unit.Kind.HEADQUARTERS)
        scored = list(office[:1] if data["of_the_office"] else units)
        return data | {"criteria": self.criteria, "scored": scored}


def due_in(year: int, written: str) -> date:
    return date(year, *map(int, (written or "12-15").split("-")))


class CampaignForm(PlanningForm):
    model = ScoringCampaign


class PutOff(Windows, CampaignForm):
    step = "put_off"

    reason = TextField(label="Lý do", max_length=500)

    def __init__(self, *args: Any, subject: ScoringCampaign, **options: Any) -> None:
        windows = {name: getattr(subject, name) for name in DATES}
        options["initial"] = windows | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class Publish(CampaignForm):
    step = "publish"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def facts(self) -> list[tuple[str, str]]:
        """Every card with what it comes to: the Director makes all known at once."""
        cards = self.subject.cards.select_related("unit")
        return [(str(card.unit), f"{plain(card.total)} – {card.level_words}") for card in cards]
