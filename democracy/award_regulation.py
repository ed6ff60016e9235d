"""A regulation on titles and awards out of its file: conditions, votes, quotas, each with a source.

TOML, read as strictly as a criteria set: an unknown key or a name that does not exist refuses the
whole file with one sentence (``BrokenSet``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.scoring import BrokenSet
from portal.scoring.fields import Fields, opened

DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])")
ALL, MOST_YEARS, MOST = 100, 20, 10_000


class Sort(StrEnum):
    TITLE = "title"
    AWARD = "award"


class Of(StrEnum):
    PERSON = "person"
    COLLECTIVE = "collective"
    BOTH = "both"


class DecidedBy(StrEnum):
    HEAD = "head"
    ABOVE = "above"


SORTS = {Sort.TITLE: "Danh hiệu thi đua", Sort.AWARD: "Hình thức khen thưởng"}
DECIDERS = {DecidedBy.HEAD: "Giám đốc quyết định", DecidedBy.ABOVE: "Cấp trên quyết định"}
WHOSE = {Of.PERSON: "Cá nhân", Of.COLLECTIVE: "Tập thể", Of.BOTH: "Tập thể, cá nhân"}


@dataclass(frozen=True)
class Condition:
    """Stated by hand; ``held`` and ``years``: what the register itself can show beside it."""

    code: str
    words: str
    source: str
    held: str = ""
    years: int = 0


@dataclass(frozen=True)
class Award:
    code: str
    name: str
    sort: Sort
    of: Of
    decided_by: DecidedBy
    words: str
    source: str
    votes: int = 0
    """The least share of the council's members, in per cent; 0: none is asked for."""
    conditions: tuple[Condition, ...] = ()

    @property
    def sort_words(self) -> str:
        return SORTS[self.sort]

    @property
    def decided_words(self) -> str:
        return DECIDERS[self.decided_by]

    @property
    def whose_words(self) -> str:
        return WHOSE[self.of]

    def fits(self, *, person: bool) -> bool:
        return self.of in (Of.BOTH, Of.PERSON if person else Of.COLLECTIVE)


@dataclass(frozen=True)
class Quota:
    """How many a unit may propose in a year; ``either``: one or the other, not both."""

    awards: tuple[str, ...]
    words: str
    source: str
    unit_kind: str
    collectives: int
    persons: int
    either: bool
    enforced: bool

    def covers(self, award: str, *, unit_kind: str) -> bool:
        return award in self.awards and self.unit_kind in ("", unit_kind)

    def lacks_room(self, *, collectives: int, persons: int) -> bool:
        """Whether so many are more than it allows."""
        if self.either and collectives and persons:
            return True
        return collectives > self.collectives or persons > self.persons


@dataclass(frozen=True)
class Regulation:
    code: str
    title: str
    issuer: str
    reference: str
    valid_from: date
    source: str
    unseen: tuple[str, ...]
    present: int
    """How many of the council have to be there, in per cent."""
    awards: tuple[Award, ...]
    quotas: tuple[Quota, ...]
    dossiers_due: str = ""
    """Month and day: the last on which proposals of the year are sent; empty where none is set."""
    thematic_days: int = 0
    """So many days before a movement is summed up its proposals are sent; 0: none are set."""

    def last_day(self, year: int) -> date | None:
        """Of the proposals of that year."""
        if not self.dossiers_due:
            return None
        return date(year, *map(int, self.dossiers_due.split("-")))

    def award(self, code: str) -> Award:
        return next(each for each in self.awards if each.code == code)

    def quota_for(self, award: str, *, unit_kind: str) -> Quota | None:
        return next((row for row in self.quotas if row.covers(award, unit_kind=unit_kind)), None)


def read_regulation(text: str) -> Regulation:
    """Raises ``BrokenSet``."""
    top = opened(text, "Quy định khen thưởng")
    found = Regulation(
        code=top.code("code"),
        title=top.words("title"),
        issuer=top.words("issuer", ""),
        reference=top.words("reference", ""),
        valid_from=top.day("valid_from"),
        source=top.words("source"),
        unseen=top.lines("unseen"),
        present=top.count("present", 0, most=ALL),
        awards=tuple(award_of(each) for each in top.tables("award", needed=True)),
        quotas=tuple(quota_of(each) for each in top.tables("quota")),
        dossiers_due=top.matching("dossiers_due", DAY),
        thematic_days=top.count("thematic_days", 0, most=ALL),
    )
    return proofed(top.done(found))


def award_of(row: Fields) -> Award:
    return row.done(
        Award(
            code=row.code("code"),
            name=row.words("name"),
            sort=row.one_of("sort", Sort),
            of=row.one_of("of", Of),
            decided_by=row.one_of("decided_by", DecidedBy),
            words=row.words("words"),
            source=row.words("source"),
            votes=row.count("votes", 0, most=ALL),
            conditions=tuple(condition_of(each) for each in row.tables("condition")),
        )
    )


def condition_of(row: Fields) -> Condition:
    return row.done(
        Condition(
            code=row.code("code"),
            words=row.words("words"),
            source=row.words("source", ""),
            held=row.words("held", ""),
            years=row.count("years", 0, most=MOST_YEARS),
        )
    )


def quota_of(row: Fields) -> Quota:
    return row.done(
        Quota(
            awards=row.lines("awards"),
            words=row.words("words"),
            source=row.words("source"),
            unit_kind=row.words("unit_kind", ""),
            collectives=row.count("collectives", 0, most=MOST),
            persons=row.count("persons", 0, most=MOST),
            either=row.yes("either"),
            enforced=row.yes("enforced"),
        )
    )


def proofed(found: Regulation) -> Regulation:
    """Codes stand once, and what is named exists."""
    codes = [each.code for each in found.awards]
    named = [each for row in found.quotas for each in row.awards]
    named += [each.held for award in found.awards for each in award.conditions if each.held]
    for code in codes:
        if codes.count(code) > 1:
            raise BrokenSet(f"Quy định khen thưởng: mã “{code}” ghi hai lần.")
    for code in named:
        if code not in codes:
            raise BrokenSet(f"Quy định khen thưởng: không có danh hiệu, hình thức “{code}”.")
    return found
