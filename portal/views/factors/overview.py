"""/xac-thuc/: what somebody has beside the password; each is set up and taken away here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from portal.factors import App, PrintedCode, has_one, must_have, passkeys, sees_personal_data
from portal.factors.telling import tell
from portal.people import User
from portal.views.factors import session
from portal.views.factors.second_step import ask_again

LAST_ONE = "Đây là cách duy nhất còn lại của bước thứ hai: thiết lập một cách khác trước đã."


def reader(request: HttpRequest) -> Any:
    return request.user


@require_safe
def factors(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/factors/overview.html", had_by(request))


def had_by(request: HttpRequest) -> dict[str, Any]:
    user: Any = request.user
    on = timezone.localdate()
    return {
        "app": App.objects.filter(user=user).first(),
        "left": PrintedCode.objects.left().filter(user=user).count(),
        "keys": list(user.passkeys.all()),
        "keys_possible": passkeys.possible(),
        "must": must_have(user, on=on),
        "sees": sees_personal_data(user, on=on),
        "owed": session.OWED in request.session,
        "restorations": list(
            user.restorations.filter(used=True).select_related("asked_by", "confirmed_by")[:3]
        ),
    }


@require_POST
def drop_app(request: HttpRequest) -> HttpResponse:
    return drop(request, App.objects.filter(user=reader(request)), "Bỏ ứng dụng tạo mã")


@require_POST
def drop_codes(request: HttpRequest) -> HttpResponse:
    return drop(request, PrintedCode.objects.filter(user=reader(request)), "Bỏ mã in sẵn")


@require_POST
def drop_key(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(request.user.passkeys, pk=pk)
    return drop(request, request.user.passkeys.filter(pk=pk), "Bỏ khóa truy cập")


def drop(request: HttpRequest, rows: Any, label: str) -> HttpResponse:
    """Taken away, unless nothing would be left to whoever must have one."""
    if answer := ask_again(request, to=reverse("factors")):
        return answer
    if dropped(request.user, rows, label, at=timezone.now()):
        messages.success(request, f"Đã ghi: {label.lower()}.")
    else:
        messages.error(request, LAST_ONE)
    return redirect("factors")


@transaction.atomic
def dropped(user: User, rows: Any, label: str, *, at: datetime) -> bool:
    rows.delete()
    if must_have(user, on=timezone.localdate(at)) and not has_one(user):
        transaction.set_rollback(True)
        return False
    tell(user, "drop_factor", label, at=at)
    return True
