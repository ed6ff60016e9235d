"""Readers of one kind ask the same statement, each with ids of his own: it is composed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from django.db.models import QuerySet

from citizens import rules
from portal.people import User
from portal.prepared import Prepared, PreparedRows

READER, UNIT, HELD = -9_000_001, -9_100_000, -9_200_000
"""Marks in the statement, for the reader, his units and his positions: no row has such an id."""


class KindOfReader:
    """Readers for whom the statement reads alike: the same positions, whichever the units.

    Units that stand in the statement by their own ids, not by a mark, are part of the kind.
    """

    def __init__(self, user: User, on: date) -> None:
        self.user, self.on, self.held = user, on, user.positions_on(on)
        held = [(row.role, bool(row.unit_id), row.standing_in) for row in self.held]
        seen = rules.oversees(user, on=on), rules.keeps_denunciations(user, on=on)
        inherited = () if seen[0] else tuple(rules.units_inherited_by(user, on=on))
        let_read = () if seen[0] else tuple(rules.units_read_by_team(user, on=on))
        self.key = (on, tuple(held), seen, inherited, let_read)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KindOfReader) and self.key == other.key

    @property
    def values(self) -> dict[Any, int | None]:
        """This reader's own, by mark."""
        own: dict[Any, int | None] = {READER: self.user.pk}
        for at, row in enumerate(self.held):
            own |= {UNIT - at: row.unit_id, HELD - at: row.pk}
        return own

    @property
    def marks(self) -> dict[Any, str]:
        return dict.fromkeys(self.values, "bigint")

    def stand_in(self) -> User:
        """The reader with marks for ids."""
        user = copy(self.user)
        user.pk = READER
        held = [copy(row) for row in self.held]
        for at, row in enumerate(held):
            vars(row)["id"] = HELD - at
            vars(row)["unit_id"] = row.unit_id and UNIT - at  # its unit stays known: rules ask
        vars(user)["_positions_on"] = {self.on: held}
        return user


class ForReader:
    """Rows that many ask for, each for himself: ``ask(user, *more, on=)`` gives the query set.

    What else changes them, such as a day reckoned by the calendar, comes in as one of ``more``.
    A statement of its own, which no query set makes, comes as text and parameters. ``typed``: words
    that differ each time, by the mark that stands for them.
    """

    all: ClassVar[list[ForReader]] = []

    def __init__(self, ask: Callable[..., Any]) -> None:
        ForReader.all.append(self)

        def composed(
            kind: KindOfReader, typed: tuple[str, ...], *more: Any
        ) -> PreparedRows | Prepared:
            asked = ask(kind.stand_in(), *more, on=kind.on)
            marks = kind.marks | dict.fromkeys(typed, "text")
            if isinstance(asked, QuerySet):
                return PreparedRows(asked, marks)
            sql, parameters = asked
            return Prepared(sql, parameters, marks)

        self.statement = lru_cache(maxsize=256)(composed)

    def __call__(
        self, user: User, *more: Any, on: date, typed: Mapping[str, str] | None = None
    ) -> list[Any]:
        kind, words = KindOfReader(user, on), typed or {}
        return self.statement(kind, tuple(words), *more).read({**kind.values, **words})
