"""/nhac-viec/: the reader's own digests, today's first; whether they also come by mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import history
from portal.notifications import Digest, sends_mail
from portal.once import answered_once
from portal.people import User

from .gathering import items_for

SHOWN = 10
"""Digests of the last two weeks of work; older ones say nothing that the desk does not."""


def reminders(request: HttpRequest) -> HttpResponse:
    """What stands on the desk now, as lines to copy; below, what was reminded of and when."""
    on = timezone.localdate()
    digests = list(Digest.objects.of(request.user)[:SHOWN])
    if request.method == "GET":
        Digest.objects.of(request.user).unread().update(read_at=timezone.now())
    context = {
        "items": items_for(request.user, on=on),
        "on": on,
        "digests": digests,
        "sends_mail": sends_mail() and request.user.email,
    }
    return render(request, "portal/reminders/list.html", context)


@require_POST
@answered_once
def choose_mail(request: HttpRequest) -> HttpResponse:
    """Nhận hay thôi nhận nhắc việc qua thư điện tử."""
    wants = request.POST.get("nhan") == "1"
    User.objects.filter(username=request.user.username).update(wants_mail=wants)
    history.record(
        f"tai-khoan/{request.user.username}",
        "choose_mail",
        by=request.user.key,
        on=timezone.localdate(),
        label="Chọn nhận nhắc việc qua thư",
        facts={"wants_mail": wants},
    )
    words = "Sẽ gửi nhắc việc qua thư điện tử." if wants else "Thôi gửi nhắc việc qua thư điện tử."
    messages.success(request, words)
    return redirect("reminders")
