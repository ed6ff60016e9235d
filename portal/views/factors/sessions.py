"""/phien-dang-nhap/: sessions and known devices of whoever reads the page, each to be ended."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from portal.factors import SignIn, end, known_devices, open_sessions
from portal.factors.telling import tell
from portal.views.lock import SEEN


@require_safe
def session_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    this = request.session.session_key or ""
    context = {
        "sessions": open_sessions(request.user, this=this, seen=SEEN, at=at),
        "devices": list(known_devices(request.user, at=at)),
    }
    return render(request, "portal/factors/sessions.html", context)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(request.user.sign_ins, pk=pk)
    is_this = row.session == request.session.session_key
    with transaction.atomic():
        end(SignIn.objects.filter(pk=row.pk))
        tell(request.user, "end_session", "Kết thúc một phiên đăng nhập", at=timezone.now())
    if is_this:
        logout(request)
        return redirect("sign-in")
    messages.success(request, "Đã kết thúc phiên đăng nhập đó.")
    return redirect("sessions")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Every session but this one, and every known device."""
    at = timezone.now()
    with transaction.atomic():
        end(request.user.sign_ins.exclude(session=request.session.session_key))
        known_devices(request.user, at=at).end(at=at)
        tell(request.user, "end_session", "Kết thúc mọi phiên đăng nhập khác", at=at)
    messages.success(request, "Đã kết thúc mọi phiên khác; thiết bị đã nhớ sẽ được hỏi lại.")
    return redirect("sessions")


@require_POST
def end_device(request: HttpRequest, pk: int) -> HttpResponse:
    at = timezone.now()
    device = get_object_or_404(known_devices(request.user, at=at), pk=pk)
    with transaction.atomic():
        known_devices(request.user, at=at).filter(pk=device.pk).end(at=at)
        tell(request.user, "end_device", "Thôi nhớ một thiết bị", at=at)
    messages.success(request, f"Đã thôi nhớ thiết bị: {device}.")
    return redirect("sessions")
