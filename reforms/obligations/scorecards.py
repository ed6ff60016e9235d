"""The self-score by the last day of its window, then the looks of those who appraise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Q

from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.text import number
from reforms.models import Scorecard, ScoringCampaign
from reforms.models.scorecard.card import Stage


def scored(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Two statements, however many units there are."""
    rows = Scorecard.objects.filter(unit__in=units, campaign__year=year)
    for card in rows.select_related("campaign__criteria", "unit"):
        due = card.open_until if card.stage == Stage.SELF else card.campaign.self_due
        yield Owed(
            f"Gửi bản tự chấm: {card.campaign}", card.unit, due=due, done_on=card.self_scored_on,
            record=card.code, url=card.get_absolute_url(),
        )  # fmt: skip
        if card.stage == Stage.EXPLAIN:
            yield Owed(
                f"Giải trình điểm: {card.campaign}", card.unit, due=card.open_until,
                record=card.code, url=card.get_absolute_url(),
            )  # fmt: skip
    office = next((unit for unit in units if unit.kind == Unit.Kind.HEADQUARTERS), None)
    if office:
        yield from appraisals(office, year=year)


def appraisals(office: Unit, *, year: int) -> Iterator[Owed]:
    """What the office owes of each campaign until it is made known."""
    waiting = Count("cards", filter=~Q(cards__stage__in=[Stage.DONE, Stage.PUBLISHED]))
    rows = ScoringCampaign.objects.filter(year=year).select_related("criteria")
    for one in rows.annotate(waiting=waiting):
        what = f"còn {number(one.waiting)} phiếu" if one.waiting else "xong"
        yield Owed(
            f"Thẩm định, chốt điểm {one}: {what}", office, due=one.final_due,
            done_on=one.published_on, record=one.code, url=one.get_absolute_url(),
        )  # fmt: skip


register(Duty("CDCC", "Chấm điểm cải cách hành chính", "bộ tiêu chí của kỳ chấm điểm", scored))
