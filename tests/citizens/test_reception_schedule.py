"""The days that a rule names, right around holidays and days worked instead."""

from datetime import date, time

import pytest

from citizens.models import ScheduleRule
from portal.working_days import Calendar, delivered_calendar

CALENDAR = delivered_calendar()
DAY_20 = {"way": "ngay", "day_of_month": 20}
FIRST_THURSDAY = {"way": "thu", "weekday": 3, "nth": 1}


def rule(**facts) -> ScheduleRule:
    facts.setdefault("valid_from", date(2020, 1, 1))
    return ScheduleRule(starts_at=time(7, 30), ends_at=time(11, 30), **facts)


def days(year: int = 2026, calendar: Calendar = CALENDAR, **facts) -> list[str]:
    found = rule(**facts).days_in(year, calendar=calendar)
    return [f"{due.on.day}/{due.on.month}" for due in found]


def test_day_20_of_the_twelve_months_of_2026():
    """20/2 is Tết, 20/6 a Saturday, 20/9 and 20/12 Sundays."""
    assert days(**DAY_20) == [
        *("20/1", "23/2", "20/3", "20/4", "20/5", "22/6"),
        *("20/7", "20/8", "21/9", "20/10", "20/11", "21/12"),
    ]


def test_first_thursdays_of_2026():
    """1/1 is a holiday, 2/1 was exchanged, then a weekend: the fifth it is."""
    assert days(**FIRST_THURSDAY) == [
        *("5/1", "5/2", "5/3", "2/4", "7/5", "4/6"),
        *("2/7", "6/8", "3/9", "1/10", "5/11", "3/12"),
    ]


def test_a_day_that_would_leave_its_month_goes_back_instead():
    """30/4 is followed by 1/5: received on 29/4, so that no month is without its day."""
    assert days(way="ngay", day_of_month=30)[3] == "29/4"


def test_a_month_that_is_too_short_has_its_last_working_day():
    assert days(way="ngay", day_of_month=31)[1] == "27/2"


def test_a_fifth_thursday_is_the_last_one():
    assert days(way="thu", weekday=3, nth=5)[:2] == ["29/1", "26/2"]


def test_a_saturday_worked_instead_is_a_working_day():
    """22/8/2026 is worked for 31/8."""
    assert days(way="ngay", day_of_month=22)[7] == "22/8"


def test_every_day_of_2026_is_worked_and_in_its_own_month():
    for number in range(1, 32):
        found = list(rule(way="ngay", day_of_month=number).days_in(2026, calendar=CALENDAR))
        assert [due.on.month for due in found] == list(range(1, 13))
        assert all(CALENDAR.is_working(due.on) for due in found)


def test_every_nth_weekday_of_2026_is_worked_and_in_its_own_month():
    for weekday in range(5):
        for nth in range(1, 6):
            a_rule = rule(way="thu", weekday=weekday, nth=nth)
            found = [due.on for due in a_rule.days_in(2026, calendar=CALENDAR)]
            assert [on.month for on in found] == list(range(1, 13))
            assert all(map(CALENDAR.is_working, found))


def test_a_moved_day_says_why():
    february = list(rule(**DAY_20).days_in(2026, calendar=CALENDAR))[1]
    assert february.words == "20/02/2026 là ngày nghỉ (Tết Nguyên đán)"


def test_a_rule_names_no_day_outside_its_validity():
    held = days(**DAY_20, valid_from=date(2026, 4, 1), valid_to=date(2026, 6, 20))
    assert held == ["20/4", "20/5", "22/6"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (DAY_20, "ngày 20 hằng tháng"),
        ({"way": "ngay", "day_of_month": 5}, "ngày 05 hằng tháng"),
        (FIRST_THURSDAY, "thứ Năm đầu tháng"),
        ({"way": "thu", "weekday": 0, "nth": 5}, "thứ Hai cuối tháng"),
    ],
)
def test_a_rule_in_words(facts, words):
    assert str(rule(**facts)) == words
