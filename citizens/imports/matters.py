"""Vụ việc of the lines of a register: those of one ``case_ref`` share it.

A denunciation never shares one with what names people: it has one without a reference, with the
denunciations of its own file alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..models import Matter


class Matters:
    """Those of earlier imports and of this one; ``new`` are to be written."""

    def __init__(self, references: Iterable[str]) -> None:
        rows = Matter.objects.filter(reference__in=set(references) - {""})
        self.named = {matter.reference: matter for matter in rows}
        self.sealed: dict[str, Matter] = {}
        self.new: list[Matter] = []

    def of(self, reference: str, *, sealed: bool, on: date) -> Matter:
        known = self.sealed if sealed else self.named
        if reference in known:
            return known[reference]
        matter = Matter(opened_on=on, reference="" if sealed else reference)
        self.new.append(matter)
        if reference:
            known[reference] = matter
        return matter
