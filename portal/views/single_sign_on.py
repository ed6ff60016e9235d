"""Đăng nhập bằng tài khoản của tỉnh: there and back; the second step stays the portal's own."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.single_sign_on import Provider, Silent, Unbelieved, person_behind, provider
from portal.throttling import allow
from portal.views import faults
from portal.views.factors.second_step import enter
from portal.views.going import client_address, local_address

log = logging.getLogger(__name__)
ASKED = "lien-thong"
ANSWERED_WITHIN = 10 * 60
TRIES, PAUSE = 20, 5 * 60
HINT = "Ông/bà thử lại, hoặc đăng nhập bằng mật khẩu của Cổng."


@login_not_required
@require_safe
def there(request: HttpRequest) -> HttpResponse:
    asked, at = asked_provider(), timezone.now()
    if not allow(f"province {client_address(request)}", limit=TRIES, per_seconds=PAUSE, now=at):
        return unanswered(429, "Đã thử quá nhiều lần trong ít phút.")
    try:
        address, kept = asked.question(back=way_back())
    except (Silent, Unbelieved) as problem:
        return not_known(problem)
    request.session[ASKED] = kept | {"at": at.timestamp(), "next": local_address(request)}
    return redirect(address)


@login_not_required
@require_safe
def back_again(request: HttpRequest) -> HttpResponse:
    """The question is answered once, by whoever asked it."""
    asked, at = asked_provider(), timezone.now()
    kept = request.session.pop(ASKED, None)
    if kept is None or at.timestamp() - kept["at"] > ANSWERED_WITHIN:
        return redirect("sign-in")
    try:
        claims = asked.answered(request.GET.dict(), kept, back=way_back(), at=at)
    except (Silent, Unbelieved) as problem:
        return not_known(problem)
    user = person_behind(claims, claim=asked.claim, at=at)
    if user is None:
        return nobody_here()
    return enter(request, user, at=at, to=kept["next"])


def asked_provider() -> Provider:
    if (known := provider()) is None:
        raise Http404
    return known


def way_back() -> str:
    """As it is written down at the province, whatever name the portal was called by."""
    return settings.PORTAL_URL + reverse("province-back")


def not_known(problem: Exception) -> HttpResponse:
    """What was wrong is for the log; a stranger learns nothing from it."""
    log.warning("province: %s %s", type(problem).__name__, problem)
    if isinstance(problem, Silent):
        return unanswered(503, "Hệ thống đăng nhập của tỉnh chưa trả lời.")
    return unanswered(403, "Câu trả lời của hệ thống đăng nhập của tỉnh không dùng được.")


def unanswered(status: int, message: str) -> HttpResponse:
    title = "Chưa đăng nhập được bằng tài khoản của tỉnh"
    return faults.page(status, title=title, message=message, hint=HINT)


def nobody_here() -> HttpResponse:
    return faults.page(
        403,
        title="Tài khoản của tỉnh này chưa dùng được ở đây",
        message="Cổng chỉ nhận người đã có tài khoản cán bộ, với đúng thông tin tỉnh đã xác minh.",
        hint="Ông/bà liên hệ quản trị để kiểm tra thư điện tử, tên đăng nhập đã ghi.",
    )
