"""/dieu-hanh/cai-cach/: figures of reform in one period, each with its rows, target and trend."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.people import Position, Role, Unit
from portal.periods import Month, Quarter, Regular, Year, period_of
from portal.planning.rules import headed_by
from portal.statistics import Figure, figure
from portal.templatetags.navigation import sees_figures, steers
from portal.text import lower_first, number
from reforms.models import Indicator, IndicatorValue
from reforms.models.indicator.vocabulary import Scope

TABLE = Path(__file__).with_suffix(".toml")
TREND = 12
BELOW = (Unit.Kind.DIVISION, Unit.Kind.SUBORDINATE)


@dataclass(frozen=True)
class Tile:
    """What stands on it, and from where on it is well (``green``) or nearly so (``amber``)."""

    title: str
    figure: str
    beside: tuple[str, ...] = ()
    more: str = ""
    green: float | None = None
    amber: float = 0
    low: bool = False

    def tone(self, value: Any) -> str:
        if value is None or self.green is None:
            return ""
        if self.low:
            return "ok" if value <= self.green else "soon" if value <= self.amber else "late"
        return "ok" if value >= self.green else "soon" if value >= self.amber else "late"


@dataclass
class Told:
    """One figure of the period. ``url``: its rows; ``target`` and ``trend`` of its indicator."""

    it: Figure
    value: Any
    url: str
    target: Any = None
    trend: list[float] = field(default_factory=list)

    @property
    def unit(self) -> str:
        return self.it.unit

    @property
    def target_words(self) -> str:
        """95%, 12,5 điểm: a whole number has no places behind the comma."""
        whole = self.target == int(self.target)
        value = number(int(self.target) if whole else float(self.target))
        return f"{value}%" if self.unit == "%" else f"{value} {self.unit}".strip()


@dataclass
class Shown:
    tile: Tile
    main: Told
    beside: list[Told]

    @property
    def tone(self) -> str:
        return self.tile.tone(self.main.value)


@lru_cache
def tiles() -> tuple[Tile, ...]:
    rows = tomllib.loads(TABLE.read_text("utf-8"))["tile"]
    return tuple(Tile(**row | {"beside": tuple(row.get("beside", ()))}) for row in rows)


@require_safe
def reform_dashboard(request: HttpRequest) -> HttpResponse:
    """``?ky=``, ``?don-vi=``: for leaders and the coordinator; a party committee sees no rows.

    The head of a unit has the same page of that unit: it is the head's scorecard.
    """
    on = timezone.localdate()
    period, unit = asked(request, on=on)
    own = Unit.objects.filter(pk__in=headed_by(request.user, on=on), kind__in=BELOW)
    whole = sees_figures(request.user, on=on)
    if not whole:
        unit = get_object_or_404(own, code=unit.code) if unit else own.first()
        if unit is None:
            raise Http404
    followed = indicators(names(), unit=unit, on=on)
    context = {
        "tiles": [shown(tile, period, unit, followed) for tile in tiles()],
        "opens": not whole or steers(request.user, on=on),
        "heads": heads_of(unit, on=on) if unit else [],
        "period": period,
        "told_of": lower_first(period.label),
        "periods": [Year.containing(on).same_last_year(), Year.containing(on),
                    Quarter.containing(on), Month.containing(on)],
        "unit": unit,
        "units": Unit.objects.open(as_of=on).filter(kind__in=BELOW) if whole else own,
        "whole": whole,
        "at": timezone.localtime(),
    }  # fmt: skip
    return render(request, "portal/dashboard/reform.html", context)


def heads_of(unit: Unit, *, on: date) -> list[str]:
    """Who answers for the unit on that day."""
    rows = Position.objects.open(as_of=on).filter(role=Role.HEAD, unit=unit)
    return [f"{row.user}, {row.title}" for row in rows.select_related("user")]


def asked(request: HttpRequest, *, on: date) -> tuple[Regular, Unit | None]:
    try:
        period = period_of(request.GET.get("ky") or str(on.year))
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None
    code = request.GET.get("don-vi", "")
    unit = Unit.objects.filter(code=code).first() if code else None
    if code and unit is None:
        raise BadRequest("Không có đơn vị này.")
    return period, unit


def names() -> set[str]:
    return {tile.figure for tile in tiles()}


def indicators(
    wanted: Iterable[str], *, unit: Unit | None, on: date
) -> dict[str, tuple[Any, list[float]]]:
    """By figure: the strictest target that holds, and the latest values; two statements.

    A unit's page shows the unit's own indicator, the office's page that of the whole office.
    """
    found = Indicator.objects.followed().filter(figure__in=wanted)
    own = found.filter(scope=Scope.UNIT, unit=unit) if unit else found.exclude(scope=Scope.UNIT)
    rows: Any = list(own.judged(as_of=on))
    values: dict[int, list[float]] = defaultdict(list)
    told = IndicatorValue.objects.standing().filter(indicator__in=[row.pk for row in rows])
    for key, value in told.order_by("end").values_list("indicator", "value"):
        values[key].append(float(value))
    return {row.figure: (row.goal_value, values[row.pk][-TREND:]) for row in rows}


def shown(
    tile: Tile, period: Regular, unit: Unit | None, followed: dict[str, tuple[Any, list[float]]]
) -> Shown:
    main = told(tile.figure, period, unit)
    main.target, main.trend = followed.get(tile.figure, (None, []))
    return Shown(tile, main, [told(name, period, unit) for name in tile.beside])


def told(name: str, period: Regular, unit: Unit | None) -> Told:
    each = figure(name)
    scope = {"unit": unit.code} if unit else {}
    return Told(each, each.value(period, **scope), each.opens(period, **scope))
