"""Rows of II.06a added up over months: what came and went is summed, what lay there is not.

Column 6 of several months is that of the first, columns 12 and 13 are those of the last. What is
optional is added up beside its whole, over the rows that tell it: empty is not none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from reforms.models.dossiers.count import OPTIONAL

Key = tuple[int, int | None]
"""A field and a unit; None is the whole office."""

RECEIVED, SETTLED = "online + in_person", "done_early + done_on_time + done_late"
WHOLES = {
    "post_in": RECEIVED,
    "post_out": SETTLED,
    "paid_online": "fee_due",
    "digitised": SETTLED,
    "e_result": SETTLED,
    "supplements": RECEIVED,
    "supplements_twice": RECEIVED,
    "in_time_after_two": "done_early + done_on_time",
    "refused": f"{RECEIVED} + refused",
    "interlinked": RECEIVED,
}
"""Of what each is a part."""
FLOWS = ("online", "in_person", "done_early", "done_on_time", "done_late")
STOCKS = {
    "carried_over": "ORDER BY period_from",
    "open_in_time": "ORDER BY period_from DESC",
    "open_late": "ORDER BY period_from DESC",
}


def expressions() -> dict[str, str]:
    flows = {name: f"sum({name})" for name in FLOWS}
    stocks = {name: f"(array_agg({name} {order}))[1]" for name, order in STOCKS.items()}
    told = {
        name: f"sum({name}) FILTER (WHERE {WHOLES.get(name, '0')} IS NOT NULL)" for name in OPTIONAL
    }
    wholes = {
        f"of_{name}": f"sum({whole}) FILTER (WHERE {name} IS NOT NULL)"
        for name, whole in WHOLES.items()
    }
    return flows | stocks | told | wholes


EXPRESSIONS = expressions()
SQL = f"""
    SELECT field_id, unit_id, {", ".join(EXPRESSIONS.values())}
    FROM reforms_dossiercount
    WHERE period_from >= %(first)s AND period_to <= %(last)s
    GROUP BY field_id, unit_id
"""  # noqa: S608  no word of it was typed by anybody
PARTS = {4: "online", 5: "in_person", 6: "carried_over", 8: "done_early", 9: "done_on_time",
         10: "done_late", 12: "open_in_time", 13: "open_late"}  # fmt: skip
SUMS = {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13)}


@dataclass(frozen=True)
class Tally:
    """Numbers by name; None where nobody told one."""

    numbers: Mapping[str, int | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.numbers)

    def __getitem__(self, column: int) -> int | None:
        """The number of a column of II.06a; None where there is no row at all."""
        if column in SUMS:
            parts = [self[part] for part in SUMS[column]]
            return None if None in parts else sum(part or 0 for part in parts)
        return self.numbers.get(PARTS[column])

    def told(self, name: str) -> int | None:
        return self.numbers.get(name)

    def whole(self, name: str) -> int | None:
        """Of what the optional number is a part, over the rows that tell it."""
        return self.numbers.get(f"of_{name}")

    def sum(self, *columns: int) -> int | None:
        parts = [self[column] for column in columns]
        return None if None in parts else sum(part or 0 for part in parts)


def added(tallies: Iterable[Tally]) -> Tally:
    found = [each.numbers for each in tallies]
    names = found[0] if found else ()
    return Tally({name: plus(each[name] for each in found) for name in names})


def plus(numbers: Iterable[int | None]) -> int | None:
    told = [number for number in numbers if number is not None]
    return sum(told) if told else None


def tallies(first: date, last: date) -> dict[Key, Tally]:
    """Each field and unit that has a row all of whose days lie in the period."""
    with connection.cursor() as cursor:
        cursor.execute(SQL, {"first": first, "last": last})
        return {
            (row[0], row[1]): Tally(dict(zip(EXPRESSIONS, map(whole_number, row[2:]), strict=True)))
            for row in cursor.fetchall()
        }


def whole_number(value: object) -> int | None:
    return None if value is None else int(str(value))


def by_field(found: Mapping[Key, Tally], *, unit: int | None = None) -> dict[int, Tally]:
    """A tally for each field, of one unit or of all."""
    fields: dict[int, list[Tally]] = {}
    for (key, of), tally in found.items():
        if unit in (None, of):
            fields.setdefault(key, []).append(tally)
    return {key: added(rows) for key, rows in fields.items()}


def by_unit(found: Mapping[Key, Tally]) -> dict[int | None, Tally]:
    units: dict[int | None, list[Tally]] = {}
    for (_, of), tally in found.items():
        units.setdefault(of, []).append(tally)
    return {key: added(rows) for key, rows in units.items()}


def total(found: Mapping[Key, Tally], *, unit: int | None = None) -> Tally:
    return added(tally for (_, of), tally in found.items() if unit in (None, of))
