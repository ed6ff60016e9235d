"""``/tim/``: one question to petitions and cases together; an exact number leads to its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode

from portal.filters import Asked, Listing, Reader, UnknownValue, page
from portal.registers import code_typed
from portal.views.list import unknown_value

from ..models import Case, Petition
from ..words.next_step import CASE_WAITS, PETITION_WAITS
from .desk_item import address_of
from .desk_lists import COLUMNS_OFFERED
from .desk_rows import (
    CASE_COLUMNS,
    PETITION_COLUMNS,
    case_rows,
    petition_rows,
)
from .lists import CASES, PETITIONS, cases_of, petitions_of

EACH = 10
USUAL = {column.name for column in COLUMNS_OFFERED if column.usual}


def find(request: HttpRequest) -> HttpResponse:
    """Tìm trong toàn Cổng: what this reader may see, newest first."""
    reader = Reader(request.user, timezone.localdate())
    typed = request.GET.get("q", "").strip()
    if there := page_of_number(typed, reader):
        return redirect(there)
    try:
        groups = list(found(typed, reader)) if typed else []
    except UnknownValue as problem:
        return unknown_value(problem)
    return render(request, "citizens/find.html", {"typed": typed, "groups": groups})


def page_of_number(typed: str, reader: Reader) -> str:
    """The page of a petition or case whose number was typed, with or without its zeros."""
    code = code_typed(typed)
    addresses = (address_of(model, code, reader) for model in (Case, Petition) if code)
    return next(filter(None, addresses), "")


def found(typed: str, reader: Reader) -> Iterator[dict[str, Any]]:
    cases = first_hits(
        CASES, cases_of(reader).annotate(**CASE_WAITS), (*CASE_COLUMNS, *CASE_WAITS), typed, reader
    )
    yield group("Vụ việc", "/vu-viec/", typed, cases, case_rows(cases.rows, on=reader.on))
    petitions = first_hits(
        PETITIONS,
        petitions_of(reader).annotate(**PETITION_WAITS),
        (*PETITION_COLUMNS, *PETITION_WAITS),
        typed,
        reader,
    )
    yield group("Đơn", "/don/", typed, petitions, petition_rows(petitions.rows, on=reader.on))


def first_hits(listing: Listing, rows: Any, columns: Any, typed: str, reader: Reader) -> Any:
    return page(
        Asked(listing, QueryDict(urlencode({"q": typed})), reader), rows, columns, size=EACH
    )


def group(title: str, at: str, typed: str, hits: Any, rows: list[Any]) -> dict[str, Any]:
    asked = urlencode({"q": typed})
    return {
        "title": title,
        "at": at,
        "rows": rows,
        "columns": USUAL,
        "suffix": f"?{urlencode({'ds': asked})}",
        "more": f"{at}?{asked}" if hits.next else "",
    }
