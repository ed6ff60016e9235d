"""The years in which a register has a row, newest first, as one condition of its list."""

from __future__ import annotations

from typing import Any

from django.db.models import DateField, QuerySet
from django.db.models.functions import ExtractYear

from portal.filters.conditions import Choice, Reader

ANY_YEAR = tuple((str(year), str(year)) for year in range(2010, 2101))
"""A link may ask for a year in which nothing stands yet: an empty list, no error."""


def by_year(model: Any, column: str = "year", *, label: str = "Năm", narrow: Any = None) -> Choice:
    """``column``: a year or a day; ``narrow`` where a row belongs to further years than its own."""
    dated = isinstance(model._meta.get_field(column), DateField)

    def years() -> list[tuple[str, str]]:
        rows = model.objects.order_by()
        rows = rows.annotate(a_year=ExtractYear(column)) if dated else rows
        name = "a_year" if dated else column
        found = rows.exclude(**{column: None}).values_list(name, flat=True).distinct()
        return [(str(year), str(year)) for year in found.order_by(f"-{name}")]

    def of_year(rows: QuerySet, year: str, reader: Reader) -> QuerySet:
        return rows.filter(**{f"{column}__year" if dated else column: int(year)})

    return Choice("nam", label, "Mọi năm", years, narrow or of_year, unoffered=ANY_YEAR)
