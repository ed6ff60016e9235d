"""/vu-viec/nguyen-nhan/: why settled cases came about, in a year or a part of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from citizens import causes  # noqa: F401  its figures make themselves known
from citizens.models import Cause
from citizens.models.cause import EXPLAINED_AT
from citizens.models.vocabulary import Kind
from citizens.views.lists import cases_of, works_here
from portal.filters import Reader
from portal.periods import Half, Month, Quarter, Regular, Year, period_of
from portal.statistics import share


@require_safe
def cause_list(request: HttpRequest) -> HttpResponse:
    """Each cause with its cases, and how many have none yet; only what the reader may see."""
    reader = Reader(request.user, timezone.localdate())
    period = asked_period(request, reader)
    counted = counted_by_cause(reader, period)
    context = {
        "rows": rows_of(counted, period),
        "total": sum(counted.values()),
        "unexplained": rows_address("chua", period),
        "missing": counted[""],
        "period": period,
        "periods": periods_around(reader),
        "works_here": works_here(reader),
    }
    return render(request, "citizens/case/causes.html", context)


def asked_period(request: HttpRequest, reader: Reader) -> Regular:
    """``ky``: a year, half, quarter or month by its code; this year unless told otherwise."""
    try:
        return period_of(request.GET.get("ky") or str(reader.on.year))
    except ValueError as problem:
        raise BadRequest("Không có kỳ này.") from problem


def periods_around(reader: Reader) -> list[Regular]:
    """The parts of this year that have begun, and the whole of the last."""
    kinds = (Year, Half, Quarter, Month)
    now = [kind.containing(reader.on) for kind in kinds]
    return [*now, Year.containing(reader.on).previous()]


def counted_by_cause(reader: Reader, period: Regular) -> dict[str, int]:
    """Every code, also at none; '' for those that have no cause yet."""
    settled = cases_of(reader).filter(decided_on__range=period.dates, stage__in=EXPLAINED_AT)
    explained = settled.exclude(kind=Kind.POLICY_QUESTION)
    parts = {f"of_{code.name}": Count("pk", Q(cause__code=code)) for code in Cause.Code}
    found = explained.aggregate(**parts, missing=Count("pk", Q(cause=None)))
    return {code.value: found[f"of_{code.name}"] for code in Cause.Code} | {"": found["missing"]}


def rows_of(counted: dict[str, int], period: Regular) -> list[dict[str, Any]]:
    named = sum(count for code, count in counted.items() if code)
    return [
        {
            "words": code.label,
            "count": counted[code],
            "share": share(counted[code], named),
            "url": rows_address(code, period),
        }
        for code in Cause.Code
    ]


def rows_address(code: str, period: Regular) -> str:
    return f"/vu-viec/?{urlencode({'giai-quyet-trong': period.code, 'nguyen-nhan': code})}"
