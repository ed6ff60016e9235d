"""The cards of one unit year beside year: what each group of criteria came to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.scoring import Group
from portal.scoring.marks import sum_of
from portal.scoring.words import plain
from reforms.models import CardMark, Scorecard
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks, counting

MOST_YEARS = 6


@dataclass(frozen=True)
class Table:
    """Groups by years; of a group that a year's set does not have: nothing."""

    cards: list[Scorecard]
    rows: list[tuple[str, list[Decimal | None], str]]
    """The group's name, its points year by year, and how the last differs from the one before."""
    change: str


def years_of(card: Scorecard, seen: Any) -> Table:
    """The newest years up to the card's own; two statements."""
    found = seen.filter(
        unit=card.unit,
        campaign__of_the_office=card.campaign.of_the_office,
        campaign__year__lte=card.campaign.year,
    )
    cards = list(found.select_related("campaign__criteria").order_by("-campaign__year", "-pk"))
    cards = cards[:MOST_YEARS][::-1]
    marks = marks_of(cards)
    rows = []
    for group in card.set.groups:
        points = [sum_in(each, group.code, marks[each.pk]) for each in cards]
        whole = [is_whole(each, group.code, marks[each.pk]) for each in cards]
        change = difference(points) if all(whole[-2:]) else ""
        rows.append((f"{group.code}. {group.name}", points, change))
    scored = [each.total if each.level_words else None for each in cards]
    return Table(cards, rows, difference(scored))


def marks_of(cards: list[Scorecard]) -> dict[int, dict[str, Any]]:
    """card -> line -> the last word on it; one statement for all cards."""
    sides: dict[int, Marks] = {card.pk: {side: {} for side in Side.values} for card in cards}
    for mark in CardMark.objects.filter(card__in=cards):
        sides[mark.card_id][mark.side][mark.line] = mark
    return {pk: counting(marks) for pk, marks in sides.items()}


def group_of(card: Scorecard, code: str) -> Group | None:
    return next((each for each in card.set.groups if each.code == code), None)


def sum_in(card: Scorecard, code: str, marks: dict[str, Any]) -> Decimal | None:
    group = group_of(card, code)
    return sum_of(group.lines, marks) if group else None


def is_whole(card: Scorecard, code: str, marks: dict[str, Any]) -> bool:
    """Every line is scored: half of a group is not compared with a whole one."""
    group = group_of(card, code)
    return bool(group) and all(line.code in marks for line in group.lines)


def difference(points: list[Decimal | None]) -> str:
    """+1,5 or −2 against the year before; nothing where one of them is missing."""
    if len(points) < 2 or points[-1] is None or points[-2] is None:
        return ""
    by = points[-1] - points[-2]
    if not by:
        return "không đổi"
    return f"{'+' if by > 0 else '−'}{plain(abs(by))}"
