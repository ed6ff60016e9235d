"""``/cai-cach/bien-che/``: each group over the years beside its goal; a year unit by unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.filters import unit_options
from portal.planning.rules import works_here
from portal.views.new import NewView
from reforms.forms.headcount import HeadcountForm
from reforms.headcount_goals import GOALS, Goal, Group, cut, written
from reforms.models.headcount import HeadcountSnapshot
from reforms.rules import follows_reform
from reforms.views.pages import HOME

LIST = ("Biên chế", "/cai-cach/bien-che/")
FIRST, LAST = 2000, 2100


@dataclass(frozen=True)
class Reached:
    """A goal with what was reached of it in the latest year told, and where the pace leads."""

    goal: Goal
    base: int | None
    year: int | None
    share: Decimal | None
    ahead: Decimal | None

    @property
    def words(self) -> str:
        if self.share is None:
            return "Chưa có số liệu"
        met = self.share >= self.goal.least
        return "Đạt" if met else "Không đạt" if self.year == self.goal.year else "Chưa đạt"

    @property
    def tone(self) -> str:
        return {"Đạt": "ok", "Chưa có số liệu": ""}.get(self.words, "late")

    @property
    def shown(self) -> Decimal | None:
        return None if self.share is None else written(self.share)


def reached(goal: Goal, assigned: dict[int, int]) -> Reached:
    """By the goal's year, or by the latest one told before it."""
    base = assigned.get(goal.base)
    years = [year for year in assigned if goal.base < year <= goal.year]
    if not base or not years:
        return Reached(goal, base, None, None, None)
    year = max(years)
    share = cut(base, assigned[year])
    whole, gone = goal.year - goal.base, year - goal.base
    ahead = written(share * whole / gone) if year < goal.year else None
    return Reached(goal, base, year, share, ahead)


@require_safe
def headcount(request: HttpRequest) -> HttpResponse:
    """``?nam=``: that year, unit by unit; ``?don-vi=``: one unit over the years."""
    on = timezone.localdate()
    if not works_here(request.user, on=on):
        return render(request, "reforms/headcount/page.html", {"works_here": False})
    year, unit = asked_year(request), asked_unit(request)
    standing = HeadcountSnapshot.objects.standing().select_related("unit", "by")
    rows = list(standing.filter(unit__code=unit) if unit else standing.filter(unit=None))
    latest = HeadcountSnapshot.objects.standing().aggregate(latest=Max("on"))["latest"]
    context = {
        "works_here": True,
        "groups": [group_of(group, rows) for group in Group],
        "any": bool(rows),
        "year": year,
        "by_unit": list(standing.filter(year=year, unit__isnull=False)) if year else [],
        "of_year": [row for row in rows if row.year == year],
        "unit": dict(unit_options()).get(unit, "").strip("– "),
        "writes": follows_reform(request.user, on=on),
        "latest": latest,
    }
    return render(request, "reforms/headcount/page.html", context)


def group_of(group: Group, rows: list[HeadcountSnapshot]) -> dict[str, Any]:
    """Years down; beside each how much less than in the base year of its own goal."""
    own = [row for row in rows if row.group == group]
    assigned = {row.year: row.assigned for row in own}
    goals = [goal for goal in GOALS if goal.group == group]
    return {
        "group": group,
        "rows": [(row, since_base(row.year, assigned, goals)) for row in reversed(own)],
        "bases": [goal.base for goal in goals],
        "goals": [reached(goal, assigned) for goal in goals],
        "line": [float(row.assigned) for row in own],
        "ends": [own[0].year, own[-1].year] if own else [],
        "top": max(assigned.values(), default=0),
    }


def since_base(year: int, assigned: dict[int, int], goals: list[Goal]) -> list[Decimal | None]:
    """Per cent for every goal; nothing up to its base year, or while that is not told."""
    return [
        written(cut(assigned[goal.base], assigned[year]))
        if goal.base < year and assigned.get(goal.base)
        else None
        for goal in goals
    ]


def asked_year(request: HttpRequest) -> int | None:
    typed = request.GET.get("nam", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and FIRST <= int(typed[:5]) <= LAST):
        raise BadRequest("Không có năm này.")
    return int(typed)


def asked_unit(request: HttpRequest) -> str:
    typed = request.GET.get("don-vi", "")
    if typed and typed not in dict(unit_options()):
        raise BadRequest("Không có đơn vị này.")
    return typed


class NewHeadcount(NewView):
    may = staticmethod(follows_reform)
    form_class = HeadcountForm
    verb = staticmethod(HeadcountSnapshot.note)
    crumbs = (HOME, LIST)
    here = "Ghi biên chế"
    act = "Ghi biên chế"

    def told(self, one: HeadcountSnapshot) -> str:
        return f"Đã ghi {one}."

    def next_address(self, one: HeadcountSnapshot) -> str:
        return LIST[1]
