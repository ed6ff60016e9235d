"""T12: the self-score by the last day of its round, then the appraisal of what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, Max, Q

from democracy.models import RatingRound, ScoreSheet
from democracy.models.rating.sheet import Stage
from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.planning.records import opens
from portal.planning.shares import TaskUnit
from portal.text import number


def scored(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    yield from self_scores(units, year=year)
    office = next((unit for unit in units if unit.kind == Unit.Kind.HEADQUARTERS), None)
    if office:
        yield from appraisals(office, year=year)


def self_scores(units: Sequence[Unit], *, year: int) -> Iterator[Owed]:
    """Units and committees are rated for a year; a person's sheet is nobody's duty but theirs."""
    of_a_place = Q(unit__in=units, person=None) | Q(body__isnull=False)
    rows = ScoreSheet.objects.filter(of_a_place, round__year=year)
    for row in rows.select_related("round__criteria", "unit", "body"):
        yield Owed(
            f"Gửi bản tự chấm: {row.round}", row.unit, row.body, due=row.round.self_due,
            done_on=row.self_scored_on, record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip


def appraisals(office: Unit, *, year: int) -> Iterator[Owed]:
    """What the office owes of each round."""
    waiting = Count("sheets", filter=Q(sheets__stage__in=[Stage.SELF, Stage.SENT]))
    rounds = RatingRound.objects.filter(year=year).select_related("criteria")
    for row in rounds.annotate(waiting=waiting, last=Max("sheets__appraised_on")):
        what = f"còn {number(row.waiting)} phiếu" if row.waiting else "xong"
        yield Owed(
            f"Thẩm định {row}: {what}", office, due=row.review_due,
            done_on=None if row.waiting else row.last, record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip


def sheet_of(share: TaskUnit) -> str:
    """The sheet of the unit or body in the round of that year, else the rounds."""
    rated = ScoreSheet.objects.filter(
        unit=share.unit, body=share.body, person=None, round__year=share.plan.year
    )
    sheet = rated.order_by("-pk").first()
    return sheet.get_absolute_url() if sheet else "/dan-chu/xep-loai/"


opens("rating", "Mở phiếu điểm", sheet_of)
register(Duty("T12", "Tự chấm điểm, xếp loại", "bộ tiêu chí của kỳ xếp loại", scored))
