"""How a round stands: level by level, unit by unit, and who comes first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from democracy.models import Mark, RatingRound, ScoreSheet
from democracy.models.rating.mark import Side
from portal.scoring import CriteriaSet, Entry, Place, rank, reckon
from portal.text import number


@dataclass
class Standing:
    """One sheet in the table of the round."""

    sheet: ScoreSheet
    opens: bool
    place: Place | None = None

    @property
    def change(self) -> str:
        """By how much the end differs from what they gave themselves: −2 or +1,5."""
        own, end = self.sheet.self_total, self.sheet.total
        if own is None or end is None or own == end:
            return ""
        return f"{'+' if end > own else '−'}{number(abs(end - own).normalize())}"

    @property
    def may_be_commended(self) -> bool:
        of = self.sheet.set
        if not (of.commended_from and self.sheet.level):
            return False
        least, level = of.level(of.commended_from), of.level(self.sheet.level)
        return of.worse(least, level) is least


def standings_of(one: RatingRound, *, sheets: list[ScoreSheet], opens: set[int]) -> list[Standing]:
    """Those that are finished in their order, then the others by name; two statements."""
    rows = [Standing(sheet, sheet.pk in opens) for sheet in sheets]
    finished = [row.sheet for row in rows if row.sheet.stage in ("appraised", "decided")]
    places = {place.key: place for place in ranked(one.criteria.value, finished)}
    for row in rows:
        row.place = places.get(row.sheet.pk)
    return sorted(
        rows, key=lambda row: (row.place.place if row.place else len(rows) + 1,
                               str(row.sheet.rated))
    )  # fmt: skip


def ranked(of: CriteriaSet, sheets: list[ScoreSheet]) -> list[Place]:
    entries: dict[int, dict[str, Entry]] = defaultdict(dict)
    points: dict[int, dict[str, Decimal | None]] = defaultdict(dict)
    marks = Mark.objects.filter(sheet__in=sheets).exclude(side=Side.SELF)
    for mark in sorted(marks, key=lambda mark: mark.side == Side.FINAL):
        entries[mark.sheet_id][mark.line] = mark.entry
        points[mark.sheet_id][mark.line] = mark.points
    results = {
        sheet.pk: reckon(of, points[sheet.pk])
        for sheet in sheets
        if sheet.level_words != "Không xếp loại"
    }
    return rank(of, results, entries)


def distribution(one: RatingRound, rows: list[Standing]) -> list[dict[str, Any]]:
    """How many at each level, the best first, then those without one."""
    words = Counter(row.sheet.level_words for row in rows if row.sheet.level_words)
    levels = [level.name for level in one.criteria.value.levels]
    shown = [*levels, *(name for name in words if name not in levels)]
    total = sum(words.values())
    return [{"name": name, "count": words[name], "of": total} for name in shown]


def reminder(one: RatingRound, late: list[Any], due: str) -> str:
    """Words to copy into a message: who has not sent, by when."""
    if not late:
        return ""
    names = "; ".join(str(sheet.rated) for sheet in late)
    return (
        f"Kỳ xếp loại năm {one.year} ({one.criteria.title}): hạn gửi bản tự chấm là {due}. "
        f"Chưa gửi: {names}. Đề nghị tự chấm và gửi trên Cổng, kèm tài liệu kiểm chứng."
    )
