"""A list whose state is its address: filters, tabs with counts, one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views import View

from portal.filters import (
    Asked,
    Column,
    Listing,
    Page,
    Reader,
    UnknownValue,
    Within,
    cut,
    shown_to,
    stretch,
)
from portal.text import number, upper_first
from portal.views import faults
from portal.views.places import Places


class ListView(Places, View):
    """The rows that a reader may see, narrowed by what the address asks for."""

    listing: Listing
    columns: Sequence[Any]
    waits: Mapping[str, Any] = {}
    """Columns that are computed beside those of the row, by expression."""
    template: str
    noun: str
    at: str = ""
    """The address of a list whose filters can be saved and whose columns chosen."""
    offered: Sequence[Column] = ()
    prefetched: Sequence[str] = ()
    """What the rules of steps ask of each row, for acts on many rows."""
    known: ClassVar[dict[str, type[ListView]]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if cls.__dict__.get("at"):
            ListView.known[cls.at] = cls

    @classmethod
    def heading(cls) -> str:
        return upper_first(cls.noun)

    @classmethod
    def read_by(cls, reader: Reader) -> ListView:
        """The list as this reader finds it, for pages that act on its rows."""
        here = cls()
        here.reader = reader
        return here

    def get(self, request: HttpRequest) -> HttpResponseBase:
        self.reader = Reader(request.user, timezone.localdate())
        try:
            self.asked = Asked(self.listing, request.GET or self.opening(), self.reader)
        except UnknownValue as problem:
            return unknown_value(problem)
        return self.answer()

    def opening(self) -> QueryDict:
        """What the bare address asks for; everything unless a list knows better."""
        return QueryDict()

    @cached_property
    def columns_shown(self) -> frozenset[str]:
        return shown_to(self.reader.user, self.at, self.offered)

    def answer(self) -> HttpResponseBase:
        return render(self.request, self.template, self.context(self.found()))

    def found(self) -> Page:
        return cut(self.asked, list(self.stretch()))

    def stretch(self) -> QuerySet:
        computed = self.computed()
        return stretch(self.asked, self.visible.annotate(**computed), (*self.columns, *computed))

    def computed(self) -> Mapping[str, Any]:
        """Those that the shown columns need."""
        return self.waits

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Rows as the template shows them."""
        raise NotImplementedError

    def context(self, found: Page) -> dict[str, Any]:
        tabs, saved = self.counted()
        return {
            "rows": self.shown(found.rows),
            "page": found,
            "tabs": tabs,
            "saved": saved,
            "save_url": self.save_url([*tabs, *saved]),
            "columns": self.columns_shown,
            "filters": self.asked.bar(),
            "kept": self.asked.kept(),
            "chips": self.asked.chips(),
            "headings": self.asked.headings(),
            "inside": self.asked.query(),
            "how_many": self.how_many(found, tabs),
        }

    def how_many(self, found: Page, tabs: Sequence[Mapping[str, Any]]) -> str:
        """ "25 trong hơn 1.000 vụ việc"; hits of a search are not counted beyond the page.

        What a figure opens says exactly as many.
        """
        shown = len(found.rows)
        here = next((tab for tab in tabs if tab["here"]), None)
        if here and here["found"] > shown:
            return f"{number(shown)} trong {here['count'].lower()} {self.noun}"
        if (found.previous or found.next) and opened_by_a_figure(self.asked):
            total = self.asked.narrowed(self.visible).count()
            return f"{number(shown)} trong {number(total)} {self.noun}"
        if found.previous or found.next:
            return f"{number(shown)} {self.noun} trên trang này"
        return f"{number(shown)} {self.noun}"


def opened_by_a_figure(asked: Asked) -> bool:
    """A figure of a report leads here: a period, no words."""
    conditions = [asked.listing.condition(name) for name in asked.values]
    return any(isinstance(each, Within) for each in conditions) and not asked.question


def unknown_value(problem: UnknownValue) -> HttpResponse:
    return faults.page(
        400,
        title="Địa chỉ này hỏi điều không có trong danh sách",
        message=str(problem),
        hint="Quay lại danh sách và chọn trong các bộ lọc có sẵn.",
    )
