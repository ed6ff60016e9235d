"""Rounds: the list, the page of one with its distribution, opening one, its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rating_rules as rules
from democracy.forms.rating.round import NewRound
from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from democracy.views.pages import HOME
from democracy.views.rating.sheet import RATING, READ
from democracy.views.rating.standings import distribution, reminder, standings_of
from portal.once import answered_once
from portal.planning.rules import works_here
from portal.text import day
from portal.views.planning.acts import acts_of, steps_for
from portal.views.step import StepView
from portal.workflow import Refused

MOST_ROUNDS, MOST_OWN = 60, 20


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round, and the sheets that wait for the reader's own unit."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    counts = {
        "all": Count("sheets"),
        "sent": Count("sheets", filter=~Q(sheets__stage="self")),
        "appraised": Count("sheets", filter=Q(sheets__stage__in=["appraised", "decided"])),
    }
    found = RatingRound.objects.visible_to(request.user, on=on).annotate(**counts)
    context = {
        "works_here": works,
        "rounds": list(found.select_related("criteria").order_by("-year", "-pk")[:MOST_ROUNDS]),
        "own": list(own_sheets(request.user, on=on)) if works else [],
        "opens": rules.opens_rounds(request.user, on=on),
        "crumbs": [HOME],
        "on": on,
    }
    for sheet in context["own"]:
        sheet.told = sheet.standing(as_of=on)
    return render(request, "democracy/rating/rounds.html", context)


def own_sheets(user: Any, *, on: date) -> Any:
    """Of open rounds: those that the reader fills in or answers for."""
    mine = ScoreSheet.objects.filter(rules.rated_with(user, on=on), round__stage="open")
    return mine.select_related(*READ).distinct()[:MOST_OWN]


@require_safe
def one_round(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = RatingRound.objects.visible_to(request.user, on=on).select_related("criteria", "officer")
    one = get_object_or_404(seen, code=code)
    told = ScoreSheet.objects.told_to(request.user, on=on).filter(round=one)
    sheets = list(told.select_related("unit", "body", "person"))
    for sheet in sheets:
        sheet.round = one
    opens = set(
        ScoreSheet.objects.visible_to(request.user, on=on)
        .filter(round=one)
        .values_list("pk", flat=True)
    )
    rows = standings_of(one, sheets=sheets, opens=opens)
    sees_all = rules.sees_all(request.user, on=on)
    unsent = [sheet for sheet in sheets if sheet.stage == "self"]
    context = {
        "round": one,
        "set": one.criteria.value,
        "rows": rows,
        "hidden": one.sheets.count() - len(rows),
        "levels": distribution(one, rows) if sees_all or one.decided_on else [],
        "ranked": any(row.sheet.level_words for row in rows),
        "words": reminder(one, unsent, day(one.self_due)) if sees_all else "",
        "sees_all": sees_all,
        "standing": one.standing(as_of=on),
        **steps_for(request.user, one, on=on, aside=("put_off",)),
        "told": acts_of(one.stream) if sees_all else [],
        "crumbs": [HOME, RATING],
        "on": on,
    }
    return render(request, "democracy/rating/round.html", context)


@answered_once
def new_round(request: HttpRequest) -> HttpResponse:
    """``?bo=<pk>``: the criteria set; without it, the choice among those in force."""
    on = timezone.localdate()
    if not rules.opens_rounds(request.user, on=on):
        raise Http404
    in_force = CriteriaVersion.objects.in_force(as_of=on)
    if "bo" not in request.GET:
        context = {"sets": list(in_force), "crumbs": [HOME, RATING]}
        return render(request, "democracy/rating/choose.html", context)
    chosen = request.GET["bo"]
    criteria = get_object_or_404(in_force, pk=chosen if chosen.isdecimal() else 0)
    form = NewRound(request.POST or None, criteria=criteria, on=on)
    if request.method == "POST" and form.is_valid() and (one := opened(form, request, on=on)):
        messages.success(request, f"Đã mở kỳ xếp loại, {one.sheets.count()} phiếu điểm.")
        return redirect(one.get_absolute_url())
    context = {
        "form": form, "criteria": criteria, "here": "Mở kỳ xếp loại", "crumbs": [HOME, RATING],
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "democracy/rating/new.html", context, status=status)


def opened(form: NewRound, request: HttpRequest, *, on: date) -> RatingRound | None:
    try:
        return RatingRound.open_round(
            by=request.user, on=on, criteria=form.criteria, **form.cleaned_data
        )
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None


class RoundStepView(StepView):
    """One step of a round."""

    model = RatingRound
    templates = "democracy/rating/step"

    def around(self) -> dict[str, Any]:
        one = self.subject
        return {"crumbs": [HOME, RATING, (one.code, one.get_absolute_url())]}
