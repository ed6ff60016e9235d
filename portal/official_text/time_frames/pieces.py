"""Each stretch of a phrase with the word that governs it: từ, đến, trước, chậm nhất …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from portal.official_text.time_frames import wording
from portal.official_text.time_frames.spans import Span
from portal.working_days import days_after, months_after

PREPOSITION = r"(?:ngày|thời điểm|trong|vào|khoảng|là|hết|cuối|và|các|dịp|nhân dịp|nhân ngày)"
FILLER = rf"(?:[ :(,“\"]|\b{PREPOSITION}\b)*"
BEFORE = re.compile(rf"\b{wording.BEFORE}\b{FILLER}$")
AFTER = re.compile(rf"\b{wording.AFTER}\b[ (]*(?:\bngày\b)? ?$")
TO = re.compile(rf"(?:(?<!\w)(?:{wording.TO})(?!\w)){FILLER}$")
FROM = re.compile(rf"(?<!\w){wording.FROM}\b{FILLER}$")
BY = re.compile(rf"\b(?:{wording.BY})\b[^,;(]*$")
AT = re.compile(
    r"(?:\b(?:trong|vào|khoảng|dự kiến|thực hiện|tổ chức)\b|[:(,;]|^) ?(?:ngày|các|đầu)? ?$"
)
EVENT = re.compile(rf"(?<!\w)(?:{wording.EVENT}|trước|của|tại)\b(?! *$)[^,;(:]*$")
NEW_CLAUSE = re.compile(r";|\.(?= |$)|\bđợt \d|\bđợt (?:i|một|hai)|\blần \d|\+")
JUST_AND = re.compile(r"^ ?(?:,|và|;|/|,? và|&)? ?$")


class Word(StrEnum):
    """What governs a stretch."""

    AT = ""
    FROM = "from"
    TO = "to"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"


@dataclass(frozen=True)
class Piece:
    """One stretch with years, the word before it and the clause in which it stands."""

    word: Word
    start: date
    due: date
    unit: str
    clause: int = 0
    follows: bool = False
    onward: bool = False
    since_issue: bool = False
    ranged: bool = False
    flags: tuple[str, ...] = ()
    dates: int = 1

    @property
    def last_day(self) -> date:
        """The last day on which it is still in time."""
        return days_after(self.start, -1) if self.word == Word.BEFORE else self.due

    @property
    def bounds(self) -> bool:
        """Whether it says only until when."""
        return self.word in (Word.TO, Word.BEFORE, Word.BY)


def pieces_of(text: str, spans: list[Span], *, lenient: bool = False) -> list[Piece]:
    """The stretches that are times of their own, not part of an event's name."""
    found: list[Piece] = []
    end, clause = 0, 0
    for span in spans:
        between = text[end : span.begin] if span.begin >= end else ""
        joined = span.joined or ("and" if found and JUST_AND.match(between) else "")
        clause += bool(NEW_CLAUSE.search(between)) if found else 0
        end = max(end, span.end)
        if not lenient and names_an_event(between, span, first=not found):
            continue
        found.append(piece_of(span, between, text[span.end :], joined=joined, clause=clause))
    return merged(found)


def names_an_event(between: str, span: Span, *, first: bool) -> bool:
    """ "theo kế hoạch năm 2024" says nothing about 2024."""
    if span.joined or governed(between):
        return False
    if EVENT.search(between):
        return True
    return span.unit == "year" and first and bool(re.search(r"\w{2,} ?$", between))


def governed(between: str) -> bool:
    return any(word.search(between) for word in (BEFORE, AFTER, TO, FROM, BY, AT))


def piece_of(span: Span, between: str, after: str, *, joined: str, clause: int) -> Piece:
    word = Word.TO if joined == "to" else word_before(between)
    onward = bool(re.match(rf"\)?,? ?(?:{wording.ONWARD.pattern})", after))
    return Piece(
        word,
        span.start,
        span.due,
        span.unit,
        clause=clause,
        follows=joined == "and",
        onward=onward,
        since_issue=bool(wording.ISSUE.search(between)),
        ranged=span.last_year is not None and span.last_year != span.year,
        flags=span.flags,
    )


def word_before(between: str) -> Word:
    if BEFORE.search(between):
        return Word.BEFORE
    if BY.search(between):
        return Word.BY
    if TO.search(between):
        return Word.TO
    if FROM.search(between):
        return Word.FROM
    return Word.AFTER if AFTER.search(between) else Word.AT


def merged(pieces: list[Piece]) -> list[Piece]:
    """Ranges made one, neighbours of a list made one, the rest as they are."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is None or before.clause != piece.clause:
            found.append(piece)
        elif piece.word == Word.TO and not before.bounds and not before.ranged:
            found[-1] = range_of(before, piece)
        elif piece.follows and belongs(before, piece):
            found[-1] = list_of(before, piece)
        elif piece.follows and piece.word == Word.AT:
            found.append(replace(piece, word=before.word))
        else:
            found.append(piece)
    return found


def range_of(first: Piece, last: Piece) -> Piece:
    """A range that ends before it begins was given the wrong year at one end."""
    due = last.due
    if due < first.start and "year_from_plan" in last.flags:
        due = months_after(due, 12)
    flags = tuple(dict.fromkeys((*first.flags, *last.flags)))
    word = first.word if first.bounds else Word.AT
    return replace(first, word=word, due=due, ranged=True, flags=flags, onward=last.onward)


def belongs(first: Piece, last: Piece) -> bool:
    if first.unit == last.unit == "day":
        same_month = (first.start.year, first.start.month) == (last.due.year, last.due.month)
        return same_month and last.start > first.due and last.word == Word.AT
    return days_after(first.due, 1) == last.start and last.word == Word.AT


def list_of(first: Piece, last: Piece) -> Piece:
    flags = tuple(dict.fromkeys((*first.flags, *last.flags)))
    dates = first.dates + last.dates
    return replace(first, due=last.due, flags=flags, onward=last.onward, dates=dates)


def same_clause(pieces: list[Piece]) -> Iterator[list[Piece]]:
    for clause in dict.fromkeys(piece.clause for piece in pieces):
        yield [piece for piece in pieces if piece.clause == clause]
