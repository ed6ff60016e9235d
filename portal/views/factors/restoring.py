"""/khoi-phuc/: the administrator asks, another confirms; each holds one half of the way in."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.factors import Restoration
from portal.factors.restoring import HEADS, may_confirm, might_confirm, waits_for_first_link
from portal.forms.restoring import RestoringForm
from portal.people import Position, User
from portal.permissions import is_administrator
from portal.views.administration.door import for_the_administrator
from portal.views.factors.second_step import ask_again

MOST = 50
LEADERS = ("director", "deputy_director")
TAKEN = "Việc này đã có người khác xác nhận hoặc đã kết thúc."


@require_safe
def restorations(request: HttpRequest) -> HttpResponse:
    """What waits for whoever reads, and what was done before."""
    on, user = timezone.localdate(), request.user
    if not (is_administrator | might_confirm)(user, on=on):
        raise Http404
    seen = Restoration.objects.visible_to(user, on=on)
    seen = seen.select_related("user", "asked_by", "confirmed_by")
    waiting = [
        (row, may_confirm(user, row, on=on), who_may_confirm(row.user, row.asked_by, on))
        for row in seen.waiting()
    ]
    past = list(seen.exclude(confirmed_by=None, closed_at=None)[:MOST])
    context = {"waiting": waiting, "past": past}
    return render(request, "portal/restoring/list.html", context)


@for_the_administrator
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody else who has been here before; the number is shown this once."""
    user = get_object_or_404(User, pk=pk)
    if user == request.user or waits_for_first_link(user):
        raise Http404
    if answer := ask_again(request):
        return answer
    at, form = timezone.now(), RestoringForm(request.POST or None, person=user)
    context = {"person": user, "form": form, "who": who_may_confirm(user, request.user, at.date())}
    if request.method == "POST" and form.is_valid():
        asked, number = Restoration.ask(user, by=request.user, at=at, **form.cleaned_data)
        context |= {"asked": asked, "number": f"{number[:3]} {number[3:]}"}
        return render(request, "portal/restoring/asked.html", context)
    status = 422 if form.is_bound else 200
    return render(request, "portal/restoring/ask.html", context, status=status)


def who_may_confirm(user: User, asker: User, on: date) -> list[str]:
    """Whom the asker turns to."""
    units = [row.unit_id for row in user.positions_on(on) if row.unit_id]
    near = Q(role__in=LEADERS) | Q(role__in=HEADS, unit__in=units)
    rows = Position.objects.open(as_of=on).filter(near, user__is_active=True)
    held = rows.exclude(user__in=[user, asker]).select_related("user").order_by("pk")
    return list(dict.fromkeys(f"{row.user} ({row.printed_title})" for row in held))


def confirm_restoration(request: HttpRequest, pk: int) -> HttpResponse:
    """The link is shown this once, to whoever confirms and to nobody else."""
    on, at = timezone.localdate(), timezone.now()
    row = get_object_or_404(Restoration.objects.select_related("user", "asked_by"), pk=pk)
    if not may_confirm(request.user, row, on=on):
        raise Http404
    if row.confirmed_by_id or row.closed_at:
        messages.error(request, TAKEN)
        return redirect("restorations")
    if request.method == "POST" and (answer := ask_again(request)):
        return answer
    context = {"row": row}
    if request.method != "POST":
        return render(request, "portal/restoring/confirm.html", context)
    if "refuse" in request.POST:
        done = row.refuse(by=request.user, at=at)
        messages.success(request, "Đã ghi: không đồng ý." if done else TAKEN)
        return redirect("restorations")
    if not (token := row.confirm(by=request.user, at=at)):
        messages.error(request, TAKEN)
        return redirect("restorations")
    link = request.build_absolute_uri(reverse("first-password", args=[token]))
    return render(request, "portal/restoring/confirmed.html", context | {"link": link})
