"""A list whose state is its address: filters, tabs with counts, one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views import View

from portal.filters import (
    MOST,
    Asked,
    Listing,
    Page,
    Reader,
    Tab,
    UnknownValue,
    capped_counts,
    page,
)
from portal.text import number
from portal.views import faults


class ListView(View):
    """The rows that a reader may see, narrowed by what the address asks for."""

    listing: Listing
    columns: Sequence[Any]
    waits: Mapping[str, Any] = {}
    """Columns that are computed beside those of the row, by expression."""
    template: str
    noun: str

    def get(self, request: HttpRequest) -> HttpResponse:
        self.reader = Reader(request.user, timezone.localdate())
        self.visible = self.rows()
        try:
            self.asked = Asked(self.listing, request.GET, self.reader)
        except UnknownValue as problem:
            return unknown_value(problem)
        return self.answer()

    def answer(self) -> HttpResponse:
        rows = self.visible.annotate(**self.waits)
        found = page(self.asked, rows, (*self.columns, *self.waits))
        return render(self.request, self.template, self.context(found))

    def rows(self) -> QuerySet:
        """All that the reader may see."""
        raise NotImplementedError

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Rows as the template shows them."""
        raise NotImplementedError

    def context(self, found: Page) -> dict[str, Any]:
        tabs = self.counted_tabs()
        return {
            "rows": self.shown(found.rows),
            "page": found,
            "tabs": tabs,
            "filters": self.asked.bar(),
            "kept": self.asked.kept(),
            "chips": self.asked.chips(),
            "headings": self.asked.headings(),
            "inside": self.asked.query(),
            "how_many": self.how_many(found, tabs),
        }

    def counted_tabs(self) -> list[dict[str, Any]]:
        asked = [self.asked.narrowed(self.visible, dict(tab.asks)) for tab in self.tabs()]
        counts = capped_counts(asked)
        return [
            {
                "words": tab.words,
                "url": self.asked.tab_address(tab),
                "here": self.asked.is_at(tab),
                "count": capped(count),
                "late": bool(count and tab.tone),
                "found": count,
            }
            for tab, count in zip(self.tabs(), counts, strict=True)
        ]

    def tabs(self) -> Sequence[Tab]:
        return self.listing.tabs

    def how_many(self, found: Page, tabs: Sequence[Mapping[str, Any]]) -> str:
        """ "25 trong hơn 1.000 vụ việc"; the hits of a search are not counted beyond the page."""
        shown = len(found.rows)
        here = next((tab for tab in tabs if tab["here"]), None)
        if here and here["found"] > shown:
            return f"{number(shown)} trong {here['count'].lower()} {self.noun}"
        if found.previous or found.next:
            return f"{number(shown)} {self.noun} trên trang này"
        return f"{number(shown)} {self.noun}"


def capped(count: int) -> str:
    return f"Hơn {number(MOST - 1)}" if count >= MOST else number(count)


def unknown_value(problem: UnknownValue) -> HttpResponse:
    return faults.page(
        400,
        title="Địa chỉ này hỏi điều không có trong danh sách",
        message=str(problem),
        hint="Quay lại danh sách và chọn trong các bộ lọc có sẵn.",
    )
