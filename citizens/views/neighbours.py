"""The rows before and after one inside the list it was opened from (``ds`` in the address)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode

from portal.filters import Asked, Listing, Reader, UnknownValue, neighbours


def beside(
    request: HttpRequest, item: Any, *, listing: Listing, rows: Any, reader: Reader
) -> dict[str, str] | None:
    """Addresses of the neighbours and the place among them; None without a list to be in."""
    if not (inside := request.GET.get("ds", "")):
        return None
    try:
        asked = Asked(listing, QueryDict(inside), reader)
    except UnknownValue:
        return None
    row = {"pk": item.pk, asked.order.column: getattr(item, asked.order.column)}
    found = neighbours(asked, rows, row)
    return {
        "list": f"?{inside}",
        "previous": address_of(item, found.previous, inside),
        "next": address_of(item, found.next, inside),
        "position": f"{found.position} / {found.total}" if found.position else "",
    }


def address_of(item: Any, code: str, inside: str) -> str:
    here = item.get_absolute_url().removesuffix(f"{item.code}/")
    return f"{here}{code}/?{urlencode({'ds': inside})}" if code else ""
