"""Remarks that the ratings of democracy hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from democracy.models import ScoreSheet
from democracy.models.rating.sheet import Stage as SheetStage
from portal.reporting.gathering import source
from portal.reporting.said import Said, dated
from portal.text import number


@source("levels")
def levels(report: Any, on: date) -> Iterator[Said]:
    """How many at each level, round by round."""
    decided = ScoreSheet.objects.filter(
        stage=SheetStage.DECIDED, person=None, round__decided_on__range=dated(report)
    )
    found: dict[Any, Counter[str]] = {}
    for sheet in decided.select_related("round__criteria"):
        found.setdefault(sheet.round, Counter())[sheet.level_words] += 1
    for one, words in found.items():
        told = "; ".join(f"{level}: {number(count)}" for level, count in words.most_common())
        yield Said(f"{one}: {told}", one.get_absolute_url())
