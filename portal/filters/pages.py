"""Pages cut from an order by row value, counts that stop at a thousand, neighbours of a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from portal.filters.asked import AFTER, BEFORE, Asked

SIZE = 25
MOST = 1_001
"""Nobody counts further: “hơn 1.000”."""


@dataclass(frozen=True)
class Page:
    """The rows of one page and the addresses beside it."""

    rows: list[dict[str, Any]]
    previous: str = ""
    next: str = ""


def page(asked: Asked, rows: QuerySet, columns: Sequence[Any], *, size: int = SIZE) -> Page:
    """One statement; ``columns`` are those of ``values()``, the order's own among them."""
    return cut(asked, list(stretch(asked, rows, columns, size=size)), size=size)


def stretch(
    asked: Asked, rows: QuerySet, columns: Sequence[Any], *, size: int = SIZE
) -> QuerySet[Any, dict[str, Any]]:
    """The rows of the page and one more, where there are so many."""
    backwards = asked.before is not None
    place = asked.before if backwards else asked.after
    falling = asked.falling != backwards
    parts = _parts(asked, rows, columns, place, falling=falling, size=size + 1)
    return _joined(parts, size + 1)


def cut(asked: Asked, found: list[dict[str, Any]], *, size: int = SIZE) -> Page:
    """The page out of a stretch."""
    backwards = asked.before is not None
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_previous = more if backwards else asked.after is not None
    has_next = backwards or more
    return Page(
        found,
        previous=_beside(asked, BEFORE, found[0]) if found and has_previous else "",
        next=_beside(asked, AFTER, found[-1]) if found and has_next else "",
    )


def _beside(asked: Asked, name: str, row: dict[str, Any]) -> str:
    return asked.address(**{name: asked.order.cursor(row)})


def _parts(
    asked: Asked, rows: QuerySet, columns: Sequence[Any], place: Any, *, falling: bool, size: int
) -> list[QuerySet]:
    order, parts = asked.order, asked.parts(rows, place, falling=falling)
    if place is not None:
        parts = [order.beyond(part, place, falling=falling) for part in parts]
    return [order.arranged(part, falling=falling).values(*columns)[:size] for part in parts]


def _joined(parts: list[QuerySet], size: int) -> QuerySet:
    """PostgreSQL reads a later part only when the earlier ones did not fill the page."""
    first, *others = parts
    return first.union(*others, all=True)[:size] if others else first


@dataclass(frozen=True)
class Neighbours:
    """The rows beside one inside the list it was opened from."""

    previous: str = ""
    next: str = ""
    position: int | None = None
    total: int | None = None


def neighbours(asked: Asked, rows: QuerySet, row: dict[str, Any]) -> Neighbours:
    """The codes before and after this row, and where it stands below a thousand; one statement."""
    place = (row[asked.order.column], row["pk"])
    sides = [
        _joined(_parts(asked, rows, ["code"], place, falling=falling, size=1), 1)
        for falling in (not asked.falling, asked.falling)
    ]
    if asked.question:
        previous, following = _answers([("code", side) for side in sides])
        return Neighbours(previous or "", following or "")
    wanted = asked.narrowed(rows).order_by()
    earlier = asked.order.beyond(wanted, place, falling=not asked.falling)
    counted = [("count(*)", each.values("pk")[:MOST]) for each in (earlier, wanted)]
    found = _answers([*(("code", side) for side in sides), *counted])
    known = found[3] < MOST
    return Neighbours(
        found[0] or "", found[1] or "", found[2] + 1 if known else None, found[3] if known else None
    )


def capped_counts(queries: Sequence[QuerySet]) -> list[int]:
    """How many rows each has, up to ``MOST``; one statement."""
    return _answers([("count(*)", rows.order_by().values("pk")[:MOST]) for rows in queries])


def counting(
    queries: Sequence[QuerySet], *, enough: QuerySet | None = None
) -> tuple[str, list[Any]]:
    """The statement of ``capped_counts``, for whoever composes it once.

    ``enough``: some rows of the last query, which one index finds. Where they alone are more than
    anybody counts, the others are not looked for.
    """
    *others, last = [("count(*)", rows.order_by().values("pk")[:MOST]) for rows in queries]
    sql, params = _answer(*last)
    if enough is not None:
        first, values = _answer("count(*)", enough.order_by().values("pk")[:MOST])
        sql, params = f"CASE {first} WHEN {MOST} THEN {MOST} ELSE {sql} END", [*values, *params]
    return _together([*(_answer(*each) for each in others), (sql, params)])


def _answers(questions: Sequence[tuple[str, QuerySet]]) -> list[Any]:
    """One value of each query, all in one statement; a list without tabs asks for none."""
    if not questions:
        return []
    with connections[questions[0][1].db].cursor() as cursor:
        cursor.execute(*_asking(questions))
        return list(cursor.fetchone())


def _asking(questions: Sequence[tuple[str, QuerySet]]) -> tuple[str, list[Any]]:
    return _together([_answer(*each) for each in questions])


def _together(parts: Sequence[tuple[str, Sequence[Any]]]) -> tuple[str, list[Any]]:
    return (
        f"SELECT {', '.join(sql for sql, _ in parts)}",
        [value for _, values in parts for value in values],
    )


def _answer(what: str, rows: QuerySet) -> tuple[str, Sequence[Any]]:
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return "0" if what == "count(*)" else "NULL", ()
    return f"(SELECT {what} FROM ({sql}) part)", values  # noqa: S608
