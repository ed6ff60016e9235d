"""Whoever came with an inspection team: every reading stands in the register, nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal import history
from portal.people.teams import access_of, had_access
from portal.text import day
from portal.views import faults

READING = ("GET", "HEAD", "OPTIONS")
OWN_DOOR = (
    *("sign-in", "sign-out", "lock", "unlock", "first-password", "second-step", "check-again"),
    *("factors", "factor-app", "factor-codes", "factor-key", "sessions", "sessions-end"),
    *("health", "demo"),
)
"""Signing in and out, and what belongs to that."""


class ReadingOnly:
    """Asks once a request, and only of whoever holds no position at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 200 and getattr(request, "read_by_a_team", False):
            note(request, on=timezone.localdate())
        return response

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """A public page that is only read never learns who reads it."""
        match = request.resolver_match
        is_public = not getattr(view, "login_required", True)
        if (match and match.url_name in OWN_DOOR) or (is_public and request.method in READING):
            return None
        return self.answer(request) if request.user.is_authenticated else None

    def answer(self, request: HttpRequest) -> HttpResponse | None:
        on = timezone.localdate()
        if had_access(request.user, on=on):
            return over()
        request.read_by_a_team = access_of(request.user, on=on) is not None  # type: ignore[attr-defined]
        if request.read_by_a_team and request.method not in READING:  # type: ignore[attr-defined]
            return reads_only()
        return None


def note(request: HttpRequest, *, on: date) -> None:
    """The address without what was asked in it: a search may hold a name."""
    with transaction.atomic():
        history.record(
            f"thanh-tra/{request.user.key}",
            "read",
            by=request.user.key,
            on=on,
            label=f"Xem {request.path}"[:300],
        )


def reads_only() -> HttpResponse:
    return faults.page(
        403,
        title="Tài khoản này chỉ để xem",
        message="Tài khoản của đoàn thanh tra, kiểm tra không ghi, sửa hay gửi gì trong Cổng.",
        hint="Cần thêm tài liệu, đoàn đề nghị người được cơ quan cử làm việc với đoàn.",
    )


def over() -> HttpResponse:
    return faults.page(
        403,
        title="Thời hạn xem đã hết",
        message=f"Đến ngày {day(timezone.localdate())}, quyền xem của đoàn không còn hiệu lực.",
        hint="Khi đoàn được gia hạn, quản trị hệ thống ghi thời hạn mới theo quyết định.",
    )
