"""II.06a on the command line and as a workbook: any whole months, a line for each field."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.people import Unit
from portal.periods import QUARTERS, Period, Quarter, Reporting
from portal.returns import FrozenReturn, Scope
from portal.views.spreadsheet import TYPE as SPREADSHEET
from reforms.dossiers.form import II_06A, NUMBERS, FieldLine, lines
from reforms.models import DossierCount
from reforms.rules import works_in_the_office
from reforms.views.dossiers.asked import period_asked, unit_asked

from .workbook import write_workbook

NOT_MONTHS = (
    "Biểu II.06a lập cho một hoặc nhiều tháng trọn: từ ngày 01 đến ngày cuối tháng, hoặc từ ngày 15"
    " đến ngày 14."
)


def told_in(period: Reporting, unit: Unit | None) -> dict[str, Any]:
    """The line of II.06a among the other forms: of the reports' months, else of the calendar's."""
    found: Period = period
    if period.code in QUARTERS and whole_in(period, unit) is None:
        found = Quarter.containing(period.end)
    total = whole_in(found, unit)
    scope = Scope(found, unit)
    asked = {"ky": found.address} | ({"don-vi": unit.code} if unit else {})
    return {
        "form": II_06A,
        "nothing": total is None,
        "broken": [check for check in total.checks if not check.holds] if total else [],
        "frozen": FrozenReturn.objects.of(II_06A, scope),
        "url": f"/cai-cach/ho-so/?{urlencode(asked)}",
    }


def whole_in(period: Period, unit: Unit | None) -> FieldLine | None:
    total = lines(*period.dates, unit)[-1]
    return total if total.tally else None


def answers(period: Period, unit: Unit | None, *, by_unit: bool) -> Iterator[dict[str, Any]]:
    """With ``by_unit`` the lines of each unit that has any, then those of the whole office."""
    if by_unit and unit is None:
        counted = DossierCount.objects.within(*period.dates).exclude(unit=None).values("unit")
        for each in Unit.objects.filter(pk__in=counted).order_by("name"):
            yield from told_of(period, each)
    yield from told_of(period, unit)


def told_of(period: Period, unit: Unit | None) -> Iterator[dict[str, Any]]:
    for line in lines(*period.dates, unit):
        yield told(line, period, unit)


def told(line: FieldLine, period: Period, unit: Unit | None) -> dict[str, Any]:
    return {
        "form": II_06A.code,
        "version": II_06A.version,
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "unit": unit.code if unit else None,
        "field": line.field.code if line.field else None,
        "columns": {str(number): line.figures[number] for number in NUMBERS},
        "checks": [{"rule": check.rule, "holds": check.holds} for check in line.checks],
    }


def codes_behind(period: Period, unit: Unit | None) -> list[str]:
    rows = DossierCount.objects.within(*period.dates).select_related("field", "unit")
    if unit:
        rows = rows.filter(unit=unit)
    return [row.code for row in rows]


@require_safe
def dossiers_file(request: HttpRequest) -> FileResponse:
    """The form as a workbook in the layout of the circular."""
    on = timezone.localdate()
    if not works_in_the_office(request.user, on=on):
        raise Http404
    period, unit = period_asked(request, on=on), unit_asked(request)
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_workbook(file, II_06A, Scope(period, unit), lines(*period.dates, unit))
    file.seek(0)
    name = f"ii-06a-{period.address}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=SPREADSHEET)
