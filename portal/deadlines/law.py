"""A time limit as the law has it: how long, counted in which days, and since when."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from portal.text import day as written


class Unit(StrEnum):
    CALENDAR = "calendar"
    WORKING = "working"
    MONTH = "month"


class Source(StrEnum):
    """How sure we are of a rule: read in the text itself, told by others, or remembered."""

    READ = "V"
    SECONDARY = "S"
    MEMORY = "M"


CALENDAR, WORKING, MONTH = Unit
READ, SECONDARY, MEMORY = Source

REMOTE_WORDS = "vùng sâu, vùng xa"
UNIT_WORDS = {CALENDAR: "ngày", WORKING: "ngày làm việc", MONTH: "tháng"}


class DeadlineError(ValueError):
    """A deadline that the law does not know; the message is one sentence for the reader."""


@dataclass(frozen=True)
class LegalVersion:
    """One wording of a time limit, for starting events from `since` on and before `until`.

    The first five read as a row of a table; what only some limits have is named.
    """

    since: date
    length: int
    unit: Unit
    article: str
    source: Source
    _: KW_ONLY
    until: date | None = None
    complex: int | None = None
    remote: int | None = None
    complex_remote: int | None = None
    extension: int | None = None
    most_extensions: int = 0
    pauses_since: date | None = None
    pauses_article: str = ""
    closes_on: tuple[int, int] | None = None  # month and day of the following year
    other: LegalVersion | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def length_for(self, *, complex: bool, remote: bool) -> int | None:
        """The length of a variant; None when the law has no such variant."""
        if complex and remote:
            return self.complex_remote
        if complex:
            return self.complex
        return self.remote if remote else self.length

    def length_words(self, *, remote: bool = False) -> str:
        """ "30 ngày"; ``remote``: for places hard to reach, where the law knows them."""
        length = self.remote if remote and self.remote else self.length
        return f"{length} {UNIT_WORDS[self.unit]}"


@dataclass(frozen=True)
class Term:
    """A time limit under its code, with all its wordings, oldest first.

    `backward`: the last day *before* an event by which something must be done.
    `takes_effect`: what follows holds from the day after the last day.
    """

    code: str
    label: str
    starts: str
    versions: tuple[LegalVersion, ...]
    _: KW_ONLY
    backward: bool = False
    when_complex: str = "vụ việc phức tạp"
    takes_effect: bool = False

    def __str__(self) -> str:
        return self.code

    def version_on(self, start: date) -> LegalVersion:
        """The wording in force on the day of the starting event decides, also for what follows."""
        for version in self.versions:
            if version.holds_on(start):
                return version
        first = self.versions[0].since
        since = f" (quy định có từ ngày {written(first)})" if start < first else ""
        raise DeadlineError(
            f"Ngày {written(start)} chưa có quy định về thời hạn {self.label}{since}."
        )


def rules(*terms: Term) -> dict[str, Term]:
    """An app's table of law by code. Two rules of one code, or a gap in time, is a mistake."""
    table = {term.code: term for term in terms}
    if len(table) != len(terms):
        raise ValueError("two terms share a code")
    for term in terms:
        if any(one.until != following.since for one, following in pairwise(term.versions)):
            raise ValueError(f"the versions of {term.code} do not follow each other")
    return table
