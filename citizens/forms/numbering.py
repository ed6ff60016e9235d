"""Where the number of a signed document comes from: the portal's book, or from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from portal.documents.numbers import Book
from portal.forms import ChoiceField, TextField

OF_THE_PORTAL, TYPED = "so-cua-cong", "ghi-so"


def source_field() -> ChoiceField:
    return ChoiceField(label="Số văn bản", required=False)


def number_field() -> TextField:
    return TextField(label="Số, ký hiệu đã cấp", max_length=60, required=False)


class Numbered:
    """Of a form with ``source``, ``number`` and ``dated_on``."""

    conditional: ClassVar[frozenset[str]] = frozenset({"source", "number"})
    fields: dict[str, Any]
    cleaned_data: dict[str, Any]
    on: date
    add_error: ClassVar[Any]

    def offer(self, books: Sequence[Book]) -> None:
        """A book that the portal keeps this year is proposed; else whoever numbers types it."""
        following = ", ".join(dict.fromkeys(book.following(on=self.on) for book in books))
        endings = ", ".join(dict.fromkeys(book.written(96) for book in books))
        source, number = self.fields["source"], self.fields["number"]
        source.choices = [
            (OF_THE_PORTAL, f"Lấy số tiếp theo trong sổ của Cổng: {following}"),
            (TYPED, "Ghi số đã cấp ở nơi khác"),
        ]
        kept = any(book.is_kept(year=self.on.year) for book in books)
        source.initial = OF_THE_PORTAL if kept else TYPED
        self.fields["dated_on"].initial = self.on if kept else None
        number.help_text = f"Bỏ trống khi lấy số của Cổng. Gõ số là đủ: 96 thành {endings}"

    def settle_number(self, book: Book | None) -> None:
        """Nothing where the book gives it; a bare number gets the symbol of its book."""
        data = self.cleaned_data
        source, number = data.pop("source", ""), data.get("number", "")
        if source == OF_THE_PORTAL and number:
            self.add_error("number", "Đã chọn lấy số của Cổng; xóa số ở ô này, hoặc chọn ghi số")
        elif source != OF_THE_PORTAL and not number and "number" in data:
            self.add_error("number", "Ghi số, ký hiệu đã cấp cho văn bản")
        elif book and number.isdigit():
            data["number"] = book.written(number)
