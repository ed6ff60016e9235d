"""What the three apps know of one field in one period; every number leads to its rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count

from citizens import causes, statistics
from citizens.models import Cause
from citizens.of_field import added, causes_of, line_of, months_of
from citizens.summary import last_months
from portal.activities import Limitation
from portal.activities.limitations import Source
from portal.dashboard.lines import Line, Tasks, compared, tasks_by_programme
from portal.filters import fields_below
from portal.people import User
from portal.periods import Regular
from portal.planning import TaskUnit
from reforms.dossiers.ratios import ON_TIME
from reforms.dossiers.tally import Tally, tallies
from reforms.dossiers.tally import added as added_dossiers
from reforms.models import Procedure, ProcedureArea
from reforms.views.procedure.lists import STANDING

DOSSIERS, PROCEDURES = "/cai-cach/ho-so/dong/", "/cai-cach/thu-tuc/"
REMEDIES_SHOWN = 8


def complaints(field: str, period: Regular, *, as_of: date) -> dict[str, Any]:
    """Petitions and cases of the field, compared, with the line of 24 months."""
    shown = last_months(as_of)
    earlier = compared(period)
    first = min(shown[0].start, *(each.start for _, each in earlier))
    months = months_of(field, first=first, last=max(period.end, as_of))
    now, then = added(months, period), [(words, added(months, each)) for words, each in earlier]
    flows = (
        (statistics.PETITIONS_RECEIVED, "received"),
        (statistics.CASES_OPENED, "opened"),
        (statistics.CASES_SETTLED, "settled"),
    )
    standing = (statistics.CASES_OPEN, statistics.CASES_OVERDUE)
    received, settled = line_of(months, shown)
    return {
        "lines": [
            *(
                Line(
                    figure.label,
                    getattr(now, name),
                    figure.opens(period, field=field),
                    tuple((getattr(now, name) - getattr(old, name), words) for words, old in then),
                )
                for figure, name in flows
            ),
            *(standing_line(figure, field, as_of=as_of) for figure in standing),
        ],
        "months": [
            (month, [
                (got, statistics.PETITIONS_RECEIVED.opens(month, field=field)),
                (done, statistics.CASES_SETTLED.opens(month, field=field)),
            ])
            for month, got, done in reversed(list(zip(shown, received, settled, strict=True)))
        ],
        "line": (received, settled),
        "top": max([*received, *settled, 1]),
        "ends": (shown[0], shown[len(shown) // 2], shown[-1]),
    }  # fmt: skip


def standing_line(figure: Any, field: str, *, as_of: date) -> Line:
    value = figure.value(as_of, field=field)
    late = bool(value) and figure is statistics.CASES_OVERDUE
    return Line(figure.label, value, figure.opens(as_of, field=field), late=late)


def cause_lines(field: str, period: Regular) -> list[tuple[Cause.Code, Line]]:
    """The causes that were named, the most frequent first."""
    counted = causes_of(field, period)
    found = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return [
        (code, Line(code.label, count, causes.FIGURES[code].opens(period, field=field)))
        for code, count in ((Cause.Code(name), count) for name, count in found)
    ]


def remedies(field: str) -> list[Limitation]:
    """What was ordered because of what people said, the newest first."""
    rows = Limitation.objects.kept().filter(field__in=fields_below(field), source=Source.PEOPLE)
    return list(rows.select_related("ordered__unit", "remedy__task", "unit")[:REMEDIES_SHOWN])


def tasks_of(field: str, period: Regular, *, user: User, as_of: date) -> list[Tasks]:
    """By programme, over what one may see."""
    seen = TaskUnit.objects.visible_to(user, on=as_of)
    of_field = seen.filter(task__field__in=fields_below(field))
    return tasks_by_programme(of_field, period, as_of=as_of, **{"linh-vuc": field})


def dossiers(field: str, period: Regular) -> list[Line]:
    """II.06a of the field: received, settled, late, on time."""
    below = set(fields_below(field))
    found: Iterable[Tally] = (
        tally for (of, _), tally in tallies(*period.dates).items() if of in below
    )
    told = added_dossiers(found)
    url = f"{DOSSIERS}?{urlencode({'ky': period.code, 'linh-vuc': field})}"
    return [
        Line("Hồ sơ tiếp nhận", told.sum(4, 5), url),
        Line("Hồ sơ đã giải quyết", told[7], url),
        Line("Hồ sơ đang giải quyết đã quá hạn", told[13], url, late=bool(told[13])),
        Line(ON_TIME.label, ON_TIME.of(told), url, unit="%"),
    ]


def procedures(field: str, period: Regular) -> list[tuple[ProcedureArea, Line, Line]]:
    """By the catalogue's own fields: in force at the end of the period, offered whole online."""
    of_field = Procedure.objects.filter(area__field__in=fields_below(field))
    held, full = (by_area(STANDING[asked](of_field, period.end)) for asked in ("held", "full"))
    return [
        (
            area,
            Line("Đang áp dụng", held[area.pk], procedure_address(area, "cuoi-ky", period)),
            Line("Đủ điều kiện, toàn trình", full.get(area.pk, 0),
                 procedure_address(area, "toan-trinh-cuoi-ky", period)),
        )
        for area in ProcedureArea.objects.filter(pk__in=held)
    ]  # fmt: skip


def by_area(rows: Any) -> dict[int, int]:
    """A procedure of several versions counts once."""
    return dict(rows.order_by().values_list("area").annotate(Count("pk", distinct=True)))


def procedure_address(area: ProcedureArea, asked: str, period: Regular) -> str:
    return f"{PROCEDURES}?{urlencode({'linh-vuc': area.code, asked: period.code})}"
