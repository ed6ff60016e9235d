"""Regulations, one of them, its file, bringing in another; what is left of the quotas."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import commendation_rules as rules
from democracy.forms.nomination import NewRegulation
from democracy.models import AwardRegulation, Nomination
from democracy.models.commendation.quotas import use_of_year
from democracy.views.commendation.nomination import LIST
from democracy.views.pages import HOME
from democracy.views.practice.lacking import year_asked
from portal.once import answered_once
from portal.people import Unit
from portal.planning.rules import works_here
from portal.workflow import Refused

REGULATIONS = ("Quy định", "/dan-chu/khen-thuong/quy-dinh/")


def for_readers(request: HttpRequest, *, on: date) -> None:
    if not rules.reads_regulations(request.user, on=on):
        raise Http404


@require_safe
def regulations(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    for_readers(request, on=on)
    in_force = set(AwardRegulation.objects.in_force(as_of=on).values_list("pk", flat=True))
    versions = list(AwardRegulation.objects.defer("text"))
    context = {
        "rows": [(row, row.pk in in_force) for row in versions],
        "keeps": rules.keeps_regulations(request.user, on=on),
        "crumbs": [HOME, LIST],
        "on": on,
    }
    return render(request, "democracy/commendation/regulations.html", context)


def version_of(request: HttpRequest, code: str, since: str) -> AwardRegulation:
    for_readers(request, on=timezone.localdate())
    try:
        valid_from = date.fromisoformat(since)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(AwardRegulation, code=code, valid_from=valid_from)


@require_safe
def regulation(request: HttpRequest, code: str, since: str) -> HttpResponse:
    version = version_of(request, code, since)
    due = version.value.last_day(timezone.localdate().year)
    crumbs = [HOME, LIST, REGULATIONS]
    context = {"version": version, "of": version.value, "due": due, "crumbs": crumbs}
    return render(request, "democracy/commendation/regulation.html", context)


@require_safe
def regulation_file(request: HttpRequest, code: str, since: str) -> HttpResponse:
    """The file itself: the form of the next one."""
    version = version_of(request, code, since)
    response = HttpResponse(version.text, content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{version.code}.toml"'
    return response


@answered_once
def new_regulation(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.keeps_regulations(request.user, on=on):
        raise Http404
    form = NewRegulation(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = AwardRegulation.load(form.text, by=request.user, on=on)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"Đã nạp quy định {version.code}.")
            return redirect(version.get_absolute_url())
    here = "Nạp quy định khen thưởng"
    context = {"form": form, "here": here, "section": LIST[0], "act": here,
               "back": REGULATIONS[1], "crumbs": [HOME, LIST, REGULATIONS]}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "democracy/new.html", context, status=status)


@require_safe
def quotas(request: HttpRequest) -> HttpResponse:
    """``?nam=``: of each quota in force, what every unit has used."""
    on = timezone.localdate()
    year = year_asked(request, on=on)
    works = works_here(request.user, on=on)
    units = list(Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS))
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
