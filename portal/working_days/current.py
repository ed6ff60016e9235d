"""The calendar in force, kept by each process and read again now and then."""

from collections.abc import Sequence
from time import monotonic

from portal.working_days.counting import Calendar
from portal.working_days.delivered import delivered_calendar
from portal.working_days.holidays import CalendarYear, Holiday, calendar_of

# Another process may have edited the tables; a hundred rows are read again this often
SECONDS_BETWEEN_READINGS = 30.0

_kept: tuple[float, Calendar] | None = None


def calendar() -> Calendar:
    global _kept
    if _kept is None or monotonic() - _kept[0] > SECONDS_BETWEEN_READINGS:
        _kept = (monotonic(), read_calendar())
    return _kept[1]


def forget_calendar() -> None:
    """After an edit: the next question reads the tables again."""
    global _kept
    _kept = None


def read_calendar() -> Calendar:
    years = list(CalendarYear.objects.all())
    if not years:  # nobody filled the tables yet: count with the delivery rather than with nothing
        return delivered_calendar()
    return calendar_of(list(Holiday.objects.counting()), years)


def calendar_with(*, days: Sequence[Holiday] = (), years: Sequence[CalendarYear] = ()) -> Calendar:
    """The calendar as it would be with these rows instead of those that are stored."""
    known = [row.pk for row in days if row.pk]
    stored = Holiday.objects.counting().exclude(pk__in=known)
    stored = stored.exclude(day__in=[row.day for row in days])
    others = CalendarYear.objects.exclude(pk__in=[year.year for year in years])
    return calendar_of([*stored, *days], [*others, *years])
