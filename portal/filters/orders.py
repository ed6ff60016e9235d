"""Orders from which pages can be cut: a row value in the index, never an OFFSET."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Expression, F, Func, OrderBy, QuerySet, Value

from portal.filters.conditions import UnknownValue


def itself(expression: Any) -> Any:
    return expression


@dataclass(frozen=True)
class Order:
    """Rows by one column, those of equal value by their id."""

    name: str
    label: str
    column: str
    read: Callable[[str], Any] = date.fromisoformat
    key: Callable[[Any], Expression | F] = itself
    """What is compared instead of the column itself, such as a number without its width."""

    def arranged(self, rows: QuerySet, *, falling: bool) -> QuerySet:
        sorted_by = (self.key(F(self.column)), F("pk"))
        return rows.order_by(*(OrderBy(each, descending=falling) for each in sorted_by))

    def beyond(self, rows: QuerySet, place: tuple[Any, int], *, falling: bool) -> QuerySet:
        """The rows after this place."""
        value, pk = place
        here = RowValue(self.key(Value(value)), Value(pk))
        there = RowValue(self.key(F(self.column)), F("pk"))
        return rows.filter(Func(there, here, arg_joiner=" < " if falling else " > ", **COMPARISON))

    def cursor(self, row: Mapping[str, Any]) -> str:
        """The place of a row as it stands in an address."""
        value = row[self.column]
        return f"{'' if value is None else value}.{row['pk']}"

    def place(self, cursor: str) -> tuple[Any, int]:
        """Read back; raises ``UnknownValue``."""
        value, _, pk = cursor.rpartition(".")
        try:
            if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
                raise ValueError
            return self.read(value), int(pk)
        except ValueError as problem:
            raise UnknownValue("Chỗ đọc tiếp trong danh sách không đúng.") from problem


COMPARISON: dict[str, Any] = {"template": "%(expressions)s", "output_field": BooleanField()}


class RowValue(Func):
    template = "(%(expressions)s)"
    output_field = BooleanField()
