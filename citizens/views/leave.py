"""Nghỉ, giao người làm thay: all open work in one act, shown before it is done, back on return."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from citizens.desk.leaves import concerned
from citizens.forms.leave import LeaveForm, people_of
from citizens.models import Leave
from citizens.models.leave import may_enter_leave, open_work, shared_out
from portal.deadlines import DeadlineError
from portal.once import answered_once
from portal.workflow import Refused


@answered_once
def leaves(request: HttpRequest) -> HttpResponse:
    """Leaves of the reader and the reader's unit; the form for a new one, and what it will do."""
    on = timezone.localdate()
    form = LeaveForm(request.POST or None, by=request.user, on=on)
    context: dict[str, Any] = {"form": form, "today": on}
    if request.method == "POST" and form.is_valid():
        plan = plan_of(form)
        if request.POST.get("da-xem") == plan["mark"] and entered(request, form):
            return redirect("leaves")
        context |= plan
    status = 422 if form.is_bound and form.errors else 200
    context |= {"leaves": current_leaves(request.user, on=on)}
    return render(request, "citizens/leave/page.html", context, status=status)


def plan_of(form: LeaveForm) -> dict[str, Any]:
    """What goes to whom, and what stays because nobody chosen is of its unit."""
    person, colleagues = form.cleaned_data["person"], list(form.cleaned_data["colleagues"])
    shared = shared_out(person, colleagues, by=form.by, on=form.on)
    taken = {item.stream for item, _ in shared}
    stays = [item for item in open_work(person, by=form.by, on=form.on) if item.stream not in taken]
    seen = "".join(f"{item.stream} {officer.pk};" for item, officer in shared)
    facts = f"{person.pk} {form.cleaned_data['from_on']} {form.cleaned_data['to_on']} {seen}"
    return {
        "plan": by_colleague(shared, colleagues),
        "total": len(shared),
        "stays": stays,
        "mark": sha256(facts.encode()).hexdigest()[:16],
    }


def by_colleague(shared: list[Any], colleagues: list[Any]) -> list[tuple[Any, list[Any]]]:
    return [(each, [item for item, officer in shared if officer == each]) for each in colleagues]


def entered(request: HttpRequest, form: LeaveForm) -> bool:
    try:
        leave = form.enter()
    except (Refused, DeadlineError) as refusal:
        form.add_error(None, str(refusal))
        return False
    concerned.forget()
    words = "Đã giao việc" if leave.begun_on else "Đã ghi, việc sẽ được giao vào ngày đầu nghỉ"
    messages.success(request, f"{words}: {leave.words}")
    return True


def current_leaves(user: Any, *, on: Any) -> list[Any]:
    rows = Leave.objects.current().filter(person__in=people_of(user, on=on))
    found = list(rows.select_related("person").prefetch_related("covers", "colleagues"))
    for leave in found:
        leave.open_covers = [each for each in leave.covers.all() if each.returned_on is None]
        leave.may_finish = may_enter_leave(user, leave.person, on=on)
    return found


@require_POST
@answered_once
def finish_leave(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    mine = Leave.objects.current().filter(person__in=people_of(request.user, on=on))
    leave = get_object_or_404(mine.select_related("person"), pk=pk)
    try:
        returned = leave.finish(by=request.user, on=on)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        concerned.forget()
        messages.success(request, f"{leave.person} đã trở lại làm việc, nhận lại {returned} việc.")
    return redirect("leaves")
