"""In by password or one-time link; nothing tells who has an account."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from portal.people.doors import OneTimeLink, invite, link_for
from portal.people.passwords import weakness
from portal.views.sign_in import PAUSED, WRONG, may_try
from tests.cast import place

SECRET = "cầu vồng ăn xoài 7 lần"
DOOR = "/dang-nhap/"


@pytest.fixture
def lan(lan, voluntary):
    lan.set_password(SECRET)
    lan.save()
    return lan


def knock(client: Client, username="lan", password=SECRET, **more):
    return client.post(DOOR, {"username": username, "password": password, **more})


def test_the_right_password_leads_to_the_desk(lan, stranger):
    response = knock(stranger)
    assert (response.status_code, response.url) == (302, "/cong-viec/")
    assert stranger.session["_auth_user_id"] == str(lan.pk)


def test_signing_in_starts_a_new_session(lan, stranger):
    session = stranger.session
    session["before"] = "x"
    session.save()
    knock(stranger)
    assert stranger.session.session_key != session.session_key


@pytest.mark.parametrize("who", ["lan", "khong-co-ai", "nghi-viec"])
def test_known_unknown_and_disabled_accounts_are_answered_alike(lan, binh, stranger, who):
    binh.username, binh.is_active = "nghi-viec", False
    binh.set_password("sai")
    binh.save()
    response = knock(stranger, username=who, password="sai")
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [WRONG]


def test_five_wrong_passwords_make_a_pause_even_for_the_right_one(lan, stranger):
    for _ in range(5):
        assert WRONG in knock(stranger, password="sai").content.decode()
    assert PAUSED in knock(stranger).content.decode()


def test_the_pause_is_for_this_name_from_this_address(lan, binh, stranger):
    for _ in range(6):
        knock(stranger, password="sai")
    elsewhere = stranger.post(DOOR, {"username": "lan", "password": SECRET}, REMOTE_ADDR="10.0.0.9")
    assert elsewhere.status_code == 302
    assert WRONG in knock(Client(), username="binh", password="sai").content.decode()


def test_an_unknown_name_is_paused_like_a_known_one(db, stranger):
    for _ in range(5):
        knock(stranger, username="khong-co-ai", password="sai")
    assert PAUSED in knock(stranger, username="khong-co-ai").content.decode()


def test_the_pause_ends_after_five_minutes(db):
    now = timezone.now()
    assert [may_try("lan", "10.0.0.9", at=now) for _ in range(6)] == [True] * 5 + [False]
    assert not may_try("lan", "10.0.0.9", at=now + timedelta(minutes=4))
    assert may_try("lan", "10.0.0.9", at=now + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/don/?q=a", "/don/?q=a"),
        ("https://example.com/", "/cong-viec/"),
        ("//example.com/", "/cong-viec/"),
        ("/\\example.com", "/cong-viec/"),
        ("javascript:alert(1)", "/cong-viec/"),
        ("don/", "/cong-viec/"),
    ],
)
def test_signing_in_leads_nowhere_but_to_this_portal(lan, stranger, asked, led):
    assert knock(stranger, next=asked).url == led


@pytest.mark.parametrize("typed", ["", "a\x00b", "x" * 5000])
def test_strange_names_are_refused_in_peace(db, stranger, typed):
    assert knock(stranger, username=typed, password="x").status_code == 422


def test_a_session_ends_when_the_positions_change(lan, units, stranger):
    knock(stranger)
    assert stranger.get(DOOR).status_code == 302
    place(lan, "head", unit=units["lao-dong"])
    assert stranger.get(DOOR).status_code == 200


def test_a_session_ends_when_the_password_changes(lan, stranger):
    knock(stranger)
    lan.set_password("ba con trâu gặm cỏ non")
    lan.save()
    assert stranger.get(DOOR).status_code == 200


def test_signing_out_is_a_post(lan, stranger):
    knock(stranger)
    assert stranger.get("/dang-xuat/").status_code == 405
    assert "_auth_user_id" in stranger.session
    stranger.post("/dang-xuat/")
    assert "_auth_user_id" not in stranger.session


def first_door(user, **ago) -> str:
    return f"/dang-nhap/moi/{invite(user, at=timezone.now() - timedelta(**ago))}/"


def test_a_one_time_link_sets_the_first_password(lan, stranger):
    door = first_door(lan)
    assert lan.full_name in stranger.get(door).content.decode()
    response = stranger.post(door, {"password": SECRET + "!", "again": SECRET + "!"})
    assert response.status_code == 302
    lan.refresh_from_db()
    assert lan.check_password(SECRET + "!")
    assert Client().get(door).status_code == 404


def test_a_link_dies_after_a_day_or_with_the_next_one(lan, stranger):
    assert stranger.get(first_door(lan, hours=24, minutes=1)).status_code == 404
    first, _second = first_door(lan), first_door(lan)
    assert stranger.get(first).status_code == 404


def test_the_table_does_not_know_the_token(lan):
    token = invite(lan, at=timezone.now())
    assert not OneTimeLink.objects.filter(digest__contains=token).exists()
    assert link_for(token, at=timezone.now()).user == lan


def test_two_passwords_that_differ_are_said_at_the_second(lan, stranger):
    response = stranger.post(first_door(lan), {"password": SECRET, "again": SECRET + "x"})
    assert response.status_code == 422
    assert "again" in response.context["form"].errors


@pytest.mark.parametrize(
    "weak",
    [
        "ngan", "matkhau123456", "Matkhau@2026!", "123456789012", "qwertyuiop12", "aaaaaaaaaaaa",
        "anhyeuem1234", "Nguyễn Thị Lan 1990", "lannguyenthi", "password1234", "x1" * 100,
        "iloveyou2026", "hanoihanoihanoi", "abcdefghijklm",
    ],
)  # fmt: skip
def test_a_password_that_many_use_is_refused(weak):
    assert weakness(weak, username="lan", full_name="Nguyễn Thị Lan").endswith(".")


@pytest.mark.parametrize(
    "good", [SECRET, "trâu-gặm-cỏ-mùa-thu", "kV9#mQ2$xL7p", "d" + "ấu" * 10 + "xyz12"]
)
def test_a_password_of_unrelated_words_is_taken(good):
    assert weakness(good, username="lan", full_name="Nguyễn Thị Lan") == ""


def test_the_command_prints_a_first_link_that_opens(binh, stranger, settings):
    printed = StringIO()
    call_command("invite", "binh", stdout=printed)
    link = printed.getvalue().strip()
    assert link.startswith(settings.PORTAL_URL)
    assert stranger.get(link.removeprefix(settings.PORTAL_URL)).status_code == 200


def test_the_command_creates_nobody(db):
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("invite", "khong-co-ai", stdout=StringIO())


def test_the_demo_door_exists_only_in_the_demo(lan, stranger, settings):
    assert stranger.get("/xem-thu/").status_code == 404
    assert stranger.post("/xem-thu/", {"user": "lan"}).status_code == 404
    settings.DEMO = True
    assert lan.full_name in stranger.get("/xem-thu/").content.decode()
    assert stranger.get("/xem-thu/", REMOTE_ADDR="192.0.2.7").status_code == 404
    assert stranger.post("/xem-thu/", {"user": "lan"}).url == "/cong-viec/"
