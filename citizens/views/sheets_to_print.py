"""Nhãn and bìa: what is glued on a folder, and what lies on top of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens.sheets.case import read_sheet
from citizens.views.desk_item import crumbs_of, sheet_or_404
from citizens.views.desk_lists import CaseList, PetitionList
from citizens.words.people import people_of
from portal.filters import Reader, UnknownValue
from portal.views.bulk import Selection
from portal.views.list import ListView, unknown_value

MOST = 240
"""Ten sheets of labels."""


def petition_labels(request: HttpRequest) -> HttpResponse:
    return labels(request, PetitionList)


def case_labels(request: HttpRequest) -> HttpResponse:
    return labels(request, CaseList)


def labels(request: HttpRequest, view: type[ListView]) -> HttpResponse:
    """``so``, ``tat-ca``, ``loc``: the rows marked in the list. No name stands on a label."""
    selection = Selection.read(request.GET, view, Reader(request.user, timezone.localdate()))
    try:
        rows: list[Any] = selection.subjects()
    except UnknownValue as problem:
        return unknown_value(problem)
    context = {
        "rows": rows[:MOST],
        "left_out": max(len(rows) - MOST, 0),
        "heading": view.heading(),
        "back": selection.back,
    }
    return render(request, "citizens/labels.html", context)


def case_folder(request: HttpRequest, code: str) -> HttpResponse:
    """Bìa vụ việc: what it is, whose it is, and what lies in it."""
    on = timezone.localdate()
    case, lists = sheet_or_404(read_sheet, request, code, on=on)
    context = {
        "case": case,
        "people": people_of(case.petition, lists["parties"]),
        "contents": [*contents_of(case, lists)],
        "crumbs": crumbs_of(case),
        "on": on,
    }
    return render(request, "citizens/case/folder.html", context)


def contents_of(case: Any, lists: dict[str, list[Any]]) -> list[tuple[str, str, Any]]:
    """(what, number, day) of the letters, the issued papers and the other files."""
    sent = lists["petitions"] or [case.petition]
    letters = [(f"Đơn: {row.title}", row.code, row.received_on) for row in sent]
    papers = [(row.title, row.number, row.dated_on) for row in lists["papers"] if row.dated_on]
    files = [(str(link), "", None) for link in lists["files"]]
    return [*letters, *sorted(papers, key=lambda row: row[2]), *files]
