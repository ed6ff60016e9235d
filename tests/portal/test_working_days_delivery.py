"""The tables of the calendar: delivered, edited by the office, delivered again."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from portal.working_days import (
    CalendarYear,
    Holiday,
    calendar,
    deliver_calendar,
    delivered_calendar,
    forget_calendar,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def delivered():
    Holiday.objects.all().delete()
    CalendarYear.objects.all().delete()
    deliver_calendar()
    forget_calendar()
    yield
    forget_calendar()


def test_the_tables_count_as_the_delivery_does():
    assert calendar() == delivered_calendar()


def test_delivering_twice_writes_nothing():
    with CaptureQueriesContext(connection) as asked:
        deliver_calendar()
    assert [query["sql"] for query in asked if "INSERT" in query["sql"]] == []
    assert Holiday.objects.of_year(2026).count() == 17


def test_2025_and_2026_come_with_their_decisions_2024_and_2027_unverified():
    verified = dict(CalendarYear.objects.values_list("year", "verified"))
    assert verified == {2024: False, 2025: True, 2026: True, 2027: False}
    assert "12729/VPCP-KGVX" in Holiday.objects.get(day=date(2026, 1, 10)).decision


def test_an_edited_day_survives_the_next_delivery():
    day = Holiday.objects.get(day=date(2026, 11, 24))
    day.edit(by="quantri", at=AT, counts=True)
    deliver_calendar()
    forget_calendar()
    assert calendar().why_off(date(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"


def test_a_forecast_day_that_is_no_longer_delivered_goes_an_entered_one_stays():
    Holiday.objects.create(day=date(2027, 5, 4), name="Dự kiến")
    Holiday.objects.create(day=date(2027, 5, 5), name="Theo UBND", edited_by="mai", edited_at=AT)
    deliver_calendar()
    assert not Holiday.objects.filter(day=date(2027, 5, 4)).exists()
    assert Holiday.objects.filter(day=date(2027, 5, 5)).exists()


def test_a_confirmed_year_is_left_alone():
    CalendarYear.objects.get(year=2027).confirm(by="quantri", at=AT)
    Holiday.objects.of_year(2027).delete()
    deliver_calendar()
    assert Holiday.objects.of_year(2027).count() == 0
    assert CalendarYear.objects.get(year=2027).verified


def test_the_office_enters_a_year_with_its_fixed_holidays():
    CalendarYear.enter(2028, by="quantri", at=AT)
    forget_calendar()
    assert calendar().why_off(date(2028, 5, 1)) == "Ngày Quốc tế Lao động"
    assert calendar().unsure_years(date(2028, 1, 1), date(2028, 12, 31)) == ((2028, True),)


def test_empty_tables_count_with_the_delivery():
    CalendarYear.objects.all().delete()
    forget_calendar()
    assert calendar().why_off(date(2026, 8, 31)) == "nghỉ hoán đổi, dịp Quốc khánh"


def test_half_a_swap_is_refused():
    with pytest.raises(IntegrityError):
        Holiday.objects.create(day=date(2026, 12, 5), kind="swap_on", name="dịp Tết")
