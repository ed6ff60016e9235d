"""Nhiều nội dung trong một lượt: a line of the register for each, counted as one visit.

A denunciation told in the same talk is never linked: it is a talk of its own, in the own book.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from portal.text import day
from portal.workflow import Refused


class VisitInParts:
    """Each content with its own kind, result, matter and letter."""

    pk: Any
    sealed: Any
    part_of: Any
    own_visit: Any
    received_on: Any
    received: Any
    objects: Any

    def siblings(self) -> QuerySet[Any]:
        """The other lines of the same visit, in the order in which they were written."""
        first = self.part_of_id or self.pk
        lines = type(self).objects.filter(Q(pk=first) | Q(part_of=first))
        return lines.exclude(pk=self.pk).order_by("pk")

    def join_visit(self, earlier: Any) -> None:
        """Nội dung khác của một lượt: the first line that was received counts for all."""
        if self.sealed:
            raise Refused("Nội dung tố cáo ghi riêng, không ghi chung lượt nào.")
        if self.received_on != earlier.received_on:
            together = f"Nội dung của cùng một lượt có cùng ngày tiếp, {day(earlier.received_on)}."
            raise Refused(together, field="received_on")
        self.part_of = (earlier.part_of or earlier).lock()
        self.own_visit = not any(line.received and line.own_visit for line in self.siblings())

    def leave_visit(self) -> None:
        """What was told beside a denunciation names who denounced: the lines are cut apart."""
        others = list(type(self).objects.filter(part_of=self).order_by("pk"))
        for line in others:
            counted = line.lock().counted()
            line.part_of = None if line is others[0] else others[0]
            line.own_visit |= self.own_visit and line is others[0]
            line.save(update_fields=["part_of", "own_visit"])
            line.recount(counted)
        self.part_of, self.own_visit = None, True
