"""The calendar as a value: what it holds for a working day, and how it counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.working_days import (
    Calendar,
    days_after,
    days_between,
    delivered_calendar,
    end_of_month,
    months_after,
)
from portal.working_days.counting import each_day
from tests.portal import slow_calendar as slow

CALENDAR = delivered_calendar()
DAYS = st.dates(slow.FIRST + timedelta(100), slow.LAST - timedelta(100))


def test_every_day_of_the_delivered_years_agrees_with_the_published_decisions():
    days = [slow.FIRST + timedelta(n) for n in range((slow.LAST - slow.FIRST).days + 1)]
    assert [day for day in days if CALENDAR.is_working(day) != slow.working(day)] == []


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 27), "nghỉ bù Giỗ Tổ Hùng Vương"),
        (date(2026, 8, 31), "nghỉ hoán đổi, dịp Quốc khánh"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 7, 18), "thứ Bảy"),
        (date(2026, 7, 19), "Chủ nhật"),
        (date(2026, 7, 20), None),
        (date(2026, 8, 22), None),
    ],
)
def test_a_day_off_has_a_name(day, why):
    assert CALENDAR.why_off(day) == why


def test_a_year_not_entered_counts_with_weekends_and_fixed_holidays():
    assert CALENDAR.why_off(date(2031, 9, 2)) == "Quốc khánh"
    assert CALENDAR.is_working(date(2031, 9, 3))
    assert not CALENDAR.is_working(date(2031, 9, 6))
    assert CALENDAR.unsure_years(date(2027, 12, 1), date(2031, 1, 1)) == (
        (2027, True),
        (2028, False),
        (2029, False),
        (2030, False),
        (2031, False),
    )


def test_an_entered_year_has_only_the_days_that_were_entered():
    calendar = Calendar(years={2031: True})
    assert calendar.is_working(date(2031, 9, 2))


def test_the_day_of_culture_is_worked_until_a_law_says_otherwise():
    assert CALENDAR.is_working(date(2026, 11, 24))


def test_the_saturday_worked_and_the_weekdays_off_are_exceptions_and_weekends_are_not():
    assert CALENDAR.exceptions(date(2026, 8, 20), date(2026, 9, 3)) == (
        (date(2026, 8, 22), "làm bù"),
        (date(2026, 8, 31), "nghỉ hoán đổi, dịp Quốc khánh"),
        (date(2026, 9, 1), "Quốc khánh"),
        (date(2026, 9, 2), "Quốc khánh"),
    )


@given(day=DAYS, n=st.integers(0, 60))
def test_counting_forward_and_back_agrees_with_walking(day, n):
    assert CALENDAR.add(day, n) == slow.walk(day, n)
    assert CALENDAR.subtract(day, n) == slow.walk(day, n, step=-1)


@given(day=DAYS)
def test_rolling_agrees_with_walking(day):
    assert CALENDAR.on_or_after(day) == slow.nearest(day)
    assert CALENDAR.on_or_before(day) == slow.nearest(day, step=-1)


@given(day=DAYS, n=st.integers(1, 60))
def test_counting_undoes_adding(day, n):
    assert CALENDAR.count(day, CALENDAR.add(day, n)) == n
    assert CALENDAR.count(CALENDAR.add(day, n), day) == 0


@given(day=DAYS, n=st.integers(0, 1_500))
def test_counting_by_weeks_agrees_with_counting_day_by_day(day, n):
    until = days_after(day, n)
    for calendar in (CALENDAR, Calendar()):
        walked = [each for each in each_day(day, until) if each > day and calendar.is_working(each)]
        assert calendar.count(day, until) == len(walked)


def test_months_end_on_the_same_number_or_the_last_day():
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2026, 8, 15), 24) == date(2028, 8, 15)
    assert months_after(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert end_of_month(2028, 2) == date(2028, 2, 29)


def test_plain_days_are_plain():
    assert days_after(date(2028, 2, 29), 30) == date(2028, 3, 30)
    assert days_between(date(2026, 8, 24), date(2026, 9, 14)) == 21


def test_the_end_of_time_is_an_error_and_not_an_endless_walk():
    with pytest.raises(OverflowError):
        CALENDAR.add(date.max, 1)
    with pytest.raises(OverflowError):
        months_after(date.max, 1)
