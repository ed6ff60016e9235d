"""Mục lục tài liệu of a case, and all of it as one file for the archive."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens.documents.case_file import entries_of
from citizens.documents.words import letter_of
from citizens.views.desk_item import crumbs_of
from citizens.views.writing import item_or_404
from portal.documents.binding import Volume, bind
from portal.documents.converting import program
from portal.office import office
from portal.text import day

MOST_PAGES = 400


def case_or_404(request: HttpRequest, code: str) -> Any:
    case = item_or_404(request, "vu-viec", code, on=timezone.localdate())
    if letter_of(case).sealed:
        raise Http404
    return case


def contents(request: HttpRequest, code: str) -> HttpResponse:
    """Every paper with the pages that it fills; the first of them is this list's own."""
    case = case_or_404(request, code)
    rows, at = [], 2
    for entry in entries_of(case, pages=False):
        rows.append((entry, at, at + entry.sheets - 1))
        at += entry.sheets
    context = {
        "subject": case,
        "rows": rows,
        "pages": at - 1,
        "too_many": at > MOST_PAGES,
        "converts": bool(program()),
        "crumbs": crumbs_of(case),
    }
    return render(request, "citizens/case/contents.html", context)


def case_file(request: HttpRequest, code: str) -> HttpResponse:
    """PDF/A of everything, the list of contents first."""
    case, on = case_or_404(request, code), timezone.localdate()
    entries = entries_of(case, pages=True)
    if sum(entry.sheets for entry in entries) > MOST_PAGES:
        raise Http404
    made = f"ngày {day(on)}, {request.user.full_name}"  # type: ignore[union-attr]
    title = case.title or case.code
    volume = Volume(case.code, title, office(on), on, made, entries)
    name = f"{case.code}-tai-lieu.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bind(volume), content_type="application/pdf", headers=headers)
