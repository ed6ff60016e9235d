"""/dieu-hanh/dan-chu/: plans, duties and ratings of the units in one year; figures open rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy.models import RatingRound, ScoreSheet
from democracy.models.rating.round import Stage as RoundStage
from democracy.obligations import reading
from democracy.views.practice.lacking import units_without as units_without_practice
from portal.dashboard.lines import line_of
from portal.dashboard.reform import indicators
from portal.obligations import Line
from portal.people import Unit
from portal.periods import Year
from portal.planning import TaskUnit
from portal.planning.plans import Programme
from portal.planning.shares import OPEN, Stage
from portal.statistics import figure
from portal.templatetags.navigation import sees_figures, steers
from portal.views.planning.obligations import year_of

OWN_PLAN, CONFERENCE = "T11", "T3"
LINKED = {
    "procedures_full_online_share": ("procedures_full_online", "procedures_eligible"),
    "on_time_of_settled": ("cases_settled_on_time", "cases_settled"),
}
"""Each with what it is divided from: “100% thủ tục đủ điều kiện”, citizens answered in time."""
NO_TASKS = {"all": 0, "done": 0, "late": 0}


@require_safe
def democracy_dashboard(request: HttpRequest) -> HttpResponse:
    """``?nam=``: for leaders and the coordinator; a party committee sees sums without rows."""
    on = timezone.localdate()
    if not sees_figures(request.user, on=on):
        raise Http404
    year = year_of(request.GET.get("nam", ""), this_year=on.year)
    units, lines = reading.lines_of_year(year, on=on)
    known = [line for line in lines if not line.owed.readers]
    tally = Tally(known, units, year=year, on=on)
    context = {
        "year": year,
        "at": timezone.localtime(),
        "years": [year - 1, year, year + 1],
        "on": on,
        "opens": steers(request.user, on=on),
        "tiles": tally.tiles(),
        "units": tally.rows(),
        "duties": tally.duties(),
        "round": tally.round,
        "levels": tally.levels(),
        "linked": linked(Year.of(year), on=on),
    }
    return render(request, "portal/dashboard/democracy.html", context)


def linked(period: Year, *, on: date) -> list[dict[str, Any]]:
    """Figures of the other programmes that the democracy plans name, with their target."""
    goals = indicators(LINKED, unit=None, on=on)
    return [
        {"line": line_of(figure(name), period), "goal": goals.get(name, (None, []))[0],
         "parts": [line_of(figure(part), period) for part in parts]}
        for name, parts in LINKED.items()
    ]  # fmt: skip


@dataclass
class Tally:
    """What the page counts, out of the rows of the year."""

    lines: Sequence[Line]
    units: Sequence[Unit]
    year: int
    on: date

    def __post_init__(self) -> None:
        decided = RatingRound.objects.filter(stage=RoundStage.DECIDED, year__lte=self.year)
        self.round = decided.select_related("criteria").order_by("-year", "-pk").first()
        self.matrix = reading.matrix(self.lines, self.units, as_of=self.on)
        self.sheets: list[Any] = []
        if self.round:
            self.sheets = list(ScoreSheet.objects.filter(round=self.round, person=None))

    def tiles(self) -> list[dict[str, Any]]:
        at = f"/dan-chu/viec-phai-lam/?nam={self.year}"
        late = sum(row.late for row in self.matrix)
        told = [
            (late, "việc quá hạn", at),
            (self.without(OWN_PLAN), "đơn vị chưa có kế hoạch riêng",
             f"/ke-hoach/theo-doi/?nam={self.year}"),
            (self.without(CONFERENCE), "đơn vị chưa tổ chức hội nghị",
             f"/dan-chu/hoi-nghi/theo-don-vi/?nam={self.year}"),
            (units_without_practice(year=self.year, on=self.on).count(),
             "đơn vị chưa có mô hình", f"/dan-chu/mo-hinh/chua-co/?nam={self.year}"),
        ]  # fmt: skip
        return [{"count": count, "words": words, "url": url} for count, words, url in told]

    def without(self, duty: str) -> int:
        """Units that still owe it; whether late or not yet."""
        open_ = [line.owed for line in self.lines if line.duty.code == duty]
        return len({row.unit for row in open_ if row.is_open() and row.unit})

    def rows(self) -> list[dict[str, Any]]:
        """Each unit: its tasks of the year, what it owes, how it was rated last."""
        tasks = tasks_by_unit(self.year, on=self.on)
        rated = {sheet.unit_id: sheet for sheet in self.sheets}
        return [
            {
                "unit": row.place,
                "tasks": tasks.get(row.place.pk, NO_TASKS),
                "open": row.open,
                "late": row.late,
                "sheet": rated.get(row.place.pk),
            }
            for row in self.matrix
            if not row.is_body
        ]

    def duties(self) -> list[dict[str, Any]]:
        """Each duty over all units and bodies."""
        found: list[dict[str, Any]] = []
        for duty in reading.shown_duties(self.lines):
            cell = reading.Cell()
            for line in self.lines:
                if line.duty == duty:
                    cell.take(line, as_of=self.on)
            in_time = cell.open - cell.late
            parts = [(cell.done, "d2"), (in_time, "d1"), (cell.late, "dl")]
            found.append({"duty": duty, "cell": cell, "parts": parts})
        return found

    def levels(self) -> list[dict[str, Any]]:
        """How many at each level of the last round that was decided, the best first."""
        if not self.round:
            return []
        words = Counter(sheet.level_words or "Không xếp loại" for sheet in self.sheets)
        levels = [level.name for level in self.round.criteria.value.levels]
        shown = [*levels, *(name for name in words if name not in levels)]
        return [{"name": name, "count": words[name], "of": len(self.sheets)} for name in shown]


def tasks_by_unit(year: int, *, on: date) -> dict[int, dict[str, int]]:
    """Shares of the programme's plans of that year: all, done, late; one statement."""
    shares = TaskUnit.objects.filter(
        plan__year=year, plan__programme=Programme.DEMOCRACY, unit__isnull=False
    ).exclude(stage=Stage.SKIPPED)
    rows = shares.values("unit").annotate(
        all=Count("pk"),
        done=Count("pk", filter=Q(stage__in=[Stage.DONE, Stage.REPORTED])),
        late=Count("pk", filter=Q(stage__in=OPEN, due__lt=on)),
    )
    return {row.pop("unit"): row for row in rows.order_by()}
