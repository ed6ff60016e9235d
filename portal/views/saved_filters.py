"""Saved filters: given a name, opened, shared with the unit, taken away; and chosen columns."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.filters import Asked, Reader, SavedFilter, UnknownValue, choose, newest_of, shown_to
from portal.forms.saved_filter import SavedFilterForm
from portal.once import answered_once
from portal.views.list import ListView, unknown_value

MOST = 60
"""Nobody reads more names beside a list."""


def reader_of(request: HttpRequest) -> Reader:
    return Reader(request.user, timezone.localdate())


def saved_filters(request: HttpRequest) -> HttpResponse:
    """All that this reader has or was given, list by list."""
    reader = reader_of(request)
    rows = SavedFilter.objects.visible_to(reader.user, on=reader.on)
    found = rows.select_related("owner", "unit").order_by("at", "name")
    groups: dict[str, tuple[str, list[Any]]] = {
        at: (view.heading(), []) for at, view in ListView.known.items()
    }
    for row in found:
        if row.at in groups:
            groups[row.at][1].append((row, words_of(row, reader), row.owner_id == reader.user.pk))
    context = {"groups": [group for group in groups.values() if group[1]]}
    return render(request, "portal/filters/list.html", context)


def words_of(row: SavedFilter, reader: Reader) -> str:
    asked = row.asked(ListView.known[row.at].listing, reader)
    if asked is None:
        return "Có điều kiện không còn dùng được; xóa bộ lọc này rồi lưu bộ lọc khác"
    return ", ".join(words for words, _ in asked.chips()) or "Theo mục có sẵn của danh sách"


def open_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """To the list; what is there now is no longer new to this reader."""
    row = visible_or_404(request, pk)
    newest = newest_of(list_or_404(row.at).read_by(reader_of(request)).visible.model)
    row.opened(by=request.user, newest=newest)
    return redirect(row.address)


@answered_once
def new_saved(request: HttpRequest) -> HttpResponse:
    """``?danh-sach=`` the address of the list, ``&loc=`` what it is asked."""
    view, reader = list_or_404(request.GET.get("danh-sach", "")), reader_of(request)
    try:
        asked = Asked(view.listing, QueryDict(request.GET.get("loc", "")), reader)
    except UnknownValue as problem:
        return unknown_value(problem)
    if not asked.values or len(asked.query()) > 1000:
        raise BadRequest("Chưa có điều kiện lọc nào để lưu.")
    if SavedFilter.objects.filter(owner=reader.user, at=view.at).count() >= MOST:
        raise BadRequest(f"Mỗi danh sách lưu được {MOST} bộ lọc; xóa bớt bộ lọc không dùng.")
    newest = newest_of(view.read_by(reader).visible.model)
    row = SavedFilter(owner=reader.user, at=view.at, query=asked.query(), newest_when_saved=newest)
    return edit(request, row, reader)


@answered_once
def edit_saved(request: HttpRequest, pk: int) -> HttpResponse:
    return edit(request, own_or_404(request, pk), reader_of(request))


def edit(request: HttpRequest, row: SavedFilter, reader: Reader) -> HttpResponse:
    form = SavedFilterForm(request.POST or None, by=reader.user, on=reader.on, saved=row)
    if request.method == "POST" and form.is_valid():
        messages.success(request, f"Đã lưu bộ lọc: {form.keep()}.")
        return redirect(row.address)
    context = {"form": form, "row": row, "words": words_of(row, reader)}
    status = 422 if form.is_bound else 200
    return render(request, "portal/filters/edit.html", context, status=status)


@require_POST
@answered_once
def delete_saved(request: HttpRequest, pk: int) -> HttpResponse:
    row = own_or_404(request, pk)
    messages.success(request, f"Đã xóa bộ lọc: {row}.")
    row.delete()
    return redirect("saved-filters")


def visible_or_404(request: HttpRequest, pk: int) -> SavedFilter:
    reader = reader_of(request)
    return get_object_or_404(SavedFilter.objects.visible_to(reader.user, on=reader.on), pk=pk)


def own_or_404(request: HttpRequest, pk: int) -> SavedFilter:
    return get_object_or_404(SavedFilter, pk=pk, owner=request.user)


def list_or_404(at: str) -> type[ListView]:
    if at not in ListView.known:
        raise Http404
    return ListView.known[at]


# columns


@answered_once
def choose_columns(request: HttpRequest) -> HttpResponse:
    """``?danh-sach=`` the address of the list, ``&loc=`` what it was asked, for the way back."""
    view = list_or_404(request.GET.get("danh-sach", ""))
    if not view.offered:
        raise Http404
    inside = request.GET.get("loc", "")
    back = f"{view.at}?{inside}" if inside else view.at
    if request.method == "POST":
        chosen = set(request.POST.getlist("cot"))
        choose(request.user, view.at, [each.name for each in view.offered if each.name in chosen])
        return redirect(back)
    context: dict[str, Any] = {
        "heading": view.heading(),
        "offered": view.offered,
        "shown": shown_to(request.user, view.at, view.offered),
        "back": back,
    }
    return render(request, "portal/filters/columns.html", context)
