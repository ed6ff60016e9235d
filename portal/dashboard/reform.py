"""/dieu-hanh/cai-cach/: figures of reform in one period, each with its rows, target and trend."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

import citizens.causes  # noqa: F401  a tile asks for one of its figures
from portal.dashboard.reform_parts import PARTS, Asked
from portal.dashboard.reform_trends import by_months, drawn, last_periods
from portal.kept import KeptFor
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
TITLE = "Cải cách hành chính"
ABOVE, ROOM = ("Chỉ đạo, điều hành", "/dieu-hanh/"), (TITLE, "/cai-cach/")
BELOW = (Unit.Kind.DIVISION, Unit.Kind.SUBORDINATE)


@dataclass(frozen=True)
class Tile:
    """What stands on it, and from where on it is well (``green``) or nearly so (``amber``)."""

    title: str
    figure: str
    beside: tuple[str, ...] = ()
    more: str = ""
    part: str = ""
    """What it shows besides numbers: see ``reform_parts``."""
    every: str = "year"
    """Of which periods its figure tells: its page shows twelve of them."""
    draws: bool = False
    """Whether the twelve stand on the tile too; else the periods that an indicator keeps."""
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
    part: dict[str, Any] = field(default_factory=dict)

    @property
    def tone(self) -> str:
        return self.tile.tone(self.main.value)


@lru_cache
def delivered() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


@lru_cache
def tiles() -> tuple[Tile, ...]:
    rows = delivered()["tile"]
    return tuple(Tile(**row | {"beside": tuple(row.get("beside", ()))}) for row in rows)


@require_safe
def reform_dashboard(request: HttpRequest) -> HttpResponse:
    """``?ky=``, ``?don-vi=``: for leaders and the coordinator; a party committee sees no rows.

    The head of a unit has the same page of that unit: it is the head's scorecard.
    """
    on = timezone.localdate()
    period = period_asked(request, on=on)
    unit, own, whole = scope_of(request, on=on)
    opens = not whole or steers(request.user, on=on)
    followed = indicators(names(), unit=unit, on=on)
    months = by_months((drawn_names(), unit.code if unit else "", on))
    rows = [shown(tile, period, unit, followed, months) for tile in tiles()]
    if opens:
        about = Asked(period, unit, request.user, on)
        for each in rows:
            each.part = PARTS[each.tile.part](about) if each.tile.part else {}
    context = {
        "tiles": rows,
        "opens": opens,
        "heads": heads_of(unit, on=on) if unit else [],
        "period": period,
        "told_of": lower_first(period.label),
        "periods": [Year.containing(on).same_last_year(), Year.containing(on),
                    Quarter.containing(on), Month.containing(on)],
        "unit": unit,
        "scope": f"&don-vi={unit.code}" if unit else "",
        "units": Unit.objects.open(as_of=on).filter(kind__in=BELOW) if whole else own,
        "whole": whole,
        "at": timezone.localtime(),
        "bounds": delivered()["source"],
    }  # fmt: skip
    return render(request, "portal/dashboard/reform.html", context)


@require_safe
def reform_trend(request: HttpRequest) -> HttpResponse:
    """``?so-lieu=``, ``?don-vi=``: twelve periods of one figure, each number with its rows."""
    on = timezone.localdate()
    unit, _own, whole = scope_of(request, on=on)
    name = request.GET.get("so-lieu", "") or tiles()[0].figure
    tile = next((each for each in tiles() if name in (each.figure, *each.beside)), None)
    if tile is None:
        raise BadRequest("Không có số liệu này.")
    periods = last_periods(tile.every, until=on)
    rows = [told(name, period, unit) for period in periods]
    context = {
        "it": figure(name),
        "rows": list(zip(periods, rows, strict=True))[::-1],
        "drawn": drawn([row.value for row in rows]),
        "unit": unit,
        "whole": whole,
        "opens": not whole or steers(request.user, on=on),
        "crumbs": [ABOVE if whole else ROOM, (TITLE, back_to(unit))],
    }
    return render(request, "portal/dashboard/reform_trend.html", context)


def back_to(unit: Unit | None) -> str:
    return f"/dieu-hanh/cai-cach/?don-vi={unit.code}" if unit else "/dieu-hanh/cai-cach/"


def heads_of(unit: Unit, *, on: date) -> list[str]:
    """Who answers for the unit on that day."""
    rows = Position.objects.open(as_of=on).filter(role=Role.HEAD, unit=unit)
    return [f"{row.user}, {row.title}" for row in rows.select_related("user")]


def scope_of(request: HttpRequest, *, on: date) -> tuple[Unit | None, Any, bool]:
    """Of which unit, of which others the reader may ask, and whether of the whole office."""
    unit = unit_asked(request)
    own = Unit.objects.filter(pk__in=headed_by(request.user, on=on), kind__in=BELOW)
    whole = sees_figures(request.user, on=on)
    if not whole:
        unit = get_object_or_404(own, code=unit.code) if unit else own.first()
        if unit is None:
            raise Http404
    return unit, own, whole


def period_asked(request: HttpRequest, *, on: date) -> Regular:
    try:
        return period_of(request.GET.get("ky") or str(on.year))
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def unit_asked(request: HttpRequest) -> Unit | None:
    code = request.GET.get("don-vi", "")
    unit = Unit.objects.filter(code=code).first() if code else None
    if code and unit is None:
        raise BadRequest("Không có đơn vị này.")
    return unit


def names() -> set[str]:
    return {tile.figure for tile in tiles()}


def drawn_names() -> tuple[str, ...]:
    return tuple(tile.figure for tile in tiles() if tile.draws)


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
    tile: Tile,
    period: Regular,
    unit: Unit | None,
    followed: dict[str, tuple[Any, list[float]]],
    months: dict[str, list[Any]],
) -> Shown:
    main = told(tile.figure, period, unit)
    main.target, main.trend = followed.get(tile.figure, (None, []))
    if tile.draws:
        main.trend = drawn(months[tile.figure])
    return Shown(tile, main, [told(name, period, unit) for name in tile.beside])


@KeptFor
def values_of(key: tuple[Regular, str]) -> Callable[[str], Any]:
    """The figures of one period and unit, each counted once a minute."""
    period, unit = key
    scope = {"unit": unit} if unit else {}
    return cache(lambda name: figure(name).value(period, **scope))


def told(name: str, period: Regular, unit: Unit | None) -> Told:
    each = figure(name)
    scope = {"unit": unit.code} if unit else {}
    value = values_of((period, unit.code if unit else ""))(name)
    return Told(each, value, each.opens(period, **scope))
