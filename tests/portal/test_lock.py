"""The screen is locked, the session goes on: the same page after the password, nothing lost."""

from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from portal.views.lock import SEEN
from portal.views.sign_in import PAUSED
from tests.cast import client_of

SECRET = "cầu vồng ăn xoài 7 lần"


@pytest.fixture
def locked(lan):
    lan.set_password(SECRET)
    lan.save()
    browser = client_of(lan)
    browser.post("/khoa-man-hinh/", {"next": "/don/"})
    return browser


def test_a_locked_session_opens_no_page(locked):
    response = locked.get("/cong-viec/")
    assert (response.status_code, response.url) == (302, "/mo-khoa/?next=%2Fcong-viec%2F")


def test_the_lock_page_names_only_who_locked_it(locked):
    page = locked.get("/mo-khoa/").content.decode()
    assert "Nguyễn Thị Lan" in page
    assert "/don/" not in page


def test_the_password_leads_back_to_where_one_was(locked):
    response = locked.post("/mo-khoa/", {"password": SECRET, "next": "/don/"})
    assert response.url == "/don/"
    assert locked.get("/don/").status_code == 200


def test_a_script_hears_that_it_is_open_and_stays_on_its_page(locked):
    response = locked.post("/mo-khoa/", {"password": SECRET}, headers={"X-Requested-With": "fetch"})
    assert response.status_code == 204


def test_a_wrong_password_leaves_it_locked(locked):
    response = locked.post("/mo-khoa/", {"password": "sai"})
    assert response.status_code == 422
    assert "Mật khẩu chưa đúng" in response.content.decode()
    assert locked.get("/cong-viec/").status_code == 302


def test_five_wrong_passwords_make_a_pause(locked):
    for _ in range(5):
        locked.post("/mo-khoa/", {"password": "sai"})
    assert PAUSED in locked.post("/mo-khoa/", {"password": SECRET}).content.decode()


def test_what_is_posted_meanwhile_comes_back_after_the_password(locked):
    typed = {"content": "Đang nói dở", "name": "Thảo"}
    asked = parse_qs(urlsplit(locked.post("/tiep-dan/vao-so/", typed).url).query)["next"][0]
    back = locked.post("/mo-khoa/", {"password": SECRET, "next": asked}).url
    assert locked.get(back).context["form"]["content"].value() == "Đang nói dở"


def test_an_account_without_a_password_is_not_locked(lan):
    lan.set_unusable_password()
    lan.save()
    browser = client_of(lan)
    browser.post("/khoa-man-hinh/")
    assert browser.get("/cong-viec/").status_code == 200


def test_signing_out_stays_possible(locked):
    assert locked.post("/dang-xuat/").status_code == 302


def test_nobody_unlocks_without_a_session(stranger, db):
    assert stranger.get("/mo-khoa/").url == "/dang-nhap/"


# by itself, without a script

MORNING = "2026-08-03 08:{:02}+07:00"


@pytest.fixture
def at_eight(lan, voluntary):
    """Signed in at eight, by the page."""
    lan.set_password(SECRET)
    lan.save()
    browser = Client()
    with time_machine.travel(MORNING.format(0), tick=False):
        browser.post("/dang-nhap/", {"username": "lan", "password": SECRET})
    return browser


def asked_at(minute, browser, address="/cong-viec/", data=None):
    with time_machine.travel(MORNING.format(minute), tick=False):
        return browser.get(address) if data is None else browser.post(address, data)


def test_a_session_that_nobody_used_is_locked_by_the_server(at_eight):
    assert asked_at(15, at_eight).status_code == 200
    assert asked_at(32, at_eight, "/don/?q=lo").url == "/mo-khoa/?next=%2Fdon%2F%3Fq%3Dlo"


def test_whoever_works_on_is_not_asked(at_eight):
    assert [asked_at(minute, at_eight).status_code for minute in (10, 20, 30, 45)] == [200] * 4


def test_a_page_that_says_somebody_types_keeps_it_open(at_eight):
    with time_machine.travel(MORNING.format(14), tick=False):
        assert at_eight.head("/mo-khoa/").status_code == 200
    assert asked_at(28, at_eight).status_code == 200


def test_asking_for_the_lock_page_does_not_open_it(at_eight):
    assert asked_at(20, at_eight, "/mo-khoa/").status_code == 200
    assert asked_at(20, at_eight).status_code == 302


def test_the_session_goes_on_after_the_password_and_nothing_typed_is_lost(at_eight):
    typed = {"content": "Đang nói dở"}
    asked = asked_at(40, at_eight, "/tiep-dan/vao-so/", typed).url
    address = parse_qs(urlsplit(asked).query)["next"][0]
    back = asked_at(41, at_eight, "/mo-khoa/", {"password": SECRET, "next": address}).url
    form = asked_at(42, at_eight, back).context["form"]
    assert form["content"].value() == "Đang nói dở"


def test_it_is_written_at_most_once_a_minute(at_eight):
    seen = []
    for second in (0, 50):
        with time_machine.travel(f"2026-08-03 08:05:{second:02}+07:00", tick=False):
            at_eight.get("/cong-viec/")
            seen.append(at_eight.session[SEEN])
    assert seen[0] == seen[1]
