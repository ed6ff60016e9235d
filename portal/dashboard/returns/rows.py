"""The records behind one figure of a return: in order, a page at a time."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens.returns.records import SHELVES, Shelf
from portal.filters import Asked, Listing, Order, Page, Reader, UnknownValue, page
from portal.returns import Column, Form
from portal.text import number
from portal.views.list import unknown_value

from . import asked
from .addresses import at


class OfFigure(Asked):
    """A question whose address says which figure the rows belong to."""

    figure = ""

    def query(self, **changes: str) -> str:
        return "&".join(filter(None, (self.figure, super().query(**changes))))


def rows_of_figure(request: HttpRequest, path: str) -> HttpResponse:
    """What the reader may not see of them is told as a number, and nothing else."""
    reader = Reader(request.user, timezone.localdate())
    form, scope = asked.form_at(path), asked.scope_of(request, on=reader.on)
    column = column_of(form, request.GET.get("cot", ""))
    behind = form.rows(scope, column.number)
    visible = behind & behind.model.objects.visible_to(reader.user, on=reader.on)
    shelf = SHELVES[behind.model]
    try:
        asking = OfFigure(listing_of(shelf), request.GET, reader)
    except UnknownValue as problem:
        return unknown_value(problem)
    asking.figure = f"{at('return-rows', form, scope).partition('?')[2]}&cot={column.number}"
    found, total = page(asking, visible, shelf.columns), behind.count()
    context = {
        "form": form,
        "scope": scope,
        "column": column,
        "shelf": shelf,
        "total": total,
        "unseen": total - visible.count(),
        "lines": [shelf.line(row) for row in found.rows],
        "page": found,
        "headings": asking.headings(),
        "how_many": how_many(found, shelf, total),
        "url": at("return", form, scope),
    }
    return render(request, "portal/returns/rows.html", context)


def column_of(form: Form, typed: str) -> Column:
    if typed not in {str(column.number) for column in form.columns}:
        raise BadRequest("Không có cột này.")
    return form.column(int(typed))


def listing_of(shelf: Shelf) -> Listing:
    by_day = Order("nhan", shelf.day_words, shelf.day, read=shelf.by_day)
    return Listing((), (shelf.by_code, by_day), usual="so")


def how_many(found: Page, shelf: Shelf, total: int) -> str:
    """“25 trong 1.204 đơn”"""
    shown: Any = number(len(found.rows))
    paged = found.previous or found.next
    return f"{shown} trong {number(total)} {shelf.noun}" if paged else f"{shown} {shelf.noun}"
