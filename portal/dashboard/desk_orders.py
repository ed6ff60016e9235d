"""Ý kiến chỉ đạo as they lie on one desk: given, or to be reported on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from citizens.sheets.readers import ForReader
from portal.instructions import Instruction
from portal.people import User


@dataclass
class Orders:
    """The open ones that the reader gave or received, in one statement."""

    user: User
    on: date

    @cached_property
    def all(self) -> list[Instruction]:
        return orders_of(self.user, on=self.on)

    @property
    def unreported(self) -> list[Instruction]:
        return [row for row in self.all if not row.reported_on]

    @property
    def to_report(self) -> list[Instruction]:
        return [row for row in self.unreported if row.given_by_id != self.user.pk]

    @property
    def late(self) -> list[Instruction]:
        return [row for row in self.unreported if row.due_on < self.on]


@ForReader
def orders_of(user: User, *, on: date) -> QuerySet[Instruction]:
    rows = Instruction.objects.open().on_desk_of(user, on=on)
    return rows.select_related("unit", "user", "given_by")
