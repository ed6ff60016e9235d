"""The places of a list: its tabs and the reader's saved filters, each with its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from portal.filters import MOST, Asked, Listing, Reader, SavedFilter, Tab, capped_counts
from portal.text import number


class Places:
    """Tabs and saved filters of a ``ListView``."""

    listing: Listing
    at: str
    asked: Asked
    reader: Reader

    def rows(self) -> QuerySet:
        """All that the reader may see."""
        raise NotImplementedError

    @cached_property
    def visible(self) -> QuerySet:
        """The same, composed when it is first asked for."""
        return self.rows()

    def counted(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Tabs and saved filters, each with its count."""
        tabs, saved = self.tabs(), self.saved_filters()
        new = [row.new_rows(self.listing, self.visible, self.reader) for row in saved]
        counts = [*self.tab_counts(), *(capped_counts(new) if new else ())]
        return (
            [self.tab(tab, count) for tab, count in zip(tabs, counts, strict=False)],
            [self.saved(row, new) for row, new in zip(saved, counts[len(tabs) :], strict=True)],
        )

    def tab_counts(self) -> list[int]:
        return capped_counts(self.tab_rows())

    def tab_rows(self) -> list[QuerySet]:
        return [self.asked.narrowed(self.visible, dict(tab.asks)) for tab in self.tabs()]

    def tab(self, tab: Tab, count: int) -> dict[str, Any]:
        return {
            "words": tab.words,
            "url": self.asked.tab_address(tab),
            "here": self.asked.is_at(tab),
            "count": capped(count),
            "late": bool(count and tab.tone),
            "found": count,
        }

    def saved_filters(self) -> Sequence[SavedFilter]:
        if not self.at:
            return ()
        return SavedFilter.objects.offered(self.reader.user, self.at, on=self.reader.on)

    def saved(self, row: SavedFilter, new: int) -> dict[str, Any]:
        return {
            "words": row.name,
            "url": reverse("saved-filter", args=[row.pk]),
            "here": row.query == self.asked.query(),
            "new": capped(new) if new else "",
            "shared": row.unit_id is not None,
        }

    def save_url(self, places: Sequence[Mapping[str, Any]]) -> str:
        """Where what is asked now can be given a name; '' where it has one."""
        if not (self.at and self.asked.values) or any(place["here"] for place in places):
            return ""
        asks = {"danh-sach": self.at, "loc": self.asked.query()}
        return f"{reverse('saved-filter-new')}?{urlencode(asks)}"

    def tabs(self) -> Sequence[Tab]:
        return self.listing.tabs


def capped(count: int) -> str:
    return f"Hơn {number(MOST - 1)}" if count >= MOST else number(count)
