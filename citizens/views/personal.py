"""Hiện: numbers of people in clear, on a page once; who looked is recorded."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from portal import history


def record_look(request: HttpRequest, subject: Any, *, label: str) -> None:
    history.record(
        subject.stream,
        "show_personal",
        by=request.user.key,
        on=timezone.localdate(),
        label=label,
        facts={"fields": ["id_number", "phone"]},
    )
