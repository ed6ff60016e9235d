"""II.06a typed in: a row of numbers for each field of one unit in one month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction

from portal import history
from portal.fields import Field
from portal.forms import Form, NumberField
from portal.people import Unit
from portal.periods import Regular
from portal.text import number
from reforms.dossiers import form
from reforms.dossiers.bringing import STREAM, clash, taken
from reforms.models import DossierCount
from reforms.models.dossiers.count import OPTIONAL, PARTS, beyond, difference

NUMBERS = (*PARTS, *OPTIONAL)
MOST = 10**7
WORDS = {name: str(DossierCount._meta.get_field(name).verbose_name) for name in NUMBERS}


@dataclass(frozen=True)
class Cell:
    """A box of the table, as plain text: two hundred widgets would cost as much as ten pages."""

    name: str
    words: str
    value: Any
    errors: Sequence[str] = ()


class Line:
    """One field: what stands there, what the month before left."""

    about: Field
    before: int | None
    row: Any

    @property
    def stored(self) -> dict[str, Any]:
        """Column 6 of a row that is not there yet is offered."""
        if self.row:
            return {name: getattr(self.row, name) for name in NUMBERS}
        return {} if self.before is None else {"carried_over": self.before}

    @property
    def parts(self) -> list[Cell]:
        return [self.cell(name) for name in PARTS]

    @property
    def optional(self) -> list[Cell]:
        return [self.cell(name) for name in OPTIONAL]

    @property
    def carried(self) -> str:
        return "" if self.before is None else f"kỳ trước còn {number(self.before)}"

    def cell(self, name: str) -> Cell:
        raise NotImplementedError


class ShownRow(Line):
    """As it is stored, to be typed over."""

    def __init__(self, *, about: Field, before: int | None, row: Any) -> None:
        self.about, self.before, self.row = about, before, row

    def cell(self, name: str) -> Cell:
        value = self.stored.get(name)
        words = f"{self.about.name}: {WORDS[name]}"
        return Cell(f"{self.about.code}-{name}", words, "" if value is None else value)


class GridRow(Line, Form):
    """As it was typed; nothing typed is nothing told."""

    def __init__(self, data: Any, *, about: Field, before: int | None, row: Any) -> None:
        self.about, self.before, self.row = about, before, row
        super().__init__(data, prefix=about.code, initial=self.stored)
        for name in NUMBERS:
            self.fields[name] = NumberField(
                label=f"{about.name}: {WORDS[name]}", required=False, min_value=0, max_value=MOST
            )

    def cell(self, name: str) -> Cell:
        box = self[name]
        return Cell(box.html_name, box.label, box.value() or "", box.errors)

    @property
    def is_blank(self) -> bool:
        """Column 6 alone was written by the page itself."""
        told = {name for name in NUMBERS if self.cleaned_data.get(name) is not None}
        return not told - {"carried_over"}

    def clean(self) -> Mapping[str, Any]:
        data = super().clean() or {}
        if self.errors or self.is_blank:
            return data
        if sentence := difference({name: data.get(name) for name in PARTS}):
            self.add_error("online", sentence)
        for column, problem in beyond({name: data.get(name) for name in NUMBERS}):
            self.add_error(column, problem)
        return data

    def numbers(self) -> dict[str, int | None]:
        told = self.cleaned_data
        return {name: told[name] or 0 for name in PARTS} | {name: told[name] for name in OPTIONAL}


class Grid:
    """All rows of one unit in one month."""

    def __init__(self, data: Any, *, period: Regular, unit: Unit | None) -> None:
        self.period, self.unit = period, unit
        stored = DossierCount.objects.filter(
            period_from=period.start, period_to=period.end, unit=unit
        )
        rows = {row.field_id: row for row in stored}
        before = left_before(period.start, unit)
        fields = Field.objects.open(as_of=period.start).top() | Field.objects.filter(pk__in=rows)
        make = ShownRow if data is None else partial(GridRow, data)
        self.rows: list[Any] = [
            make(about=each, before=before.get(each.pk), row=rows.get(each.pk))
            for each in fields.distinct()
        ]
        self.problems: list[Any] = []

    def is_valid(self) -> bool:
        """Every row is looked at, so that all faults show at once."""
        judged = [row.is_valid() for row in self.rows]
        valid = all(judged) and self.is_counted_once()
        self.problems = [problem for row in self.rows for problem in row.problems]
        return valid

    def is_counted_once(self) -> bool:
        """By units or by the office, in this month or in a longer stretch around it."""
        days = self.period.dates
        key = self.unit.pk if self.unit else None
        told = [row for row in self.rows if not row.is_blank]
        known = taken([(0, {"field": row.about}) for row in told])
        for row in told:
            others = known.get(row.about.pk, {})
            if row.row is not None:
                others.get(days, set()).discard(key)
            if sentence := clash(others, days, key):
                row.add_error("online", sentence)
        return not any(row.errors for row in told)

    @transaction.atomic
    def write(self, *, by: Any, on: date) -> int:
        """How many rows now stand otherwise than before."""
        changed = sum(self.written(row) for row in self.rows)
        if changed:
            history.record(
                STREAM,
                "type",
                by=by.key,
                on=on,
                label=f"Nhập biểu II.06a, {self.period.label}",
                facts={"rows": changed, "unit": self.unit.code if self.unit else ""},
            )
        return changed

    def written(self, row: GridRow) -> bool:
        if row.is_blank:
            if row.row is None:
                return False
            row.row.delete()
            return True
        if row.row is not None and not row.has_changed():
            return False
        DossierCount.objects.update_or_create(
            period_from=self.period.start,
            period_to=self.period.end,
            field=row.about,
            unit=self.unit,
            defaults=row.numbers(),
        )
        return True


def left_before(first: date, unit: Unit | None) -> dict[int, int]:
    """Column 11 of each field in the row that ends on the day before."""
    key = unit.pk if unit else None
    left = form.left_before(first)
    return {field: count for (field, of), count in left.items() if of == key}
