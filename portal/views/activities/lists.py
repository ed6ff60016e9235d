"""The list of a register, and the same as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http.response import HttpResponseBase

from portal.activities import PlannedVisit
from portal.activities.entries import STRUCK, Programme
from portal.activities.planned_visits import clashes_of
from portal.deadlines import Standing
from portal.filters import (
    Choice,
    Listing,
    Order,
    Page,
    Reader,
    Within,
    by_year,
    field_options,
    fields_below,
    unit_options,
)
from portal.planning.rules import works_here
from portal.registers import CodeKey
from portal.text import day, slug
from portal.views.activities.registers import REGISTERS, Register
from portal.views.list import ListView
from portal.views.planning.lists import NO_RIGHT, no_match, of_unit, words_in
from portal.views.spreadsheet import spreadsheet

HOME = ("Hoạt động", "/hoat-dong/")
STANDING = (("trong-so", "Không kể dòng đã gạch"), ("da-gach", "Dòng đã gạch"))
AT_ONCE = 500


def of_programme(rows: Any, programme: str, reader: Reader) -> QuerySet:
    return rows.of_programme(programme)


def of_field(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(field__in=fields_below(code))


def in_book(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=STRUCK) if value == "da-gach" else rows.exclude(stage=STRUCK)


def listing_of(register: Register) -> Listing:
    seen_as = (
        (Choice("xem", "Xem", "Tất cả", lambda: register.views, register.seen_as, in_bar=False),)
        if register.seen_as
        else ()
    )
    return Listing(
        conditions=(
            words_in("title", "code"),
            by_year(register.model, "from_on"),
            Within("trong", f"{register.date_words} trong", "from_on"),
            Choice("chuong-trinh", "Chương trình", "Mọi chương trình",
                   lambda: Programme.choices, of_programme),
            *register.by,
            Choice("don-vi", "Đơn vị", "Mọi đơn vị", unit_options, of_unit),
            Choice("linh-vuc", "Lĩnh vực", "Mọi lĩnh vực", field_options, of_field,
                   when_asked=True),
            Choice("so-sach", "Dòng", "Mọi dòng", lambda: STANDING, in_book, when_asked=True),
            *seen_as,
        ),
        orders=(
            Order("ngay", register.date_words, "from_on"),
            Order("so", "Số", "code", read=str, key=CodeKey),
        ),
        tabs=register.tabs,
        usual="-ngay",
        found="-ngay",
    )  # fmt: skip


class RegisterList(ListView):
    """Rows of one register."""

    register: ClassVar[Register]
    columns = ("pk", "code", "from_on")
    template = "portal/activity/list.html"

    def rows(self) -> QuerySet:
        return self.register.model.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        keys = [row["pk"] for row in found]
        rows = self.whole(self.register.model.objects.filter(pk__in=keys)).in_bulk()
        clashes = clashes_of(rows.values()) if self.register.model is PlannedVisit else {}
        return [
            {"row": rows[key], "cells": self.cells(rows[key]), "clashes": clashes.get(key, [])}
            for key in keys
        ]

    def whole(self, rows: QuerySet) -> QuerySet:
        return rows.select_related(*self.register.beside).prefetch_related(*self.register.fetched)

    def cells(self, row: Any) -> list[dict[str, Any]]:
        on = self.reader.on
        return [
            {"words": column.words, "says": says, "is_due": isinstance(says, Standing)}
            for column in self.register.listed
            for says in [shown_as(column.says(row, on))]
        ]

    def context(self, found: Page) -> dict[str, Any]:
        shown = super().context(found)
        writes = self.register.model.workflow["note"].rule(self.reader.user, on=self.reader.on)
        return shown | {
            "register": self.register,
            "writes": writes,
            "crumbs": [HOME],
            "empty": None if found.rows else self.empty(shown["tabs"], writes=writes),
        }

    def empty(self, tabs: Iterable[Mapping[str, Any]], *, writes: bool) -> Mapping[str, str]:
        if not works_here(self.reader.user, on=self.reader.on):
            return NO_RIGHT
        if any(tab["found"] for tab in tabs):
            return no_match("Không có dòng nào khớp")
        nothing = {"kind": "nothing", "title": "Sổ chưa có dòng nào", "words": self.register.about}
        act = {"url": f"{self.register.url}moi/", "act": self.register.act}
        return nothing | act if writes else nothing


def shown_as(says: Any) -> Any:
    return day(says) if isinstance(says, date) else says


class RegisterFile(RegisterList):
    """All that the list shows, not only its page, in the same order."""

    def answer(self) -> HttpResponseBase:
        headings = (
            *(("Số", 16), (self.register.date_words, 14), ("Nội dung", 60)),
            *((column.words, column.width) for column in self.register.columns),
            *(("Đơn vị", 28), ("Lĩnh vực", 24), ("Chương trình", 24), ("Lý do gạch", 30)),
        )
        name = f"{slug(self.register.title)}-{self.reader.on}"
        return spreadsheet(headings, self.lines(), name=name, title=self.register.title)

    def lines(self) -> Iterator[tuple[Any, ...]]:
        rows = self.asked.order.arranged(
            self.asked.narrowed(self.visible), falling=self.asked.falling
        )
        rows = self.whole(rows).select_related(*self.register.beside, "field")
        for row in rows.iterator(chunk_size=AT_ONCE):
            yield self.line(row, on=self.reader.on)

    def line(self, row: Any, *, on: date) -> tuple[Any, ...]:
        cells = (column.says(row, on) for column in self.register.columns)
        return (
            *(row.code, row.from_on, row.title),
            *(cell.words if isinstance(cell, Standing) else cell for cell in cells),
            *(str(row.unit), row.field and str(row.field), row.get_programme_display()),
            row.struck_because,
        )


def list_of(register: Register, kind: type[RegisterList]) -> type[RegisterList]:
    """The list of this register."""
    named = {"register": register, "listing": listing_of(register), "noun": "dòng"}
    return type(f"{register.model.__name__}{kind.__name__}", (kind,), named)


LISTS = [(each, list_of(each, RegisterList), list_of(each, RegisterFile)) for each in REGISTERS]
