"""What an address asks of a list, read and checked; and the addresses that lead on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from portal.filters.conditions import Choice, Reader, UnknownValue, Within, Words
from portal.filters.orders import Order

SORT, AFTER, BEFORE = "sap-xep", "sau", "truoc"


@dataclass(frozen=True)
class Tab:
    """A question asked so often that it has a name: its words and what it asks."""

    words: str
    asks: tuple[tuple[str, str], ...] = ()
    tone: str = ""


@dataclass(frozen=True)
class Listing:
    """How one list may be narrowed and sorted, and its tabs."""

    conditions: tuple[Choice | Within | Words, ...]
    orders: tuple[Order, ...]
    tabs: tuple[Tab, ...] = ()
    usual: str = "han"
    found: str = "-nhan"
    """The order of what was searched for, unless the reader wants another."""
    whole: Tab | None = None
    """Everything, where a bare address opens on less; beside another question it says nothing."""

    def order(self, name: str) -> Order:
        for order in self.orders:
            if order.name == name:
                return order
        raise UnknownValue(f"Danh sách không xếp được theo “{name[:60]}”.")

    def condition(self, name: str) -> Choice | Within | Words:
        return next(each for each in self.conditions if each.name == name)

    @property
    def words(self) -> Words | None:
        return next((each for each in self.conditions if isinstance(each, Words)), None)


class Asked:
    """One reader's question to a list."""

    def __init__(self, listing: Listing, query: QueryDict, reader: Reader) -> None:
        self.listing, self.reader = listing, reader
        self.values = without_whole(dict(self._read(query)), listing.whole)
        self.sort = query.get(SORT, "")
        sort = self.sort or (listing.found if self.question else listing.usual)
        self.order = listing.order(sort.removeprefix("-"))
        self.falling = sort.startswith("-")
        self.after = self._place(query.get(AFTER, ""))
        self.before = None if self.after else self._place(query.get(BEFORE, ""))

    def _read(self, query: QueryDict) -> Any:
        for condition in self.listing.conditions:
            if typed := query.get(condition.name, "").strip():
                yield condition.name, condition.read(typed)

    def _place(self, cursor: str) -> tuple[Any, int] | None:
        return self.order.place(cursor) if cursor else None

    # what it asks

    @property
    def question(self) -> str:
        words = self.listing.words
        return self.values.get(words.name, "") if words else ""

    def narrowed(self, rows: QuerySet, values: dict[str, str] | None = None) -> QuerySet:
        """The rows that are asked for, in no order."""
        for name, value in (self.values if values is None else values).items():
            rows = self.listing.condition(name).narrow(rows, value, self.reader)
        return rows

    def parts(self, rows: QuerySet, place: Any, *, falling: bool) -> Sequence[QuerySet]:
        """The same rows, cut so that whoever reads the first page need not find them all."""
        words = self.listing.words
        if not (words and self.question and self.order.name == "nhan"):
            return [self.narrowed(rows)]
        others = {name: value for name, value in self.values.items() if name != words.name}
        since = place[0] if place else None
        rows = self.narrowed(rows, others)
        return words.slices(rows, self.question, since, falling, self.reader)

    # where one can go from here

    def query(self, **changes: str) -> str:
        """The query string with these answers changed; '' takes one away. Cursors do not stay."""
        asks = self.values | ({SORT: self.sort} if self.sort else {})
        asks |= {name.replace("_", "-"): value for name, value in changes.items()}
        return urlencode({name: value for name, value in asks.items() if value})

    def address(self, **changes: str) -> str:
        return f"?{self.query(**changes)}"

    def chips(self) -> list[tuple[str, str]]:
        """What narrows the list; what only tabs ask is told here once no tab stands for it."""
        told_by_tab = any(self.is_at(tab) for tab in self.listing.tabs)
        shown = ((self.listing.condition(name), value) for name, value in self.values.items())
        return [
            (each.chip(value), self.address(**{each.name: ""}))
            for each, value in shown
            if each.in_bar or not told_by_tab
        ]

    def bar(self) -> list[dict[str, Any]]:
        return [
            each.as_control(self.values.get(each.name, ""))
            for each in self.listing.conditions
            if each.in_bar and (not each.when_asked or each.name in self.values)
        ]

    def kept(self) -> list[tuple[str, str]]:
        """What the bar carries along unseen."""
        hidden = [
            each for each in self.values.items() if not self.listing.condition(each[0]).in_bar
        ]
        return [*hidden, *([(SORT, self.sort)] if self.sort else [])]

    def headings(self) -> dict[str, dict[str, str]]:
        """For each order: where its heading leads, and how it stands for a screen reader."""
        return {order.name.replace("-", "_"): self._heading(order) for order in self.listing.orders}

    def _heading(self, order: Order) -> dict[str, str]:
        here = order == self.order
        rising = here and not self.falling
        return {
            "url": self.address(sap_xep=f"-{order.name}" if rising else order.name),
            "sort": ("descending" if self.falling else "ascending") if here else "",
            "arrow": (" ↓" if self.falling else " ↑") if here else "",
        }

    def tab_address(self, tab: Tab) -> str:
        return f"?{urlencode(tab.asks)}" if tab.asks else "?"

    def is_at(self, tab: Tab) -> bool:
        return self.values == dict(tab.asks)


def without_whole(values: dict[str, str], whole: Tab | None) -> dict[str, str]:
    """That everything is meant says nothing beside another question."""
    asks = dict(whole.asks) if whole else {}
    others = {name: value for name, value in values.items() if asks.get(name) != value}
    return others or values
