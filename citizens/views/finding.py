"""Search rows of petitions and cases as their lists ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from portal import search
from portal.filters import Reader
from portal.kept import Kept
from portal.working_days import months_after

FIRST, NEXT = 2, 12
"""Months read at once: what most questions need, then the rest of a year, then everything."""


@dataclass(frozen=True)
class Finding:
    """Which function of the database finds them, and the day of the newest."""

    function: str
    newest: Kept

    def narrow(self, rows: QuerySet, typed: str, reader: Reader) -> QuerySet:
        question = search.query(typed)
        return self._among(rows, question) if question else rows

    def slices(
        self, rows: QuerySet, typed: str, since: date | None, falling: bool, reader: Reader
    ) -> Sequence[QuerySet]:
        """By month of receipt from ``since`` on, so that a page reads only what fills it."""
        question = search.query(typed)
        if question is None or (since is None and not falling):
            return [self.narrow(rows, typed, reader)]
        start = (since or max(self.newest() or reader.on, reader.on)).replace(day=1)
        way = -1 if falling else 1
        months = [months_after(start, way * n) for n in range(NEXT)]
        rest = (
            rows.filter(received_on__lt=months[-1])
            if falling
            else rows.filter(received_on__gte=months_after(months[-1], 1))
        )
        return [
            self._among(rows, search.within(question, months[:FIRST])),
            self._among(rows, search.within(question, months[FIRST:])),
            self._among(rest, question),
        ]

    def _among(self, rows: QuerySet, question: Any) -> QuerySet:
        return rows.filter(search.Among("pk", search.Hits(question, function=self.function)))


def newest_of(model: Any) -> Kept:
    return Kept(lambda: model.objects.aggregate(newest=Max("received_on"))["newest"])
