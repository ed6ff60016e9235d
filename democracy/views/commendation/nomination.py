"""The page of one proposal or award, its papers and photographs, proposing, its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import commendation_rules as rules
from democracy.forms.nomination import NewNomination, PastAward, in_register
from democracy.models import Nomination, NominationPaper, NominationPicture
from democracy.models.commendation.quotas import Used, used_by
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.once import answered_once
from portal.views.step import StepView
from portal.workflow import Refused

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


@answered_once
def new_nomination(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.nominates(request.user, on=on):
        raise Http404
    form = NewNomination(request.POST or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid():
        one = entered(form, form.cleaned_data, Nomination.nominate, request, on=on)
        if one:
            return redirect(one.get_absolute_url())
    return page(request, form, here="Đề nghị khen thưởng", act="Lập đề nghị")


@answered_once
def past_award(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.compiles(request.user, on=on):
        raise Http404
    form = PastAward(request.POST or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid():
        one = entered(form, form.written(), Nomination.note_past_award, request, on=on)
        if one:
            return redirect(one.get_absolute_url())
    return page(request, form, here="Ghi khen thưởng đã có quyết định", act="Ghi vào sổ")


def entered(
    form: Any, facts: dict[str, Any], verb: Any, request: HttpRequest, *, on: date
) -> Nomination | None:
    try:
        one = verb(by=request.user, on=on, **facts)
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None
    messages.success(request, f"Đã ghi {one.code}.")
    return one


def page(request: HttpRequest, form: Any, *, here: str, act: str) -> HttpResponse:
    context = {"form": form, "crumbs": [HOME, LIST], "here": here, "section": LIST[0], "act": act,
               "back": LIST[1]}  # fmt: skip
    return render(request, "portal/new.html", context, status=422 if form.is_bound else 200)


class NominationStepView(StepView):
    model = Nomination
    templates = "democracy/step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
