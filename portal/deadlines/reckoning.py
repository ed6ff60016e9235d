"""From a rule and a day to a deadline. Pure: the calendar comes in, a value goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from portal.deadlines.explanation import Row, rows_of
from portal.deadlines.law import (
    MONTH,
    REMOTE_WORDS,
    WORKING,
    DeadlineError,
    LegalVersion,
    Term,
    Unit,
)
from portal.deadlines.pauses import Pause, in_order, pushed_by
from portal.text import day as written
from portal.working_days import Calendar, days_after, months_after


@dataclass(frozen=True)
class Deadline:
    """When something is due, and everything needed to say why.

    `nominal` is the last day before rolling to a working day, None when working days are
    counted; `due` is None while a pause is open.
    """

    term: Term
    version: LegalVersion
    start: date
    length: int
    nominal: date | None
    due: date | None
    complex: bool = False
    remote: bool = False
    extensions: int = 0
    granted: tuple[int, ...] = ()
    """How many days each extension gives."""
    pauses: tuple[Pause, ...] = ()
    skipped: tuple[tuple[date, str], ...] = ()
    unsure_years: tuple[tuple[int, bool], ...] = ()
    other: Deadline | None = None
    confirmation: str | None = None
    entered: date | None = None

    @property
    def rule(self) -> str:
        return self.term.code

    @property
    def version_from(self) -> date:
        return self.version.since

    @property
    def unit(self) -> Unit:
        return self.version.unit

    @property
    def article(self) -> str:
        return self.version.article

    @property
    def confirmed(self) -> bool:
        return self.confirmation is not None

    def rows(self) -> list[Row]:
        """The lines of "Cách tính thời hạn"."""
        return rows_of(self)

    @property
    def explanation(self) -> str:
        return " ".join(row.sentence for row in self.rows())


def compute(
    term: Term,
    *,
    start: date,
    calendar: Calendar,
    complex: bool = False,
    remote: bool = False,
    extensions: int = 0,
    extension_days: Sequence[int] = (),
    pauses: Iterable[Pause] = (),
    confirmations: Mapping[tuple[str, date], str] | None = None,
) -> Deadline:
    """The deadline of a rule, by the wording in force on the day of the starting event.

    ``extension_days``: of the extensions in their order; where none is said, the most of the law.
    """
    version = term.version_on(start)
    stretches = in_order(pauses)
    try:
        granted = granted_by(term, version, extensions, extension_days)
        length = full_length(term, version, complex, remote) + sum(granted)
        nominal, due = last_days(term, version, start, length, stretches, calendar)
        other = other_reading(term, version.other, start, calendar)
        if due == date.max:  # nothing can follow it, and lists use it for "no last day"
            raise OverflowError
    except OverflowError:
        raise DeadlineError(f"Ngày {written(start)} nằm ngoài lịch, không tính được.") from None
    looked_at = days_looked_at(term, version, start, nominal, due)
    return Deadline(
        term=term,
        version=version,
        start=start,
        length=length,
        nominal=nominal,
        due=due,
        complex=complex,
        remote=remote,
        extensions=extensions,
        granted=granted,
        pauses=tuple(stretches),
        skipped=calendar.exceptions(*looked_at) if looked_at else (),
        unsure_years=calendar.unsure_years(*looked_at) if looked_at else (),
        other=other,
        confirmation=(confirmations or {}).get((term.code, version.since)),
    )


def full_length(term: Term, version: LegalVersion, complex: bool, remote: bool) -> int:
    length = version.length_for(complex=complex, remote=remote)
    if length is None:
        raise DeadlineError(missing_variant(term, version, complex, remote))
    return length


def granted_by(
    term: Term, version: LegalVersion, extensions: int, days: Sequence[int]
) -> tuple[int, ...]:
    if extensions < 0:
        raise DeadlineError("Số lần gia hạn không thể là số âm.")
    if extensions and version.extension is None:
        raise DeadlineError(f"Thời hạn {term.label} không được gia hạn ({version.article}).")
    if extensions > version.most_extensions:
        raise DeadlineError(
            f"Thời hạn {term.label} chỉ được gia hạn nhiều nhất {version.most_extensions} lần"
            f" ({version.article})."
        )
    most = version.extension or 0
    if any(each > most for each in days):
        raise DeadlineError(f"Mỗi lần gia hạn không quá {most} ngày ({version.article}).")
    return tuple(each or most for each, _ in zip_longest(days[:extensions], range(extensions)))


def missing_variant(term: Term, version: LegalVersion, complex: bool, remote: bool) -> str:
    lacking = [
        words
        for asked, length, words in (
            (complex, version.complex, term.when_complex),
            (remote, version.remote, REMOTE_WORDS),
        )
        if asked and length is None
    ]
    return f"Thời hạn {term.label} không có mức riêng cho {' và '.join(lacking)}."


def last_days(
    term: Term,
    version: LegalVersion,
    start: date,
    length: int,
    pauses: list[Pause],
    calendar: Calendar,
) -> tuple[date | None, date | None]:
    """The nominal and the final last day."""
    if pauses and version.pauses_since is None:
        raise DeadlineError(f"Thời hạn {term.label} không có quy định về tạm đình chỉ.")
    if version.unit is WORKING:
        count = calendar.subtract if term.backward else calendar.add
        return None, count(start, length)
    nominal: date | None = unrolled(term, version, start, length)
    assert nominal is not None
    nominal = pushed_by(pauses, start=start, ends=nominal, version=version, calendar=calendar)
    if nominal is None:
        return None, None
    roll = calendar.on_or_before if term.backward else calendar.on_or_after
    return nominal, roll(nominal)


def unrolled(term: Term, version: LegalVersion, start: date, length: int) -> date:
    if version.closes_on:
        return months_after(start.replace(month=1, day=1), 12).replace(
            month=version.closes_on[0], day=version.closes_on[1]
        )
    if version.unit is MONTH:
        return months_after(start, length)
    return days_after(start, -length if term.backward else length)


def other_reading(
    term: Term, version: LegalVersion | None, start: date, calendar: Calendar
) -> Deadline | None:
    """A second text that counts differently: shown beside, never followed."""
    if version is None or not version.holds_on(start):
        return None
    nominal, due = last_days(term, version, start, version.length, [], calendar)
    return Deadline(
        term=term, version=version, start=start, length=version.length, nominal=nominal, due=due
    )


def days_looked_at(
    term: Term, version: LegalVersion, start: date, nominal: date | None, due: date | None
) -> tuple[date, date] | None:
    """The stretch in which the calendar mattered: the count itself, or only the final roll."""
    if due is None:
        return None
    if version.unit is not WORKING:
        return (min(nominal or due, due), max(nominal or due, due))
    return (due, days_after(start, -1)) if term.backward else (days_after(start, 1), due)
