"""When a dossier is due: the worked examples in both modes, with the delivered calendar."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from portal.office import Setting
from portal.working_days import delivered_calendar
from reforms.dossiers.due_times import Clock, Limit, Unit, due, due_at, due_on, paused
from reforms.dossiers.working_hours import (
    BY_DAY,
    BY_HOUR,
    HOURS,
    mode_on,
    sessions,
    sessions_on,
)

CLOCK = Clock(delivered_calendar(), sessions("07:00-11:30 13:30-17:00"))

VECTORS = [
    ("2026-11-23 08:15", "5", "2026-11-30 08:15", "2026-11-30"),
    ("2026-11-27 16:30", "1", "2026-11-30 16:30", "2026-11-30"),
    ("2026-11-27 17:05", "3", "2026-12-02 17:00", "2026-12-02"),
    ("2026-11-28 09:00", "3", "2026-12-02 17:00", "2026-12-02"),
    ("2026-11-23 11:45", "1", "2026-11-24 11:30", "2026-11-24"),
    ("2026-11-23 06:30", "1", "2026-11-23 17:00", "2026-11-24"),
    ("2026-02-13 14:00", "5", "2026-02-27 14:00", "2026-02-27"),
    ("2026-04-24 10:00", "3", "2026-05-04 10:00", "2026-05-04"),
    ("2026-08-21 15:00", "3", "2026-08-25 15:00", "2026-08-25"),
    ("2026-12-31 16:00", "2", "2027-01-05 16:00", "2027-01-05"),
    ("2026-11-25 14:00", "0.5", "2026-11-26 08:00", None),
    ("2026-11-25 10:00", "0.25", "2026-11-25 14:00", None),
]


@pytest.mark.parametrize(("received", "days", "at", "on"), VECTORS)
def test_working_days_by_the_hour_and_by_the_day(received, days, at, on):
    received, limit = datetime.fromisoformat(received), Limit(Decimal(days))
    assert due_at(limit, received, CLOCK) == datetime.fromisoformat(at)
    if on is None:
        with pytest.raises(ValueError, match="tính theo giờ tiếp nhận"):
            due_on(limit, received.date(), CLOCK.calendar)
    else:
        assert due_on(limit, received.date(), CLOCK.calendar) == date.fromisoformat(on)


@pytest.mark.parametrize(
    ("received", "days", "on"),
    [
        ("2026-11-23", "20", "2026-12-14"),
        ("2026-01-20", "30", "2026-02-23"),
        ("2026-04-02", "24", "2026-04-28"),
    ],
)
def test_calendar_days_end_on_a_working_day(received, days, on):
    limit = Limit(Decimal(days), Unit.CALENDAR)
    assert due_on(limit, date.fromisoformat(received), CLOCK.calendar) == date.fromisoformat(on)


def test_ninety_six_hours_are_twelve_working_days():
    received = datetime(2026, 11, 23, 8, 15)
    hours = due_at(Limit(Decimal(96), Unit.HOURS), received, CLOCK)
    assert hours == due_at(Limit(Decimal(12)), received, CLOCK)


def test_the_mode_of_the_office_decides():
    received, limit = datetime(2026, 11, 23, 6, 30), Limit(Decimal(1))
    assert due(limit, received, CLOCK, mode=BY_HOUR) == datetime(2026, 11, 23, 17)
    assert due(limit, received, CLOCK, mode=BY_DAY) == datetime(2026, 11, 24, 17)
    half = due(Limit(Decimal("0.5")), received, CLOCK, mode=BY_DAY)
    assert half == datetime(2026, 11, 23, 11)


def test_waiting_for_a_supplement_is_added_behind():
    last = datetime(2026, 11, 30, 8, 15)
    waited = (datetime(2026, 11, 24, 16), datetime(2026, 11, 26, 8))  # 1 + 8 + 1 hours
    assert paused(last, [waited], CLOCK) == datetime(2026, 12, 1, 10, 15)


@pytest.mark.parametrize("code", HOURS)
def test_every_offered_day_has_eight_hours(code):
    assert sum(each.minutes for each in sessions(code)) == 480


@pytest.mark.django_db
def test_the_page_shows_both_ways_and_the_days_off(client, lan):
    client.force_login(lan)
    page = client.get(
        "/cai-cach/ho-so/hen-tra/?received_on=24/4/2026&hour=10:00&quantity=3&measure=working"
    ).content.decode()
    assert "10:00, thứ Hai, 04/5/2026" in page
    assert "Giỗ Tổ Hùng Vương" in page
    assert client.get("/cai-cach/ho-so/hen-tra/?received_on=31/2/2026").status_code == 422
    assert client.get("/cai-cach/ho-so/hen-tra/").status_code == 200


@pytest.mark.django_db
def test_hours_and_way_are_the_offices_own_from_a_day_on(units):
    Setting.objects.create(name="dossier_mode", value=BY_DAY, valid_from=date(2026, 6, 1))
    assert [mode_on(date(2026, month, 1)) for month in (5, 6)] == [BY_HOUR, BY_DAY]
    Setting.objects.create(
        name="dossier_hours", value="08:00-12:00 13:00-17:00", valid_from=date(2026, 6, 1)
    )
    assert sessions_on(date(2026, 7, 1))[0].begins == 480
