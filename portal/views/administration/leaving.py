"""/quan-tri/thoi-viec/: who leaves, to whom the work goes, what stays; rehearsed, then done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal import history
from portal.drafts import recall
from portal.forms.administration.leaving import LeavingForm
from portal.leaving import Left
from portal.leaving import leave as act_of_leaving
from portal.once import answered_once
from portal.people import User
from portal.reorganisation import rehearsed
from portal.views.administration.asking import answers, mark_of, typed
from portal.views.administration.door import for_the_administrator
from portal.views.factors.second_step import ask_again
from portal.workflow import Refused

LEAVE = "portal/administration/leaving/leave.html"
CONFIRM = "portal/administration/leaving/confirm.html"
LEFT = "portal/administration/leaving/left.html"


@for_the_administrator
@answered_once
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, what it would do, and afterwards the protocol of what was done."""
    person, on = get_object_or_404(User, pk=pk), timezone.localdate()
    if person == request.user:
        raise Http404
    if not person.is_active:
        return protocol(request, person)
    if answer := ask_again(request):
        return answer
    given = {"person": person, "by": request.user, "on": on}
    form = LeavingForm(request.POST or None, initial=recall(request) or {}, **given)
    if request.method == "POST" and form.is_valid():
        return carried_out(request, person, form)
    return page(request, LEAVE, person, form=form, status=422 if form.is_bound else 200)


def carried_out(request: HttpRequest, person: User, form: LeavingForm) -> HttpResponse:
    def act() -> list[Left]:
        fresh = User.objects.get(pk=person.pk)
        on = timezone.localdate()
        return act_of_leaving(fresh, by=request.user, on=on, **form.cleaned_data)

    try:
        told = rehearsed(act)
        if not answers(request.POST, told):
            context = {"told": told, "typed": typed(request.POST), "mark": mark_of(told)}
            return page(request, CONFIRM, person, heir=form.cleaned_data["heir"], **context)
        act()
    except Refused as refusal:
        form.refuse(refusal)
        return page(request, LEAVE, person, form=form, status=422)
    messages.success(request, f"Đã đóng tài khoản và giao lại việc của {person}.")
    return redirect("administration-leave", person.pk)


def protocol(request: HttpRequest, person: User) -> HttpResponse:
    """Of an account that was closed without this act there is none."""
    acts = history.events(f"tai-khoan/{person.key}").filter(step="leave")
    if (last := acts.order_by("-seq").first()) is None:
        raise Http404
    return page(request, LEFT, person, event=last)


def page(
    request: HttpRequest, template: str, person: User, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"person": person, **more}
    return render(request, template, context, status=status)
