"""Periods of the civil year, and those of the inspectorate that run from a 15th to a 14th."""

from datetime import date

import pytest

from portal.periods import (
    KINDS,
    Half,
    Month,
    Period,
    Quarter,
    Reporting,
    Year,
    read_period,
    stretch_of,
)


def test_civil_periods_tile_the_year():
    assert Month.of(2028, 2).dates == (date(2028, 2, 1), date(2028, 2, 29))
    assert Quarter.of(2026, 3).dates == (date(2026, 7, 1), date(2026, 9, 30))
    assert Half.of(2026, 2).dates == (date(2026, 7, 1), date(2026, 12, 31))
    assert Year.of(2026).dates == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_day_knows_its_periods():
    day = date(2026, 8, 3)
    assert str(Month.containing(day)) == "Tháng 8/2026"
    assert str(Quarter.containing(day)) == "Quý III năm 2026"
    assert str(Half.containing(day)) == "6 tháng cuối năm 2026"
    assert str(Year.containing(day)) == "Năm 2026"
    assert day in Quarter.of(2026, 3)


def test_before_and_a_year_before():
    assert Quarter.of(2026, 1).previous() == Quarter.of(2025, 4)
    assert Quarter.of(2026, 4).following() == Quarter.of(2027, 1)
    assert Month.of(2028, 2).same_last_year() == Month.of(2027, 2)
    assert Year.of(2026).previous() == Year.of(2025)


def test_there_is_no_fifth_quarter():
    with pytest.raises(ValueError):
        Quarter.of(2026, 5)


@pytest.mark.parametrize(
    ("day", "quarter", "year"),
    [
        (date(2026, 3, 14), "Quý I năm 2026", "Năm 2026"),
        (date(2026, 3, 15), "Quý II năm 2026", "Năm 2026"),
        (date(2026, 12, 14), "Quý IV năm 2026", "Năm 2026"),
        (date(2026, 12, 15), "Quý I năm 2027", "Năm 2027"),
    ],
)
def test_the_day_of_change_is_the_fifteenth(day, quarter, year):
    assert str(Reporting.containing(day)) == quarter
    assert str(Reporting.containing(day, "nam")) == year


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("q1", date(2025, 12, 15), date(2026, 3, 14)),
        ("q2", date(2026, 3, 15), date(2026, 6, 14)),
        ("6t", date(2025, 12, 15), date(2026, 6, 14)),
        ("q3", date(2026, 6, 15), date(2026, 9, 14)),
        ("9t", date(2025, 12, 15), date(2026, 9, 14)),
        ("q4", date(2026, 9, 15), date(2026, 12, 14)),
        ("nam", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_the_seven_reporting_periods(code, start, end):
    period = Reporting.of(2026, code)
    assert period.dates == (start, end)
    assert period.code == code
    assert Reporting.exactly(start, end) == period


def test_dates_that_are_no_period_of_the_circular():
    assert Reporting.exactly(date(2026, 1, 1), date(2026, 3, 31)) is None


def test_only_whole_reports_come_with_a_text():
    assert [code for code, kind in KINDS.items() if kind.with_text] == ["q1", "6t", "9t", "nam"]


def test_reports_leave_on_the_17th_and_the_20th_rolled_by_nothing():
    period = Reporting.of(2026, "6t")
    assert period.office_sends_on == date(2026, 6, 17)
    assert period.province_sends_on == date(2026, 6, 20)  # a Saturday


def test_a_quarter_compares_with_the_one_before_longer_ones_with_last_year():
    assert Reporting.of(2026, "q1").previous() == Reporting.of(2025, "q4")
    assert Reporting.of(2026, "9t").previous() == Reporting.of(2025, "9t")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Quý III năm 2022", Quarter.of(2022, 3)),
        ("quí 3/2022", Quarter.of(2022, 3)),
        ("Tháng 8/2026", Month.of(2026, 8)),
        ("6 tháng đầu năm 2026", Half.of(2026, 1)),
        ("Năm 2026", Year.of(2026)),
        ("mùa thu 2026", None),
    ],
)
def test_periods_are_read_from_words(words, period):
    assert read_period(words) == period


def test_any_days_are_named_by_an_address():
    week = Period(date(2026, 2, 15), date(2026, 3, 14), "Tháng 3")
    assert stretch_of(week.address).dates == week.dates
    assert stretch_of("2026-q1") == Quarter.of(2026, 1)


REFUSED = ["2026-03-14_2026-02-15", "2026_", "_", "2026-13-01_2026-13-02"]


@pytest.mark.parametrize("address", REFUSED)
def test_days_that_are_none_are_refused(address):
    with pytest.raises(ValueError):
        stretch_of(address)
