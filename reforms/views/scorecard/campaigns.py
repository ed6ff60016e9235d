"""Campaigns: the list, the page of one with its order, opening one, its steps."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.planning.rules import headed_by, units_of, works_here
from portal.views.new import NewView
from portal.views.planning.acts import acts_of, steps_for
from portal.views.step import StepView
from reforms import scoring_rules as rules
from reforms.forms.scorecard.campaign import NewCampaign
from reforms.models import Scorecard, ScorecardVersion, ScoringCampaign
from reforms.models.scorecard.card import Stage
from reforms.models.scorecard.criteria import BOARD
from reforms.rules import sees_all
from reforms.views.pages import HOME
from reforms.views.scorecard.criteria import SCORING
from reforms.views.scorecard.standings import Standing, standings_of

MOST, MOST_OWN = 60, 20


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign, and the cards that wait for the reader's own unit."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    counts = {
        "all": Count("cards"),
        "sent": Count("cards", filter=~Q(cards__stage=Stage.SELF)),
        "scored": Count("cards", filter=Q(cards__stage__in=[Stage.DONE, Stage.PUBLISHED])),
    }
    found = ScoringCampaign.objects.visible_to(request.user, on=on).annotate(**counts)
    context = {
        "works_here": works,
        "campaigns": list(found.select_related("criteria").order_by("-year", "-pk")[:MOST]),
        "own": list(own_cards(request.user, on=on)) if works else [],
        "opens": rules.opens_campaigns(request.user, on=on),
        "crumbs": [HOME],
        "on": on,
    }
    for card in context["own"]:
        card.told = card.standing(as_of=on)
        card.locked = card.is_locked(as_of=on)
    return render(request, "reforms/scorecard/campaigns.html", context)


def own_cards(user: Any, *, on: Any) -> Any:
    """Of open campaigns: those of the reader's units; the office's for who scores it."""
    mine = [*units_of(user, on=on), *headed_by(user, on=on)]
    cards = Scorecard.objects.filter(campaign__stage="open").select_related(
        "campaign__criteria", "unit"
    )
    whose = Q(unit__in=mine)
    if user.holds("reform_officer", as_of=on):
        whose |= Q(campaign__of_the_office=True)
    return cards.filter(whose)[:MOST_OWN]


@require_safe
def one_campaign(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = seen_campaign(request, code)
    rows = rows_of(one, request.user, on=on)
    everything = sees_all(request.user, on=on)
    context = {
        "campaign": one,
        "rows": rows,
        "hidden": one.cards.count() - len(rows),
        "sees_all": everything,
        "standing": one.standing(as_of=on),
        **steps_for(request.user, one, on=on, aside=("put_off",)),
        "told": acts_of(one.stream) if everything else [],
        "crumbs": [HOME, SCORING],
        "on": on,
    }
    return render(request, "reforms/scorecard/campaign.html", context)


def seen_campaign(request: HttpRequest, code: str) -> ScoringCampaign:
    on = timezone.localdate()
    seen = ScoringCampaign.objects.visible_to(request.user, on=on).select_related("criteria")
    return get_object_or_404(seen, code=code)


def rows_of(one: ScoringCampaign, user: Any, *, on: Any) -> list[Standing]:
    told = Scorecard.objects.told_to(user, on=on).filter(campaign=one)
    cards = list(told.select_related("unit"))
    seen = Scorecard.objects.visible_to(user, on=on).filter(campaign=one)
    return standings_of(one, cards, set(seen.values_list("pk", flat=True)))


class NewCampaignView(NewView):
    """``?bo=<pk>``: the criteria set; without it, the choice among those in force."""

    may = rules.opens_campaigns
    form_class = NewCampaign
    verb = ScoringCampaign.open_campaign
    crumbs = (HOME, SCORING)
    here = act = "Mở kỳ chấm điểm"
    said = "Đã mở kỳ chấm điểm {0.code}."

    def get(self, request: HttpRequest) -> HttpResponse:
        if "bo" in request.GET:
            return super().get(request)
        context = {"sets": list(self.sets), "crumbs": self.crumbs}
        return render(request, "reforms/scorecard/choose.html", context)

    @property
    def sets(self) -> Any:
        return ScorecardVersion.objects.in_force(as_of=self.on).exclude(code=BOARD)

    def given(self) -> dict[str, Any]:
        chosen = self.request.GET.get("bo", "")
        if not chosen.isdecimal():
            raise Http404
        return super().given() | {"criteria": get_object_or_404(self.sets, pk=chosen)}


class CampaignStepView(StepView):
    model = ScoringCampaign
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        one = self.subject
        return {"crumbs": [HOME, SCORING, (one.code, one.get_absolute_url())]}
