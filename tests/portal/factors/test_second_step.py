"""Between the password and the desk: six digits, a printed code; asked for nothing more often."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from portal.factors import App, PrintedCode, print_codes
from portal.factors.duty import SEES_PERSONAL_DATA
from portal.factors.secrets import unseal
from portal.factors.totp import code_of, new_secret, step_of
from portal.people import Role
from portal.views.factors.asking import PAUSED, WRONG
from tests.cast import person, place
from tests.citizens.roles.rights import PAGE
from tests.portal.factors.things import (
    DOOR,
    SECOND,
    SECRET,
    code_at,
    code_now,
    come_in,
    is_in,
    knock,
    with_app,
    with_password,
)

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def lan(lan):
    return with_password(lan)


@pytest.fixture
def app(lan) -> str:
    return with_app(lan)


@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_digits_are_those_of_the_standard(second, code):
    assert code_of(RFC_SECRET, step=second // 30) == code


def test_the_password_alone_signs_nobody_in(lan, app):
    client = knock(lan)
    assert "_auth_user_id" not in client.session
    assert not is_in(client)


def test_the_digits_of_the_application_lead_to_where_one_was_going(lan, app):
    client = knock(lan, next="/don/?q=a")
    response = client.post(SECOND, {"factor_code": code_now(app), "next": "/don/?q=a"})
    assert response.url == "/don/?q=a"
    assert is_in(client)


def test_the_session_has_another_key_after_each_step(lan, app):
    client = Client()
    client.get(DOOR)
    knock(lan, client)
    between = client.session.session_key
    client.post(SECOND, {"factor_code": code_now(app)})
    assert client.session.session_key != between


def test_digits_are_taken_as_they_are_read_aloud(lan, app):
    code = code_now(app)
    client = knock(lan)
    client.post(SECOND, {"factor_code": f" {code[:3]} {code[3:]}"})
    assert is_in(client)


def test_a_code_is_taken_once(lan, app):
    code = code_now(app)
    first, second = knock(lan), knock(lan)
    first.post(SECOND, {"factor_code": code})
    refused = second.post(SECOND, {"factor_code": code})
    assert (is_in(first), refused.status_code) == (True, 422)
    assert WRONG in refused.content.decode()


@pytest.mark.parametrize(("seconds", "taken"), [(-61, False), (-30, True), (30, True), (61, False)])
def test_a_clock_may_be_half_a_minute_off(app, seconds, taken):
    at = timezone.now()
    at = at.replace(second=0, microsecond=0)
    code = code_at(app, at + timedelta(seconds=seconds))
    assert bool(step_of(app, code, at=at)) is taken


def test_the_table_does_not_know_the_secret(lan, app):
    row = App.objects.get(user=lan)
    assert app not in row.sealed
    assert unseal(row.sealed) == app


def test_under_another_key_of_the_portal_the_secret_opens_nothing(lan, app, settings):
    settings.SECRET_KEY = "another"
    assert not App.objects.get(user=lan).accepts(code_now(app), at=timezone.now())


def test_a_printed_code_is_of_use_once(lan):
    code, *_ = print_codes(lan, at=timezone.now())
    first, second = knock(lan), knock(lan)
    first.post(SECOND, {"factor_code": f"{code[:5]} {code[5:]}"})
    second.post(SECOND, {"factor_code": code})
    assert (is_in(first), is_in(second)) == (True, False)
    assert PrintedCode.objects.left().filter(user=lan).count() == 9


def test_the_table_does_not_know_the_printed_codes(lan):
    codes = print_codes(lan, at=timezone.now())
    kept = " ".join(PrintedCode.objects.values_list("digest", flat=True))
    assert not any(code in kept for code in codes)


def test_a_new_sheet_ends_the_one_before(lan):
    old, *_ = print_codes(lan, at=timezone.now())
    print_codes(lan, at=timezone.now())
    client = knock(lan)
    assert client.post(SECOND, {"factor_code": old}).status_code == 422


def test_a_code_of_somebody_else_is_none(lan, app, binh):
    with_app(binh)
    other, *_ = print_codes(binh, at=timezone.now())
    client = knock(lan)
    client.post(SECOND, {"factor_code": other})
    assert not is_in(client)


@pytest.mark.parametrize(
    "typed", ["", "12345", "abcdef", "１２３４５６", "000000", "9" * 10, "x\x00y"]
)
def test_what_is_no_code_is_refused_in_peace(lan, app, typed):
    client = knock(lan)
    assert client.post(SECOND, {"factor_code": typed}).status_code == 422
    assert not is_in(client)


def test_five_guesses_make_a_pause_even_for_the_right_code_from_anywhere(lan, app):
    client = knock(lan)
    for _ in range(5):
        client.post(SECOND, {"factor_code": "000000"})
    elsewhere = knock(lan)
    response = elsewhere.post(SECOND, {"factor_code": code_now(app)}, REMOTE_ADDR="10.0.0.9")
    assert PAUSED in response.content.decode()


def test_signing_in_again_buys_no_guesses(lan, app):
    for _ in range(5):
        knock(lan).post(SECOND, {"factor_code": "000000"})
    assert PAUSED in knock(lan).post(SECOND, {"factor_code": "000000"}).content.decode()


def test_between_the_steps_ten_minutes_may_pass(lan, app):
    with time_machine.travel("2026-08-03 08:00+07:00", tick=False) as clock:
        client = knock(lan)
        clock.shift(timedelta(minutes=11))
        response = client.post(SECOND, {"factor_code": code_now(app)})
    assert response.url == DOOR


def test_a_password_changed_between_the_steps_ends_the_way(lan, app):
    client = knock(lan)
    lan.set_password(SECRET + "!")
    lan.save()
    assert client.post(SECOND, {"factor_code": code_now(app)}).url == DOOR


def test_nobody_takes_the_second_step_without_the_first(db, stranger):
    assert stranger.get(SECOND).url == DOOR


# who must


def test_whoever_sees_personal_data_and_has_nothing_is_led_to_set_it_up(lan):
    client = knock(lan)
    assert client.get("/cong-viec/").url == "/xac-thuc/"
    assert client.post("/don/").url == "/xac-thuc/"
    assert "thiết lập một trong ba cách" in client.get("/xac-thuc/").content.decode()


def test_having_set_it_up_one_goes_to_work(lan):
    client = knock(lan)
    client.get("/xac-thuc/ung-dung/")
    shown = client.get("/xac-thuc/ung-dung/").context["secret"].replace(" ", "")
    response = client.post("/xac-thuc/ung-dung/", {"factor_code": code_now(shown)})
    assert response.url == "/xac-thuc/"
    assert client.get("/cong-viec/").status_code == 200
    assert unseal(App.objects.get(user=lan).sealed) == shown


def test_whoever_sees_none_goes_to_work(units):
    editor = with_password(person("bientap", "Mã Thị Biên"))
    place(editor, Role.EDITOR, unit=units["van-phong"])
    assert knock(editor).get("/cong-viec/").status_code == 200


def test_where_the_office_leaves_it_to_each_nobody_is_led_but_who_has_one_is_asked(
    lan, binh, voluntary
):
    with_app(with_password(binh))
    assert knock(lan).get("/cong-viec/").status_code == 200
    assert not is_in(knock(binh))


def test_the_demo_asks_nobody(lan, settings):
    settings.DEMO = True
    client = Client()
    client.post("/xem-thu/", {"user": "lan"})
    assert client.get("/cong-viec/").status_code == 200
    assert "Bản xem thử" in client.get("/xac-thuc/").content.decode()


def test_the_roles_are_those_that_the_page_of_permissions_says_see_people():
    """Of its table, whoever sees petitions or keeps the accounts."""
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith("| ")]
    seen = {
        row[2].strip(" `"): row[3].strip()
        for row in rows
        if len(row) > 4 and row[2].strip(" `") in Role.values
    }
    sees = {role for role, words in seen.items() if not words.startswith("none")}
    assert sees | {"administrator"} == set(SEES_PERSONAL_DATA)


# known devices


def test_a_known_device_is_not_asked_for_thirty_days(lan, app):
    with time_machine.travel("2026-08-03 08:00+07:00", tick=False) as clock:
        client = come_in(lan, app, remember="on")
        client.post("/dang-xuat/")
        clock.shift(timedelta(days=29))
        assert is_in(knock(lan, client))
        client.post("/dang-xuat/")
        clock.shift(timedelta(days=2))
        assert not is_in(knock(lan, client))


def test_a_device_that_nobody_asked_to_remember_is_not(lan, app):
    client = come_in(lan, app)
    client.post("/dang-xuat/")
    assert not is_in(knock(lan, client))


def test_a_device_is_known_for_one_person(lan, app, binh):
    client = come_in(lan, app, remember="on")
    cookie = client.cookies[f"thiet-bi-{lan.pk}"].value
    with_app(with_password(binh))
    other = Client()
    other.cookies[f"thiet-bi-{binh.pk}"] = cookie
    assert not is_in(knock(binh, other))


def test_a_cookie_somebody_wrote_is_not_believed(lan, app):
    client = Client()
    client.cookies[f"thiet-bi-{lan.pk}"] = "a:b:c"
    assert not is_in(knock(lan, client))


def test_its_owner_ends_a_known_device(lan, app):
    client = come_in(lan, app, remember="on")
    device = lan.devices.get()
    client.post(f"/phien-dang-nhap/thiet-bi/{device.pk}/ket-thuc/")
    client.post("/dang-xuat/")
    assert not is_in(knock(lan, client))


def test_a_new_password_forgets_every_device(lan, app):
    client = come_in(lan, app, remember="on")
    with_password(lan)
    assert not is_in(knock(lan, client))


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(lan, app):
    client = knock(lan)
    client.post(SECOND, {"factor_code": code_now(app), "remember": "on"})
    cookie = client.cookies[f"thiet-bi-{lan.pk}"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


def test_another_secret_each_time():
    assert len({new_secret() for _ in range(20)}) == 20
