"""Regulations, one of them, its file, bringing in another; what is left of the quotas."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import commendation_rules as rules
from democracy.models import AwardRegulation, Nomination
from democracy.models.commendation.quotas import use_of_year
from democracy.views.commendation.nomination import LIST
from democracy.views.pages import HOME
from democracy.views.practice.lacking import year_asked
from portal.people import Unit
from portal.planning.rules import units_of, works_here
from portal.views.versions import NewVersionView, Shelf, VersionFile, VersionList, VersionView


class Regulations(Shelf):
    model, reads, keeps = AwardRegulation, rules.reads_regulations, rules.keeps_regulations
    crumbs = (HOME, LIST, ("Quy định", "/dan-chu/khen-thuong/quy-dinh/"))


class RegulationList(Regulations, VersionList):
    template = "democracy/commendation/regulations.html"


class Regulation(Regulations, VersionView):
    template = "democracy/commendation/regulation.html"

    def more(self, version: AwardRegulation, *, on: date) -> dict[str, Any]:
        return {"due": version.value.last_day(on.year)}


class RegulationFile(Regulations, VersionFile):
    pass


class NewRegulation(Regulations, NewVersionView):
    may = rules.keeps_regulations
    here = act = "Nạp quy định khen thưởng"
    said = "Đã nạp quy định {0.code}."


def units_counted(user: Any, *, on: date) -> list[Unit]:
    """All for whoever handles proposals; others count those of their own unit."""
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS)
    return list(units if rules.handles(user, on=on) else units.filter(pk__in=units_of(user, on=on)))


@require_safe
def quotas(request: HttpRequest) -> HttpResponse:
    """``?nam=``: of each quota in force, what every unit has used."""
    on = timezone.localdate()
    year = year_asked(request, on=on)
    works = works_here(request.user, on=on)
    units = units_counted(request.user, on=on)
    last = min(on, date(year, 12, 31))
    found = AwardRegulation.objects.in_force(as_of=last) if works else []
    rows = [
        used for row in found
        for used in use_of_year(Nomination.objects, row.value, units, year=year)
    ]  # fmt: skip
    context = {
        "works_here": works, "rows": rows, "year": year,
        "years": range(on.year, on.year - 5, -1), "crumbs": [HOME, LIST],
    }  # fmt: skip
    return render(request, "democracy/commendation/quotas.html", context)
