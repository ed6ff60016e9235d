"""/quan-tri/so/: how far each book has come, and where it goes on after the paper one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal import history
from portal.documents.numbers import books_on
from portal.forms.administration.books import StartForm
from portal.once import answered_once
from portal.registers import BOOKS, Counter, code_for
from portal.text import lower_first
from portal.views.administration.door import for_the_administrator


@for_the_administrator
@answered_once
def books(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    form = StartForm(request.POST or None, on=on, initial={"year": on.year})
    if request.method == "POST" and form.is_valid():
        title, code = form.keep()
        history.record(
            f"quan-tri/so/{form.cleaned_data['book']}",
            "start_at",
            by=request.user.key,
            on=on,
            label=f"Số bắt đầu của {lower_first(title)}",
            facts={"last": code},
        )
        messages.success(request, f"Đã lưu: số tiếp theo đứng sau {code}.")
        return redirect("administration-books")
    status = 422 if form.is_bound else 200
    context = {"form": form, "rows": [*kept(on.year), *of_documents(on)], "year": on.year}
    return render(request, "portal/administration/books.html", context, status=status)


def kept(year: int) -> list[dict[str, Any]]:
    """The books that are named; a book apart says nothing here, not even how many."""
    last = dict(Counter.objects.filter(year=year, book__in=BOOKS).values_list("book", "last"))
    return [
        {
            "title": title,
            "pattern": code_for(book, year, 1),
            "last": code_for(book, year, last[book]) if book in last else "",
        }
        for book, title in sorted(BOOKS.items(), key=lambda pair: pair[1])
    ]


def of_documents(on: date) -> list[dict[str, Any]]:
    """The books of signed documents; of a unit with its own seal those that were begun."""
    books = books_on(on)
    begun = Counter.objects.filter(year=on.year, book__in=books, last__gt=0)
    last = dict(begun.values_list("book", "last"))
    return [
        {
            "title": title,
            "pattern": book.written(1),
            "last": book.written(last[name]) if name in last else "",
        }
        for name, (title, book) in books.items()
        if book.unit is None or name in last
    ]
