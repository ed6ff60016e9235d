"""Criteria sets: which there are, what one says, its file, bringing in another."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rating_rules as rules
from democracy.forms.rating.criteria import NewCriteria
from democracy.models import CriteriaVersion
from democracy.views.pages import HOME
from democracy.views.rating.sheet import RATING
from democracy.views.rating.words import how
from portal.once import answered_once
from portal.workflow import Refused

LIST = ("Bộ tiêu chí", "/dan-chu/bo-tieu-chi/")


def for_readers(request: HttpRequest, *, on: date) -> None:
    if not rules.reads_sets(request.user, on=on):
        raise Http404


@require_safe
def criteria_list(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    for_readers(request, on=on)
    in_force = set(CriteriaVersion.objects.in_force(as_of=on).values_list("pk", flat=True))
    versions = list(CriteriaVersion.objects.defer("text"))
    context = {
        "rows": [(row, row.pk in in_force) for row in versions],
        "keeps": rules.keeps_sets(request.user, on=on),
        "crumbs": [HOME, RATING],
        "on": on,
    }
    return render(request, "democracy/rating/criteria_list.html", context)


def version_of(request: HttpRequest, code: str, since: str) -> CriteriaVersion:
    for_readers(request, on=timezone.localdate())
    try:
        valid_from = date.fromisoformat(since)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(CriteriaVersion, code=code, valid_from=valid_from)


@require_safe
def criteria(request: HttpRequest, code: str, since: str) -> HttpResponse:
    version = version_of(request, code, since)
    of = version.value
    context = {
        "version": version,
        "set": of,
        "groups": [(group, [(line, how(line)) for line in group.lines]) for group in of.groups],
        "conditions": [
            (each, of.level(each.level).name if each.level else "") for each in of.conditions
        ],
        "crumbs": [HOME, RATING, LIST],
    }
    return render(request, "democracy/rating/criteria.html", context)


@require_safe
def criteria_file(request: HttpRequest, code: str, since: str) -> HttpResponse:
    """The file itself: the form of the next set."""
    version = version_of(request, code, since)
    response = HttpResponse(version.text, content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{version.code}.toml"'
    return response


@answered_once
def new_criteria(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.keeps_sets(request.user, on=on):
        raise Http404
    form = NewCriteria(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = CriteriaVersion.load(form.text, by=request.user, on=on)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"Đã nạp bộ tiêu chí {version.code}.")
            return redirect(version.get_absolute_url())
    here = "Nạp bộ tiêu chí"
    context = {"form": form, "here": here, "section": LIST[0], "act": here, "back": LIST[1],
               "crumbs": [HOME, RATING, LIST]}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "democracy/new.html", context, status=status)
