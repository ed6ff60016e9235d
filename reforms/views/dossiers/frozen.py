"""``/cai-cach/ho-so/chot/``: II.06a of a period as it was sent, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from portal.once import answered_once
from portal.people import Unit
from portal.periods import Period
from portal.returns import FrozenReturn, Scope
from portal.text import day
from reforms.dossiers.form import II_06A, FieldLine, lines
from reforms.rules import keeps_procedures
from reforms.views.dossiers.asked import period_asked, unit_asked

PAGE = "/cai-cach/ho-so/"


@require_POST
@answered_once
def freeze(request: HttpRequest) -> HttpResponse:
    """Chốt số liệu."""
    on = timezone.localdate()
    if not keeps_procedures(request.user, on=on):
        raise Http404
    period, unit = period_asked(request, on=on), unit_asked(request)
    if can_freeze(period, lines(*period.dates, unit), on=on):
        FrozenReturn.freeze(II_06A, scope_of(period, unit), by=request.user, on=on)
        messages.success(request, f"Đã chốt số liệu biểu II.06a, {period.label}.")
    else:
        messages.error(request, f"Chốt khi kỳ đã có số liệu, từ ngày {day(period.end)}.")
    asked = {"ky": period.address} | ({"don-vi": unit.code} if unit else {})
    return redirect(f"{PAGE}?{urlencode(asked)}")


def can_freeze(period: Period, found: list[FieldLine], *, on: date) -> bool:
    """There are rows, and the last day has come."""
    return bool(found and found[-1].tally) and period.end <= on


def frozen_in(period: Period, unit: Unit | None, found: list[FieldLine]) -> dict[str, Any]:
    """The newest of this period and unit, and each number that is another one now."""
    frozen = FrozenReturn.objects.of(II_06A, scope_of(period, unit)) if found else None
    told = list(differences(frozen, found)) if frozen else []
    return {"frozen": frozen, "differences": told}


def differences(frozen: FrozenReturn, found: list[FieldLine]) -> Iterator[tuple[str, Any, Any]]:
    """Field by field, the sum behind them."""
    now = {line.field.code: line for line in found if line.field}
    changed = frozen.changed_lines({code: line.told for code, line in now.items()})
    for code, columns in changed.items():
        name = now[code].name if code in now else code
        for number, values in columns.items():
            yield (f"{name}, {words_of(number)}", *values)
    for number, values in frozen.differences(found[-1].told).items():
        yield (f"Tổng cộng, {words_of(number)}", *values)


def words_of(number: int) -> str:
    return f"cột {number}"


def scope_of(period: Period, unit: Unit | None) -> Scope:
    return Scope(period, unit)  # type: ignore[arg-type]  # months, not a reporting period
