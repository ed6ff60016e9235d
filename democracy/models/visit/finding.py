"""Which of the documents the portal has a record of, at one unit on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from democracy.models.board import BoardProgramme, BoardReport
from democracy.models.committee import CommitteeVersion
from democracy.models.conference import Conference
from democracy.models.posting import Posting
from portal.instruments import Instrument
from portal.people import Unit
from portal.periods import Year
from portal.planning import Plan
from portal.statistics import REGISTRY
from portal.text import day, lower_first, number

FEW = 3


@dataclass(frozen=True)
class Found:
    """One record: its number in words, never its contents; and where it stands."""

    words: str
    url: str


def found_at(unit: Unit, *, on: date) -> dict[str, list[Found]]:
    """By code of the checklist; what the portal keeps no record of is not in it."""
    found: dict[str, list[Found]] = {}
    for code, rows in records_of(unit, on=on):
        found[code] = [Found(words, row.get_absolute_url()) for row, words in rows]
    shown = Posting.objects.filter(unit=unit, stage="posted", posted_on__year=on.year).count()
    if shown:
        words = f"{shown} nội dung đã đăng trong năm {on.year}"
        found["so-cong-khai"] = [Found(words, f"/dan-chu/cong-khai/?don-vi={unit.code}")]
    found["so-don"] = book_of_petitions(unit, Year.of(on.year))
    return {code: rows for code, rows in found.items() if rows}


def book_of_petitions(unit: Unit, year: Year) -> list[Found]:
    """How many stand in the book, as the portal publishes the number; nobody looks into them."""
    received = REGISTRY.get("petitions_received")
    count = received.value(year, unit=unit.code) if received else 0
    words = f"{number(count)} đơn vào sổ {lower_first(year.label)}, không kể đơn tố cáo"
    return [Found(words, received.opens(year, unit=unit.code))] if received and count else []


def records_of(unit: Unit, *, on: date) -> Iterator[tuple[str, Iterable[tuple[Any, str]]]]:
    """One statement a line."""
    rules = Instrument.objects.filter(kind=Instrument.Kind.REGULATION, unit=unit)
    rules = rules.in_force(as_of=on)
    for code, words in (("quy-che", "dân chủ"), ("chi-tieu", "chi tiêu nội bộ")):
        yield code, [(row, row.cited) for row in rules.matching(words)[:FEW]]
    committees = CommitteeVersion.objects.filter(unit=unit).in_force(as_of=on)
    yield "ban-chi-dao", [(row, row.reference or row.code) for row in committees[:FEW]]
    plans = Plan.objects.issued_in(on.year, on.year).filter(
        unit=unit, programme="dan-chu", kind__in=(Plan.Kind.PLAN, Plan.Kind.PROGRAMME)
    )
    yield "ke-hoach", [(row, f"{row.reference} ngày {day(row.dated_on)}") for row in plans[:FEW]]
    held = Conference.objects.regular().filter(unit=unit, held_on__gt=date(on.year - 1, 6, 30))
    held = list(held.order_by("-held_on")[:FEW])
    yield "bien-ban", [(row, conference_words(row)) for row in held if row.minutes_id]
    yield "nghi-quyet", [(row, conference_words(row)) for row in held if row.stage == "adopted"]
    programmes = BoardProgramme.objects.filter(
        term__unit=unit, stage="issued", issued_on__year=on.year
    )
    yield "chuong-trinh-ttnd", [(row, row.code) for row in programmes[:FEW]]
    reports = BoardReport.objects.filter(term__unit=unit, stage="sent", sent_on__year=on.year)
    yield "bao-cao-ttnd", [(row, f"{row.code}, {row.label}") for row in reports[:FEW]]


def conference_words(row: Conference) -> str:
    return f"{row.code}, họp ngày {day(row.held_on)}" if row.held_on else row.code
