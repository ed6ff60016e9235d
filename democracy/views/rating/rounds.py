"""Rounds: the list, the page of one with its distribution, opening one, its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rating_rules as rules
from democracy.forms.rating.round import NewRound
from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from democracy.views.pages import HOME
from democracy.views.rating.sheet import RATING, READ
from democracy.views.rating.standings import distribution, reminder, standings_of
from portal.planning.rules import works_here
from portal.text import day
from portal.views.new import NewView
from portal.views.planning.acts import acts_of, steps_for
from portal.views.step import StepView

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


class NewRoundView(NewView):
    """``?bo=<pk>``: the criteria set; without it, the choice among those in force."""

    may, form_class = rules.opens_rounds, NewRound
    crumbs = (HOME, RATING)
    here = act = "Mở kỳ xếp loại"
    template = "democracy/rating/new.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if "bo" in request.GET:
            return super().get(request)
        context = {"sets": list(self.in_force()), "crumbs": self.crumbs}
        return render(request, "democracy/rating/choose.html", context)

    def in_force(self) -> Any:
        return CriteriaVersion.objects.in_force(as_of=self.on)

    def given(self) -> dict[str, Any]:
        chosen = self.request.GET.get("bo", "")
        pk = chosen if chosen.isdecimal() else 0
        return {"criteria": get_object_or_404(self.in_force(), pk=pk), "on": self.on}

    def deed(self, form: NewRound) -> RatingRound:
        return RatingRound.open_round(
            by=self.request.user, on=self.on, criteria=form.criteria, **form.arguments()
        )

    def told(self, one: RatingRound) -> str:
        return f"Đã mở kỳ xếp loại, {one.sheets.count()} phiếu điểm."


class RoundStepView(StepView):
    """One step of a round."""

    model = RatingRound
    templates = "democracy/rating/step"
    crumbs = (HOME, RATING)
