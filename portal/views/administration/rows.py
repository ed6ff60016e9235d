"""/quan-tri/: the tables that the administrator keeps, each as a list and a form of its own.

No contents of cases here, and nobody gives themselves a position.
"""

from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from portal import history
from portal.drafts import recall
from portal.factors.restoring import waits_for_first_link
from portal.forms.administration.rows import Row
from portal.once import answered_once
from portal.people import Position, User
from portal.text import fold
from portal.views.administration.asking import answers, mark_of, typed
from portal.views.administration.door import for_the_administrator
from portal.views.administration.tables import Table, table_at
from portal.views.factors.second_step import ask_again
from portal.workflow import Moving

MOST_ROWS = 1000


@for_the_administrator
def table_list(request: HttpRequest, path: str) -> HttpResponse:
    """``?q=``: lines that have all these words, typed with or without accents."""
    table, asked = table_at(path), request.GET.get("q", "").strip()
    lines = [(row, told(table, row)) for row in table.rows[:MOST_ROWS]]
    found = [(row, cells) for row, cells in lines if matches(cells, asked)]
    context = {"table": table, "rows": found, "asked": asked, "any": bool(lines)}
    return render(request, "portal/administration/table.html", context)


def told(table: Table, row: Any) -> list[tuple[str, object]]:
    """Each cell under its heading: on a telephone a line is a card."""
    return [(label, value(row)) for label, value in table.columns]


def matches(cells: list[tuple[str, object]], asked: str) -> bool:
    line = fold(" ".join(str(cell) for _, cell in cells))
    return all(word in line for word in fold(asked).split())


@for_the_administrator
@answered_once
def new_row(request: HttpRequest, path: str) -> HttpResponse:
    return edit(request, table_at(path), None)


@for_the_administrator
@answered_once
def row(request: HttpRequest, path: str, pk: int) -> HttpResponse:
    table = table_at(path)
    return edit(request, table, get_object_or_404(table.rows, pk=pk))


def edit(request: HttpRequest, table: Table, row: models.Model | None) -> HttpResponse:
    if request.method == "POST" and (question := ask_again(request)):
        return question
    typed_before = recall(request)
    asked_for = request.GET.dict() if row is None else {}
    asked_for |= typed_before.dict() if typed_before else {}
    form = table.form(request.POST or None, instance=row, initial=asked_for)
    if request.method == "POST" and form.is_valid() and not refused(form, by=request.user):
        if (moves := form.moving()) and not answers(request.POST, moves):
            return ask(request, table, form, moves)
        kept = form.keep(by=request.user, at=timezone.now())
        note(table, kept, form, by=request.user)
        messages.success(request, f"Đã lưu: {kept}.")
        return redirect(after(table, kept, new=row is None))
    context = {"table": table, "row": row, "form": form, "is_account": isinstance(row, User)}
    context["is_new"] = isinstance(row, User) and waits_for_first_link(row)
    status = 422 if form.is_bound else 200
    return render(request, "portal/administration/row.html", context, status=status)


def ask(request: HttpRequest, table: Table, form: Row, moves: list[Moving]) -> HttpResponse:
    """Nothing is kept yet: these last days would move."""
    context = {
        "table": table,
        "title": str(form.instance),
        "moves": moves[:MOST_ROWS],
        "count": len(moves),
        "typed": typed(request.POST),
        "mark": mark_of(moves),
    }
    return render(request, "portal/administration/moves.html", context)


def after(table: Table, kept: models.Model, *, new: bool) -> str:
    """A new account has no password yet: its page offers the link that sets one."""
    if new and isinstance(kept, User):
        return reverse("administration-row", args=[table.path, kept.pk])
    return table.url


def refused(form: Row, *, by: User) -> bool:
    """Who gives out positions does not give any to themselves."""
    own = isinstance(form.instance, Position) and form.cleaned_data["user"] == by
    if own:
        form.add_error("user", "Đồng chí không tự giao chức vụ cho mình; nhờ quản trị khác ghi.")
    return own


def note(table: Table, kept: models.Model, form: Row, *, by: User) -> None:
    """Which columns changed stands in the open; what they hold can be erased."""
    values = {name: str(form.cleaned_data[name]) for name in form.changed_data}
    history.record(
        f"quan-tri/{table.path}/{kept.pk}",
        "edit",
        by=by.key,
        on=timezone.localdate(),
        label=table.title,
        facts={"fields": form.changed_data},
        values=values,
    )
