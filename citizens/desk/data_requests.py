"""Requests about personal data that are not answered yet: two working days are soon over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from .. import rules
from ..models import DataRequest
from .circles import part_of
from .rows import Work

PARTS = ("", "tat-ca", "qua-han", "sap-han")
MOST = 50


def data_requests_owed(user: Any, *, on: date, part: str = "") -> list[Work]:
    """On the desk of whoever keeps the records: any of them may answer."""
    if part not in PARTS or not rules.keeps_records(user, on=on):
        return []
    rows = DataRequest.objects.open().annotate(due_key=F("due_on")).filter(part_of(part, on=on))
    return [_work(row, on=on) for row in rows.order_by("due_on", "pk")[:MOST]]


def _work(row: DataRequest, *, on: date) -> Work:
    return Work(
        code=row.code,
        url=row.get_absolute_url(),
        title=f"{row.name}: {row.get_right_display()}",
        words="Yêu cầu về dữ liệu cá nhân",
        standing=row.standing(as_of=on),
        act="Ghi trả lời",
        act_url=row.get_absolute_url(),
        due_on=row.due_on,
    )
