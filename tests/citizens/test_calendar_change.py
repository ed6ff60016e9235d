"""The office enters a day off: what is open is due later, everywhere, at once."""

import re
from datetime import date

import pytest

from citizens.models import Petition
from portal.history import events
from portal.working_days import Holiday, calendar, deliver_calendar, forget_calendar
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


def enter(quantri, typed=OFF):
    """Typed, read on the page that says what moves, and answered."""
    client, mark = client_of(quantri), ""
    page = client.post("/quan-tri/lich/moi/", typed)
    if page.status_code == 200:
        mark = re.search(r'name="da-xem" value="(\w+)"', page.content.decode())[1]
        page = client.post("/quan-tri/lich/moi/", typed | {"da-xem": mark})
    assert page.status_code == 302
    return mark


def test_the_last_day_of_an_open_letter_moves(letter, quantri):
    petition = letter(MONDAY)
    assert petition.due_on == DUE
    enter(quantri)
    petition.refresh_from_db()
    assert petition.due_on == petition.clocks.get(rule="DON_XL").due == date(2026, 7, 17)


def test_a_page_says_first_what_would_move_and_shows_no_content(letter, quantri):
    petition = letter(MONDAY)
    page = client_of(quantri).post("/quan-tri/lich/moi/", OFF).content.decode()
    assert petition.code in page
    assert "thứ Năm, 16/7/2026" in page
    assert "thứ Sáu, 17/7/2026" in page
    assert petition.title not in page
    assert not Holiday.objects.filter(day=DUE).exists()


def test_an_answer_to_another_page_is_no_answer(letter, quantri):
    letter(MONDAY)
    page = client_of(quantri).post("/quan-tri/lich/moi/", OFF | {"da-xem": "0" * 16})
    assert page.status_code == 200
    assert not Holiday.objects.filter(day=DUE).exists()


def test_history_says_from_which_day_to_which(letter, quantri):
    petition = letter(MONDAY)
    enter(quantri)
    told = events(petition.stream).last()
    assert (told.step, told.by) == ("move_deadline", "quantri")
    assert told.facts == {"rule": "DON_XL", "due": ["2026-07-16", "2026-07-17"]}


def test_what_is_closed_keeps_its_dates(letter, lan, quantri):
    petition = letter(MONDAY)
    petition.stop_clocks(on=MONDAY)
    petition.save()
    enter(quantri)
    assert petition.clocks.get(rule="DON_XL").due == DUE


def test_a_sealed_letter_moves_and_the_administrator_is_told_nothing(mai, units, quantri):
    facts = {"received_on": MONDAY, "channel": "buu_chinh", "envelope_no": "BM-1"}
    sealed = Petition.register_sealed(by=mai, on=MONDAY, **facts)
    last = sealed.clocks.get(rule="TC_XLBD").due
    day_off = OFF | {"day": f"{last:%d/%m/%Y}"}
    assert enter(quantri, day_off) == ""
    sealed.refresh_from_db()
    assert sealed.due_on > last


def test_a_day_off_of_an_old_year_asks_nothing(quantri):
    assert enter(quantri, OFF | {"day": "2/9/2019"}) == ""


def test_a_year_long_ago_brings_its_fixed_holidays(quantri):
    page = client_of(quantri).post("/quan-tri/nam/moi/", {"year": "2019"})
    assert page.status_code == 302
    assert Holiday.objects.of_year(2019).count() == 4
    assert not calendar().is_working(date(2019, 9, 2))


@pytest.mark.parametrize("year", ["1989", "2101", "hai nghìn"])
def test_a_year_out_of_reach_is_refused(quantri, year):
    assert client_of(quantri).post("/quan-tri/nam/moi/", {"year": year}).status_code == 422


def test_both_halves_of_a_swap_are_written(quantri):
    swap = {"day": "24/7/2026", "kind": "swap_off", "swapped_with": "25/7/2026"}
    enter(quantri, OFF | swap)
    assert not calendar().is_working(date(2026, 7, 24))
    assert calendar().is_working(date(2026, 7, 25))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"kind": "swap_off"}, "Chưa nhập ngày hoán đổi"),
        ({"swapped_with": "18/7/2026"}, "Chỉ ghi ngày này khi nghỉ hoán đổi hoặc làm bù"),
        ({"kind": "swap_off", "swapped_with": "16/7/2026"}, "Ngày hoán đổi phải là ngày khác"),
        ({"kind": "swap_on", "swapped_with": "18/7/2026"}, "phải là thứ Bảy hoặc Chủ nhật"),
    ],
)
def test_half_a_swap_is_refused(quantri, more, sentence):
    page = client_of(quantri).post("/quan-tri/lich/moi/", OFF | more)
    assert page.status_code == 422
    assert sentence in page.content.decode()
