from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.dashboard.audit.forms import ACTS, SIGHTS, QuestionForm
from portal.dashboard.audit.rows import Line, Question, acts, lines, reads_the_log, sights
from portal.filters import UnknownValue
from portal.templatetags.navigation import OPEN_TO
from portal.views.list import unknown_value
from portal.views.spreadsheet import spreadsheet

PAGE = 50
MOST_TAKEN = 50_000
KINDS = {ACTS: ("Đã làm", acts), SIGHTS: ("Đã xem", sights)}
HEADINGS = (("Lúc", 18), ("Ngày", 12), ("Người", 28), ("Việc", 50), ("Số", 20), ("Người soạn", 28))
OPEN_TO["audit"] = reads_the_log


@require_safe
def audit(request: HttpRequest) -> HttpResponseBase:
    """``?viec=lam|xem&so=&nguoi=&tu=&den=&sau=``: fifty lines, the newest first."""
    form = asked(request)
    try:
        kind, before = kind_of(request), before_of(request)
    except UnknownValue as problem:
        return unknown_value(problem)
    valid = form.is_valid()
    found = page(request, kind, form.question if valid else Question(), before) if valid else []
    shown = lines(found[:PAGE])
    context = {
        "form": form,
        "lines": shown,
        "tabs": tabs(request, kind),
        "next": address(request, sau=found[PAGE - 1].pk) if len(found) > PAGE else "",
        "file": address(request, sau="") if shown else "",
        "narrowed": any(form.data.values()),
        "kind": kind,
    }
    return render(request, "portal/audit/list.html", context, status=200 if valid else 422)


@require_safe
def audit_file(request: HttpRequest) -> HttpResponseBase:
    """For an inspector: the same lines, formula-safe; that it was taken is itself in the log."""
    form = asked(request)
    try:
        kind = kind_of(request)
    except UnknownValue as problem:
        return unknown_value(problem)
    if not form.is_valid():
        return unknown_value(UnknownValue("Địa chỉ này hỏi điều nhật ký không hiểu."))
    on = timezone.localdate()
    rows = KINDS[kind][1](form.question, user=request.user, on=on)[:MOST_TAKEN]
    title = f"Nhật ký {KINDS[kind][0].lower()}"
    return spreadsheet(HEADINGS, cells(lines(rows)), name=f"nhat-ky-{kind}-{on}", title=title)


def asked(request: HttpRequest) -> QuestionForm:
    if not reads_the_log(request.user, on=timezone.localdate()):
        raise Http404
    known = {name: request.GET.get(name, "") for name in QuestionForm.base_fields}
    return QuestionForm(known)


def kind_of(request: HttpRequest) -> str:
    kind = request.GET.get("viec", ACTS)
    if kind not in KINDS:
        raise UnknownValue("Nhật ký chỉ có phần đã làm và phần đã xem.")
    return kind


def before_of(request: HttpRequest) -> int | None:
    before = request.GET.get("sau", "")
    if before and not (before.isascii() and before.isdigit() and len(before) < 19):
        raise UnknownValue("Trang này của nhật ký không còn.")
    return int(before) if before else None


def page(request: HttpRequest, kind: str, question: Question, before: int | None) -> list[Any]:
    rows = KINDS[kind][1](question, user=request.user, on=timezone.localdate())
    return list((rows.filter(pk__lt=before) if before else rows)[: PAGE + 1])


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    return [
        {"words": words, "url": address(request, viec=kind, sau=""), "here": kind == here}
        for kind, (words, _) in KINDS.items()
    ]


def address(request: HttpRequest, **change: Any) -> str:
    query = request.GET.copy()
    for name, value in change.items():
        query[name] = value
    return "?" + "&".join(f"{name}={value}" for name, value in encoded(query) if value)


def encoded(query: Any) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        yield quote(name), quote(str(value))


def cells(rows: list[Line]) -> Iterator[list[Any]]:
    for each in rows:
        at = timezone.localtime(each.at)
        yield [f"{at:%H:%M:%S}", at.date(), each.who, each.what, each.subject, each.prepared_by]
