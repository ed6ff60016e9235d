"""A short table cut into numbered pages: the units of one office, inspections over the years.

Lists that grow with the office's work are cut by their keys (``portal.filters``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.text import number

SIZE = 50


@dataclass(frozen=True)
class Numbered:
    """The rows of one page; ``previous``, ``next``: addresses, where there are such pages."""

    rows: list[Any]
    words: str
    previous: str = ""
    next: str = ""


def page_of(request: HttpRequest, rows: list[Any] | QuerySet[Any], *, noun: str) -> Numbered:
    """``?trang=2``; of a query set one page is read."""
    at, last = page_asked(request), len(rows) if isinstance(rows, list) else rows.count()
    first = (at - 1) * SIZE
    if at > 1 and first >= last:
        raise BadRequest("Danh sách không có trang này.")
    found = list(rows[first : first + SIZE])
    words = f"{number(len(found))} trong {number(last)} {noun}"
    before = address(request, at - 1) if at > 1 else ""
    after = address(request, at + 1) if first + SIZE < last else ""
    return Numbered(found, words, before, after)


def page_asked(request: HttpRequest) -> int:
    typed = request.GET.get("trang", "1")
    if not (typed.isascii() and typed.isdigit() and int(typed[:5]) >= 1):
        raise BadRequest("Danh sách không có trang này.")
    return int(typed[:5])


def address(request: HttpRequest, page: int) -> str:
    asked = request.GET.copy()
    asked["trang"] = str(page)
    return f"?{asked.urlencode()}"
