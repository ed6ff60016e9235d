"""The units and fields that filters offer, kept by each process and read again now and then."""

from __future__ import annotations

from portal.fields import Field
from portal.kept import Kept
from portal.people import Unit


@Kept
def units() -> tuple[tuple[int, str, str], ...]:
    rows = Unit.objects.values_list("pk", "code", "name")
    return tuple(sorted(rows, key=lambda row: row[2]))


@Kept
def fields() -> tuple[tuple[int, int | None, str, str], ...]:
    return tuple(Field.objects.values_list("pk", "parent_id", "code", "name"))


@Kept
def unit_options() -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for _, code, name in units())


@Kept
def field_options() -> tuple[tuple[str, str], ...]:
    """Those on top, each followed by those below it."""
    rows = fields()
    return tuple(
        (below[2], f"– {below[3]}" if below[1] else below[3])
        for top in rows
        if top[1] is None
        for below in (top, *(row for row in rows if row[1] == top[0]))
    )


def unit_of(code: str) -> int:
    return next(pk for pk, known, _ in units() if known == code)


def fields_below(code: str) -> list[int]:
    """The field and those below it."""
    top = next(pk for pk, _, known, _ in fields() if known == code)
    return [pk for pk, parent, _, _ in fields() if top in (pk, parent)]
