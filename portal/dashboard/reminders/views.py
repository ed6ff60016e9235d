"""/nhac-viec/: the reader's own digests, today's first; whether they also come by mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from portal import history
from portal.forms.quiet_hours import QuietHours
from portal.notifications import KINDS, Digest, sends_mail
from portal.notifications.mentions import read_all, told_to
from portal.once import answered_once
from portal.people import User

from .gathering import items_for

SHOWN = 10
"""Digests of the last two weeks of work; older ones say nothing that the desk does not."""

NO_SERVER = "Cơ quan chưa đặt máy chủ thư."
NO_ADDRESS = "Tài khoản của đồng chí chưa có địa chỉ thư điện tử: nhờ quản trị hệ thống ghi."


def reminders(request: HttpRequest) -> HttpResponse:
    """What stands on the desk now, as lines to copy; below, what was reminded of and when."""
    on = timezone.localdate()
    digests = list(Digest.objects.of(request.user)[:SHOWN])
    context = {
        "items": items_for(request.user, on=on),
        "called": told_to(request.user, on=on),
        "on": on,
        "digests": digests,
        "sends_mail": sends_mail() and request.user.email,
        "no_mail": NO_ADDRESS if sends_mail() else NO_SERVER,
        "kinds": [(kind, kind.is_on(on=on), "") for kind in KINDS.values()],
    }
    answer = render(request, "portal/reminders/list.html", context)
    if request.method == "GET":
        Digest.objects.of(request.user).unread().update(read_at=timezone.now())
        read_all(request.user, at=timezone.now())
    return answer


def printed(request: HttpRequest) -> HttpResponse:
    """Bản nhắc của hôm nay trên một tờ giấy, for an office without mail."""
    on = timezone.localdate()
    context = {"items": items_for(request.user, on=on), "on": on, "now": timezone.now()}
    return render(request, "portal/reminders/sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@answered_once
def quiet_hours(request: HttpRequest) -> HttpResponse:
    """Giờ không gửi thư của chính người đọc."""
    form = QuietHours(request.POST or None, initial=hours_of(request.user))
    if request.method == "POST" and form.is_valid():
        since, until = form.cleaned_data["since"], form.cleaned_data["until"]
        own = User.objects.filter(username=request.user.username)
        own.update(quiet_from=since, quiet_until=until)
        facts = {"from": str(since or ""), "until": str(until or "")}
        noted(request, "choose_quiet_hours", "Chọn giờ không gửi thư", facts)
        messages.success(request, "Đã lưu giờ không gửi thư." if since else "Thư gửi vào mọi giờ.")
        return redirect("reminders")
    status = 422 if form.is_bound else 200
    return render(request, "portal/reminders/quiet.html", {"form": form}, status=status)


def hours_of(user: User) -> dict[str, object]:
    return {"since": user.quiet_from, "until": user.quiet_until}


def noted(request: HttpRequest, act: str, label: str, facts: dict[str, object]) -> None:
    stream, on = f"tai-khoan/{request.user.username}", timezone.localdate()
    history.record(stream, act, by=request.user.key, on=on, label=label, facts=facts)


@require_POST
@answered_once
def choose_mail(request: HttpRequest) -> HttpResponse:
    """Nhận hay thôi nhận nhắc việc qua thư điện tử."""
    wants = request.POST.get("nhan") == "1"
    User.objects.filter(username=request.user.username).update(wants_mail=wants)
    noted(request, "choose_mail", "Chọn nhận nhắc việc qua thư", {"wants_mail": wants})
    words = "Sẽ gửi nhắc việc qua thư điện tử." if wants else "Thôi gửi nhắc việc qua thư điện tử."
    messages.success(request, words)
    return redirect("reminders")
