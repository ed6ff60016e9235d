"""The screen is locked, the session goes on: the same page after the password, nothing lost."""

from urllib.parse import parse_qs, urlsplit

import pytest

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
