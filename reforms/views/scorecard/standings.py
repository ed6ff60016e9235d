"""How a campaign stands: unit by unit, who comes first, how each differs from its own points."""

from __future__ import annotations

from dataclasses import dataclass

from portal.scoring import Place, Result, rank, reckon
from portal.scoring.words import plain
from reforms.models import Scorecard, ScoringCampaign
from reforms.models.scorecard.card import Stage
from reforms.models.scorecard.totals import points_of
from reforms.scoring_years import marks_of

SCORED = (Stage.DONE, Stage.PUBLISHED)


@dataclass
class Standing:
    """One card in the table of the campaign."""

    card: Scorecard
    opens: bool
    place: Place | None = None
    before: Scorecard | None = None
    """The same unit's card of the year before."""

    @property
    def change(self) -> str:
        return difference(self.card.total, self.before.total if self.before else None)

    @property
    def against_self(self) -> str:
        """By how much the end differs from what they gave themselves."""
        return difference(self.card.total, self.card.self_total)


def difference(now: object, before: object) -> str:
    if now is None or before is None or now == before:
        return ""
    by = now - before  # type: ignore[operator]  # points of two cards
    return f"{'+' if by > 0 else '−'}{plain(abs(by))}"


def standings_of(one: ScoringCampaign, cards: list[Scorecard], opens: set[int]) -> list[Standing]:
    """Those that are scored in their order, then the others by name; two statements."""
    earlier = {card.unit_id: card for card in cards_before(one, cards)}
    places = ranked(one, [card for card in cards if card.stage in SCORED])
    rows = [
        Standing(card, card.pk in opens, places.get(card.pk), earlier.get(card.unit_id))
        for card in cards
    ]
    last = len(rows) + 1
    return sorted(
        rows, key=lambda row: (row.place.place if row.place else last, row.card.unit.name)
    )


def cards_before(one: ScoringCampaign, cards: list[Scorecard]) -> list[Scorecard]:
    """Published, of the same units, in the year before."""
    found = Scorecard.objects.filter(
        unit__in=[card.unit_id for card in cards],
        stage=Stage.PUBLISHED,
        campaign__year=one.year - 1,
        campaign__of_the_office=one.of_the_office,
    )
    return list(found.order_by("pk"))


def ranked(one: ScoringCampaign, cards: list[Scorecard]) -> dict[int, Place]:
    of = one.criteria.value
    results: dict[int, Result] = {}
    entries = {}
    for pk, marks in marks_of(cards).items():
        results[pk] = reckon(of, points_of(marks))
        entries[pk] = {line: mark.entry for line, mark in marks.items()}
    return {place.key: place for place in rank(of, results, entries)}
