"""Working days: the office's calendar, and the only place where dates are added up.

`Calendar` is a value that counts; `Holiday` and `CalendarYear` are the tables it is read from;
`deliver_calendar()` fills them with what the portal ships; `calendar()` is the one in force.
"""

from portal.working_days.counting import (
    Calendar,
    days_after,
    days_between,
    end_of_month,
    months_after,
)
from portal.working_days.current import calendar, calendar_with, forget_calendar
from portal.working_days.delivered import deliver_calendar, delivered_calendar
from portal.working_days.holidays import CalendarYear, Holiday

__all__ = [
    "Calendar",
    "CalendarYear",
    "Holiday",
    "calendar",
    "calendar_with",
    "days_after",
    "days_between",
    "deliver_calendar",
    "delivered_calendar",
    "end_of_month",
    "forget_calendar",
    "months_after",
]
