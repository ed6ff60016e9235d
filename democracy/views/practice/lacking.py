"""Units with no practice on the list of a year."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy.models import Practice
from democracy.models.practice.vocabulary import Stage
from democracy.views.pages import HOME
from democracy.views.practice.practice import LIST
from portal.people import Unit
from portal.planning.rules import works_here

FIRST_YEAR = 2015


def units_without(*, year: int, on: date) -> QuerySet[Unit]:
    """Open on that day, the office itself aside, and nothing listed in the year."""
    listed = Practice.objects.listed().of_year(year)
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS)
    return units.exclude(pk__in=listed.values("unit")).order_by("kind", "name")


@require_safe
def lacking(request: HttpRequest) -> HttpResponse:
    """``?nam=``: which of them have enrolled something that waits."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    year = year_asked(request, on=on)
    first, last = date(year, 1, 1), date(year, 12, 31)
    waiting = Q(practices__stage=Stage.ENROLLED, practices__from_on__lte=last) & (
        Q(practices__to_on=None) | Q(practices__to_on__gte=first)
    )
    found = units_without(year=year, on=on).annotate(waiting=Count("practices", filter=waiting))
    context: dict[str, Any] = {
        "works_here": works,
        "rows": list(found) if works else [],
        "of": Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS).count(),
        "year": year,
        "years": range(on.year, on.year - 5, -1),
        "crumbs": [HOME, LIST],
    }
    return render(request, "democracy/practice/lacking.html", context)


def year_asked(request: HttpRequest, *, on: date) -> int:
    """This year unless the address names another that can be."""
    asked = request.GET.get("nam", "")
    known = asked.isascii() and asked.isdecimal() and len(asked) == 4
    return int(asked) if known and FIRST_YEAR <= int(asked) <= on.year + 1 else on.year
