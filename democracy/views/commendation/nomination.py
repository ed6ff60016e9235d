"""The page of one proposal or award, its papers and photographs, proposing, its steps."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import commendation_rules as rules
from democracy.forms.commendation.proposing import NewNomination, PastAward
from democracy.forms.commendation.stating import in_register
from democracy.models import Nomination, NominationPaper, NominationPicture
from democracy.models.commendation.quotas import Used, used_by
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.views.new import NewView
from portal.views.step import StepView

LIST = ("Khen thưởng", "/dan-chu/khen-thuong/")
ASIDE = ("edit", "add_papers", "ask_again", "decline", "add_picture", "note_decision")
READ = ("regulation", "movement", "unit", "person", "officer", "cleared_by", "decided_by",
        "minutes")  # fmt: skip


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Of an award everybody reads the award; what led to it, whoever handles it."""
    on = timezone.localdate()
    seen = Nomination.objects.visible_to(request.user, on=on).select_related(*READ)
    one = get_object_or_404(seen, code=code)
    handled = one.is_handled_by(request.user, on=on)
    context = {
        "one": one,
        "of": one.of,
        "handled": handled,
        "conditions": conditions_of(one) if handled else [],
        "used": used_of(one) if handled and one.occasion == "hang-nam" else None,
        "papers": list(one.papers.select_related("file")) if handled else [],
        "pictures": list(one.pictures.all()),
        **around(request.user, one, on=on, told=handled, above=LIST, aside=ASIDE),
    }
    context["closed"] = [row for row in context["closed"] if row[0].name != other_way(one)]
    return render(request, "democracy/commendation/detail.html", context)


def other_way(one: Nomination) -> str:
    """The step that this award never takes: nobody wants to read why not."""
    return "commend" if one.is_for_others_to_decide() else "send_up"


def conditions_of(one: Nomination) -> list[tuple[Any, Any, str]]:
    """(condition, what was stated, what the register shows)."""
    stated = {row.condition: row for row in one.statements.select_related("by")}
    return [(each, stated.get(each.code), in_register(one, each)) for each in one.conditions]


def used_of(one: Nomination) -> Used | None:
    quota = one.regulation.value.quota_for(one.award, unit_kind=one.unit.kind)
    if quota is None:
        return None
    return used_by(Nomination.objects, unit=one.unit, quota=quota, year=one.year)


@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    row = get_object_or_404(NominationPaper.objects.select_related("file", "nomination"), pk=pk)
    on = timezone.localdate()
    seen = Nomination.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen, pk=row.nomination_id)
    if not one.is_handled_by(request.user, on=on):
        raise Http404
    return serve(row.file)


@require_safe
def minutes(request: HttpRequest, code: str) -> HttpResponseBase:
    on = timezone.localdate()
    seen = Nomination.objects.visible_to(request.user, on=on).select_related("minutes")
    one = get_object_or_404(seen, code=code)
    if one.minutes is None or not one.is_handled_by(request.user, on=on):
        raise Http404
    return serve(one.minutes)


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    seen = Nomination.objects.visible_to(request.user, on=timezone.localdate())
    rows = NominationPicture.objects.filter(nomination__in=seen).select_related("file")
    return serve(get_object_or_404(rows, pk=pk).file)


class NewNominationView(NewView):
    may, form_class, verb = rules.nominates, NewNomination, Nomination.nominate
    crumbs = (HOME, LIST)
    here, act = "Đề nghị khen thưởng", "Lập đề nghị"


class PastAwardView(NewView):
    may, form_class, verb = rules.compiles, PastAward, Nomination.note_past_award
    crumbs = (HOME, LIST)
    here, act = "Ghi khen thưởng đã có quyết định", "Ghi vào sổ"


class NominationStepView(StepView):
    model = Nomination
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
