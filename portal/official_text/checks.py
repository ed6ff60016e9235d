"""What a drafter should look at again before the document is signed (I10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from portal.official_text.citations import Citation
from portal.official_text.crossrefs import problems
from portal.official_text.heading import Heading
from portal.official_text.outline import Item
from portal.official_text.tasks import Draft
from portal.official_text.time_frames import Kind, TimeFrame
from portal.working_days import Calendar, end_of_month

SHORT_NOTICE = 5  # working days between the issue and a deadline

Dated = Sequence[tuple[Draft, TimeFrame]]


def days_of_issue(heading: Heading) -> tuple[date, date] | None:
    """The first and the last day on which it can have been signed, as far as its date says."""
    if heading.year is None:
        return None
    month = heading.month
    try:
        if month and heading.day:
            day = date(heading.year, month, heading.day)
            return day, day
        if month:
            return date(heading.year, month, 1), end_of_month(heading.year, month)
    except ValueError:
        return None
    return date(heading.year, 1, 1), end_of_month(heading.year, 12)


def of_heading(heading: Heading) -> Iterator[str]:
    if heading.number is None:
        yield "number_missing"
    if heading.day is None:
        yield "day_missing"
    if heading.month is None:
        yield "month_missing"


def of_tasks(tasks: Dated, root: Item, heading: Heading, *, calendar: Calendar) -> Iterator[str]:
    if sum(not draft.labelled for draft, _ in tasks) > 1:
        yield "numbering_missing"
    for draft, frame in tasks:
        if frame.kind == Kind.NONE and not draft.duty:
            yield f"time_missing:{draft.ref}"
    for draft, _ in tasks:
        yield from problems(draft, root)
    issue = days_of_issue(heading)
    if issue and heading.month:
        yield from too_late(tasks, issue, calendar=calendar)


def too_late(tasks: Dated, issue: tuple[date, date], *, calendar: Calendar) -> Iterator[str]:
    first, last = issue
    for draft, frame in tasks:
        for due in days_due(frame):
            if due < first:
                yield f"deadline_past:{draft.ref}"
            elif calendar.count(last, due) < SHORT_NOTICE:
                yield f"deadline_short_notice:{draft.ref}"


def days_due(frame: TimeFrame) -> Iterator[date]:
    """Only what must be done by a day; a whole year's work is never late at the issue."""
    if frame.kind in (Kind.DEADLINE, Kind.POINT) and frame.due:
        yield frame.due
    if frame.kind == Kind.WINDOW and frame.due:
        yield frame.due
    for part in frame.parts:
        yield from days_due(part)


def of_citations(
    basis: Iterable[Citation],
    cited: Iterable[Citation],
    heading: Heading,
    *,
    repealed: Mapping[str, date],
) -> Iterator[str]:
    issue = days_of_issue(heading)
    if issue is None:
        return
    first, last = issue
    basis = list(basis)
    for citation in basis:
        if citation.on and citation.on > last:
            yield f"basis_after_plan:{citation.number}"
    for citation in [*basis, *cited]:
        if citation.number in repealed and first >= repealed[citation.number]:
            yield f"cites_repealed:{citation.number}"
