"""The office enters a day off: what is open is due later, everywhere, at once."""

from datetime import date

import pytest

from portal.working_days import Holiday, deliver_calendar, forget_calendar
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("delivered")
MONDAY = date(2026, 7, 6)
DUE = date(2026, 7, 16)
OFF = {"day": "16/7/2026", "kind": "holiday", "name": "Ngày nghỉ thử", "counts": "on"}


@pytest.fixture
def delivered(db):
    deliver_calendar()
    forget_calendar()
    yield
    forget_calendar()


def enter(quantri, day_off=OFF):
    assert client_of(quantri).post("/quan-tri/lich/moi/", day_off).status_code == 302
    assert Holiday.objects.filter(day=DUE).exists()


def test_the_last_day_of_an_open_letter_moves(letter, quantri):
    petition = letter(MONDAY)
    assert petition.due_on == DUE
    enter(quantri)
    petition.refresh_from_db()
    assert petition.due_on == petition.clocks.get(rule="DON_XL").due == date(2026, 7, 17)


def test_what_is_closed_keeps_its_dates(letter, lan, quantri):
    petition = letter(MONDAY)
    petition.stop_clocks(on=MONDAY)
    petition.save()
    enter(quantri)
    assert petition.clocks.get(rule="DON_XL").due == DUE
