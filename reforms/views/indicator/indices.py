"""``/cai-cach/chi-so/``: what others publish, value, rank, change, gaps, who works on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.planning.rules import works_here
from portal.views.new import NewView
from reforms import indicator_rules as rules
from reforms.forms.indicator import NewIndex
from reforms.models import Indicator, IndicatorValue
from reforms.models.indicator.vocabulary import Family
from reforms.views.indicator.page import INDICES
from reforms.views.pages import HOME

DEPTH = 2


@dataclass(frozen=True)
class Standing:
    """An index in the latest year told, against the year before, its target and the best."""

    one: Any
    now: Any
    before: Any
    depth: int
    untold: int = 0
    """Parts of it, at whatever depth, of which the board says nothing yet."""

    @property
    def change(self) -> Any:
        return self.now.value - self.before.value if self.now and self.before else None

    @property
    def climbed(self) -> int | None:
        """So many places up; down is less than nothing."""
        if not (self.now and self.before and self.now.rank and self.before.rank):
            return None
        return self.before.rank - self.now.rank

    @property
    def to_target(self) -> Any:
        goal = self.one.goal_value
        return self.now.value - goal if self.now and goal is not None else None

    @property
    def to_best(self) -> Any:
        return self.now.value - self.now.best if self.now and self.now.best is not None else None


def standings(indicators: Iterable[Any]) -> list[Standing]:
    """Each below the index it is a part of; one statement for the values of all."""
    rows = list(indicators)
    told: dict[int, list[Any]] = {}
    values = IndicatorValue.objects.standing().filter(indicator__in=[row.pk for row in rows])
    for value in values.order_by("end"):
        told.setdefault(value.indicator_id, []).append(value)
    return [standing_of(row, told.get(row.pk, [])) for row in in_order(rows)]


def in_order(rows: list[Any]) -> list[Any]:
    """An index, then its parts in the order of the catalogue (as they were entered)."""
    below: dict[int | None, list[Any]] = {}
    known = {row.pk for row in rows}
    for row in sorted(rows, key=lambda row: row.pk):
        above = row.parent_id if row.parent_id in known else None
        row.depth = 0
        below.setdefault(above, []).append(row)

    def under(above: int | None, depth: int) -> Iterable[Any]:
        for row in below.get(above, []):
            row.depth = depth
            yield row
            yield from under(row.pk, depth + 1)

    return list(under(None, 0))


def standing_of(one: Any, values: list[Any]) -> Standing:
    now = values[-1] if values else None
    earlier = [value for value in values if now and value.end.year == now.end.year - 1]
    return Standing(one, now, earlier[-1] if earlier else None, min(one.depth, DEPTH))


def told(rows: list[Standing]) -> list[Standing]:
    """Of all indices together: parts without a value are only counted."""
    empty = Counter(row.one.family for row in rows if row.depth and not shown(row))
    return [
        replace(row, untold=0 if row.depth else empty[row.one.family])
        for row in rows
        if not row.depth or shown(row)
    ]


def shown(row: Standing) -> bool:
    return bool(row.now or row.one.unfinished or row.one.goal_value is not None)


@require_safe
def indices(request: HttpRequest) -> HttpResponse:
    """``?chi-so=pci``: that one alone."""
    on = timezone.localdate()
    family = request.GET.get("chi-so", "")
    if family not in Family.values:
        raise BadRequest("Không có chỉ số này.")
    seen = Indicator.objects.visible_to(request.user, on=on).published().followed()
    everything = seen
    if family:
        seen = seen.filter(family=family)
    unfinished = Count("tasks", filter=~Q(tasks__stage__in=("done", "skipped")))
    rows = seen.judged(as_of=on).annotate(unfinished=unfinished).select_related("unit")
    context = {
        "rows": standings(rows) if family else told(standings(rows)),
        "family": Family(family).label if family else "",
        "any": everything.exists(),
        "adds": rules.keeps(request.user, on=on),
        "works_here": works_here(request.user, on=on),
    }
    return render(request, "reforms/indicator/indices.html", context)


class NewIndexView(NewView):
    may = staticmethod(rules.keeps)
    form_class = NewIndex
    verb = staticmethod(Indicator.follow_index)
    crumbs = (HOME, INDICES)
    here = "Thêm chỉ số"
    act = "Thêm chỉ số"
    said = "Đã thêm {0.name}."
