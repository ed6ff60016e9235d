"""Requests about personal data that are not answered yet: two working days are soon over."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.deadlines import last_soon
from portal.kept import Kept

from .. import rules
from ..models import DataRequest
from .rows import Work

PARTS = ("", "tat-ca", "qua-han", "sap-han")
MOST = 50


@Kept
def open_requests() -> list[DataRequest]:
    """A handful for the whole office: read once in a while, not by desk."""
    return list(DataRequest.objects.open().order_by("due_on", "pk")[:MOST])


def data_requests_owed(user: Any, *, on: date, part: str = "") -> list[Work]:
    """On the desk of whoever keeps the records: any of them may answer."""
    if part not in PARTS or not rules.keeps_records(user, on=on):
        return []
    return [_work(row, on=on) for row in open_requests() if is_in(part, row, on=on)]


def is_in(part: str, row: DataRequest, *, on: date) -> bool:
    """The same parts as of petitions."""
    if part == "qua-han":
        return row.due_on < on
    return part != "sap-han" or on <= row.due_on <= last_soon(on)


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
