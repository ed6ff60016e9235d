"""A book goes on after the last number of the paper book."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal import registers
from portal.documents.numbers import books_on
from portal.forms.administration.rows import NOT_CHOSEN
from portal.forms.base import Form
from portal.forms.numbers import NumberField
from portal.registers import BOOKS, Counter, code_for

OLDEST = 2000


class StartForm(Form):
    book = forms.ChoiceField(label="Sổ")
    year = NumberField(label="Năm", min_value=OLDEST, max_value=2999)
    number = NumberField(
        label="Số cuối cùng đã dùng",
        min_value=1,
        max_value=999_999,
        help_text="Số tiếp theo của Cổng là số này cộng một; không lùi lại được.",
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        self.on = on
        super().__init__(*args, **options)
        choices = [(book, f"{title} ({book})") for book, title in sorted(BOOKS.items())]
        choices += [
            (name, f"{title} ({book.ending})") for name, (title, book) in books_on(self.on).items()
        ]
        self.fields["book"].choices = [("", NOT_CHOSEN), *choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            last = Counter.objects.filter(book=data["book"], year=data["year"]).first()
            if last and last.last >= data["number"]:
                self.add_error("number", f"Sổ này đã dùng tới số {last.last}; ghi số lớn hơn")
        return data

    def keep(self) -> tuple[str, str]:
        """The title of the book, and its last number as the book writes it."""
        data = self.cleaned_data
        registers.raise_to(data["book"], year=data["year"], number=data["number"])
        if found := books_on(self.on).get(data["book"]):
            title, book = found
            return title, book.written(data["number"])
        return BOOKS[data["book"]], code_for(data["book"], data["year"], data["number"])
