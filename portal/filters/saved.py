"""Filters that somebody gave a name: one's own, or shared with a unit, and what is new in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict

from portal.filters.asked import Asked, Listing
from portal.filters.conditions import Reader, UnknownValue
from portal.people import Unit, User
from portal.prepared import PreparedRows

READER, LIST = -9_000_001, "-9_000_002"
UNITS = range(-9_100_000, 0)
"""Marks in the statement for the reader, the list's address and the reader's units."""


def units_of(user: User, *, on: date) -> list[int]:
    return sorted({row.unit_id for row in user.positions_on(on) if row.unit_id})


@cache
def offered_to(units: int) -> PreparedRows:
    """Every list asks for its filters: composed once for readers of as many units."""
    rows = SavedFilter.objects.of(READER, UNITS[:units]).since(READER).filter(at=LIST)
    marks = {READER: "bigint", LIST: "text"} | dict.fromkeys(UNITS[:units], "bigint")
    return PreparedRows(rows, marks)


class SavedFilters(models.QuerySet["SavedFilter"]):
    def visible_to(self, user: User, *, on: date) -> SavedFilters:
        """One's own, and those shared with a unit that one belongs to."""
        return self.of(user.pk, units_of(user, on=on))

    def of(self, user: int, units: Iterable[int]) -> SavedFilters:
        return self.filter(Q(owner=user) | Q(unit__in=units))

    def offered(self, user: User, at: str, *, on: date) -> list[SavedFilter]:
        """What this user may open on one list, with ``seen_to``."""
        units = units_of(user, on=on)
        own = {READER: user.pk, LIST: at}
        return offered_to(len(units)).read(own | dict(zip(UNITS, units, strict=False)))

    def since(self, user: int) -> SavedFilters:
        """With ``seen_to``: the newest row there was when this user last opened it."""
        opened = FilterOpening.objects.filter(filter=OuterRef("pk"), user=user)
        return self.annotate(
            seen_to=Coalesce(Subquery(opened.values("newest")[:1]), F("newest_when_saved"))
        )


class SavedFilter(models.Model):
    """Bộ lọc đã lưu."""

    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    at = models.CharField("danh sách", max_length=60)
    name = models.CharField("tên", max_length=60)
    query = models.CharField("điều kiện", max_length=1000)
    newest_when_saved = models.BigIntegerField(default=0)

    objects = SavedFilters.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "at", "name"], name="filter_name_once"),
            models.CheckConstraint(condition=~Q(query=""), name="filter_asks_something"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{self.at}?{self.query}"

    def asked(self, listing: Listing, reader: Reader) -> Asked | None:
        """What it asks; None where the list no longer knows one of its values."""
        try:
            return Asked(listing, QueryDict(self.query), reader)
        except UnknownValue:
            return None

    def new_rows(self, listing: Listing, rows: QuerySet, reader: Reader) -> QuerySet:
        """Its rows that came after its reader last opened it."""
        asked = self.asked(listing, reader)
        if asked is None:
            return rows.none()
        return asked.narrowed(rows).filter(pk__gt=self.seen_to)  # type: ignore[attr-defined]

    def opened(self, *, by: User, newest: int) -> None:
        FilterOpening.objects.update_or_create(filter=self, user=by, defaults={"newest": newest})


class FilterOpening(models.Model):
    """Up to which row somebody has seen a filter."""

    filter = models.ForeignKey(SavedFilter, models.CASCADE, related_name="openings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    newest = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["filter", "user"], name="opening_once")]


def newest_of(model: Any) -> int:
    """The last row of a table, whoever may see it: only rows after it are ever counted."""
    return model._base_manager.aggregate(newest=models.Max("pk"))["newest"] or 0
