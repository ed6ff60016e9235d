"""Stretches of the calendar that people report on, each with the one before and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from portal.text import day
from portal.working_days import days_after, end_of_month, months_after

ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` to `end`, both included; `label` is how it is written."""

    start: date
    end: date
    label: str

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label

    @property
    def dates(self) -> tuple[date, date]:
        """For `received_on__range=period.dates`."""
        return self.start, self.end

    @property
    def address(self) -> str:
        """As an address names it: `stretch_of` reads it back."""
        return f"{self.start}_{self.end}"


class Regular(Period):
    """Periods of the civil year that tile it: months, quarters, halves, the year."""

    MONTHS: int
    LETTER: str = ""

    @property
    def code(self) -> str:
        """As an address names it: 2026, 2026-n1 (half), 2026-q4, 2026-t11."""
        year = str(self.start.year)
        return f"{year}-{self.LETTER}{self.end.month // self.MONTHS}" if self.LETTER else year

    @property
    def address(self) -> str:
        return self.code

    @classmethod
    def of(cls, year: int, number: int = 1) -> Self:
        """The number-th of that year, beginning with 1."""
        if not 1 <= number <= 12 // cls.MONTHS:
            raise ValueError(f"a year has {12 // cls.MONTHS} of them, not {number}")
        last = number * cls.MONTHS
        start = date(year, last - cls.MONTHS + 1, 1)
        return cls(start, end_of_month(year, last), cls.named(year, number))

    @classmethod
    def containing(cls, day: date) -> Self:
        return cls.of(day.year, (day.month - 1) // cls.MONTHS + 1)

    @classmethod
    def named(cls, year: int, number: int) -> str:
        raise NotImplementedError

    def previous(self) -> Self:
        return self.containing(days_after(self.start, -1))

    def following(self) -> Self:
        return self.containing(days_after(self.end, 1))

    def same_last_year(self) -> Self:
        return self.containing(months_after(self.start, -12))


class Month(Regular):
    MONTHS, LETTER = 1, "t"

    @classmethod
    def named(cls, year: int, number: int) -> str:
        return f"Tháng {number:02d}/{year}" if number < 3 else f"Tháng {number}/{year}"


class Quarter(Regular):
    MONTHS, LETTER = 3, "q"

    @classmethod
    def named(cls, year: int, number: int) -> str:
        return f"Quý {ROMAN[number - 1]} năm {year}"


class Half(Regular):
    MONTHS, LETTER = 6, "n"

    @classmethod
    def named(cls, year: int, number: int) -> str:
        return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"


class Year(Regular):
    MONTHS = 12

    @classmethod
    def named(cls, year: int, number: int) -> str:
        return f"Năm {year}"


def period_of(code: str) -> Regular:
    """The period that an address names; raises ``ValueError``."""
    year, dash, part = code.partition("-")
    if not (len(year) == 4 and year.isdecimal() and year.isascii()) or bool(dash) != bool(part):
        raise ValueError(code)
    for kind in (Month, Quarter, Half, Year):
        number = part.removeprefix(kind.LETTER) if kind.LETTER else part or "1"
        if part[:1] == kind.LETTER and number in map(str, range(1, 12 // kind.MONTHS + 1)):
            return kind.of(int(year), int(number))
    raise ValueError(code)


def stretch_of(address: str) -> Period:
    """The days that an address names, a period's or any; raises ``ValueError``."""
    first, underscore, last = address.partition("_")
    if not underscore:
        return period_of(address)
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if end < start:
        raise ValueError(address)
    return Period(start, end, f"{day(start)} – {day(end)}")


@dataclass(frozen=True)
class Kind:
    """A reporting period of Circular 06/2025: which quarters of the reporting year it spans."""

    code: str
    words: str
    first: int
    last: int
    with_text: bool


KINDS = {
    kind.code: kind
    for kind in (
        Kind("q1", "Quý I", 1, 1, with_text=True),
        Kind("q2", "Quý II", 2, 2, with_text=False),
        Kind("6t", "6 tháng", 1, 2, with_text=True),
        Kind("q3", "Quý III", 3, 3, with_text=False),
        Kind("9t", "9 tháng", 1, 3, with_text=True),
        Kind("q4", "Quý IV", 4, 4, with_text=False),
        Kind("nam", "Năm", 1, 4, with_text=True),
    )
}
QUARTERS = ("q1", "q2", "q3", "q4")


class Reporting(Period):
    """A reporting period of the inspectorate: from a 15th to a 14th, the year from 15 December."""

    @classmethod
    def of(cls, year: int, code: str) -> Reporting:
        kind = KINDS[code]
        start = months_after(date(year - 1, 12, 15), 3 * (kind.first - 1))
        end = date(year, 3 * kind.last, 14)
        name = kind.words if code == "nam" else f"{kind.words} năm"
        return cls(start, end, f"{name} {year}")

    @classmethod
    def containing(cls, day: date, code: str | None = None) -> Reporting:
        """The quarter in which the day is reported; with a code, that kind of period."""
        year = day.year + (day >= date(day.year, 12, 15))
        for tried in (code,) if code else QUARTERS:
            period = cls.of(year, tried)
            if day in period:
                return period
        raise ValueError(f"{day} is in no period of kind {code}")

    @classmethod
    def exactly(cls, start: date, end: date) -> Reporting | None:
        """The period with these very dates, if there is one."""
        found = (cls.of(end.year, code) for code in KINDS)
        return next((period for period in found if period.dates == (start, end)), None)

    @property
    def code(self) -> str:
        spans = {(kind.first, kind.last): code for code, kind in KINDS.items()}
        first = (months_after(self.start, 1).month - 1) // 3 + 1
        return spans[first, self.end.month // 3]

    @property
    def kind(self) -> Kind:
        return KINDS[self.code]

    @property
    def year(self) -> int:
        return self.end.year

    def previous(self) -> Reporting:
        """A quarter's is the quarter before; the longer ones compare with the year before."""
        if self.code in QUARTERS:
            return self.containing(days_after(self.start, -1))
        return self.same_last_year()

    def same_last_year(self) -> Reporting:
        return self.of(self.year - 1, self.code)

    @property
    def office_sends_on(self) -> date:
        """To the provincial committee; the circular rolls nothing on days off."""
        return date(self.year, self.end.month, 17)

    @property
    def province_sends_on(self) -> date:
        return date(self.year, self.end.month, 20)


class ReportingMonth(Period):
    """A month of reports on reform: from the 15th of the month before to the 14th."""

    @classmethod
    def of(cls, year: int, month: int) -> ReportingMonth:
        end = date(year, month, 14)
        return cls(months_after(date(year, month, 15), -1), end, f"Tháng {month} năm {year}")

    def same_last_year(self) -> ReportingMonth:
        return self.of(self.end.year - 1, self.end.month)


REPORTED = (*(f"t{month}" for month in range(1, 13)), *KINDS)
"""Months, quarters, half, nine months, year: what is reported on reform."""


def reported(code: str, year: int) -> Reporting | ReportingMonth:
    """ "t3", 2026 -> 15/02 to 14/03/2026; "q1" -> 15/12/2025 to 14/03/2026."""
    if code in KINDS:
        return Reporting.of(year, code)
    return ReportingMonth.of(year, int(code.removeprefix("t")))


def period_with(start: date, end: date) -> Period | None:
    """The period of either calendar with these very days, if there is one."""
    civil = (kind.containing(start) for kind in (Month, Quarter, Half, Year))
    month = ReportingMonth.of(end.year, end.month)
    found = (*civil, Reporting.exactly(start, end), month)
    return next((period for period in found if period and period.dates == (start, end)), None)


WRITTEN = re.compile(
    r"(?:(?P<quarter>qu[ýí])\s*(?P<roman>IV|I{1,3}|[1-4])|(?P<month>tháng)\s*(?P<number>1[0-2]|0?[1-9])"
    r"|6 tháng (?P<half>đầu|cuối)|(?P<year>năm))(?:\s*năm\s*|\s*/\s*|\s+)(?P<in>\d{4})",
    re.IGNORECASE,
)


def read_period(words: str) -> Regular | None:
    """ "Quý III năm 2022" -> its dates; None when the words name no period."""
    found = WRITTEN.fullmatch(words.strip())
    if found is None:
        return None
    year = int(found["in"])
    if found["quarter"]:
        roman = found["roman"].upper()
        return Quarter.of(year, ROMAN.index(roman) + 1 if roman in ROMAN else int(roman))
    if found["month"]:
        return Month.of(year, int(found["number"]))
    if found["half"]:
        return Half.of(year, 1 if found["half"].lower() == "đầu" else 2)
    return Year.of(year)
