"""What the rollups count of a visit."""

from __future__ import annotations

from typing import Any

from .. import tally
from .group import CROWD
from .vocabulary import Result, VisitStage


class CountedVisit:
    """Lượt được tiếp: neither refused nor an empty line of the book."""

    sealed: Any
    stage: Any
    result: Any
    people: Any
    own_visit: Any

    @property
    def received(self) -> bool:
        return self.result != Result.REFUSED and self.stage != VisitStage.OWN_BOOK

    @property
    def is_crowd(self) -> bool:
        """Đoàn đông người: five people or more (TT 06/2025, form 01/TCD)."""
        return self.people >= CROWD

    def counted(self) -> tally.Counted:
        return tally.counted_of_visit(self)

    def recount(self, before: tally.Counted) -> None:
        tally.change(before, self.counted())
