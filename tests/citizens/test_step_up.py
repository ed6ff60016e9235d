"""What is signed asks for the second step again; nothing typed is lost on the way."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone

from portal.drafts import Draft
from portal.office import Setting
from portal.submissions import Submission, submit
from portal.views.factors.second_step import must_ask_again
from portal.views.factors.session import CHECKED
from tests.cast import LONG_AGO
from tests.portal.factors.things import code_now, come_in, knock, with_app, with_password

AGAIN = "/xac-nhan-lai/"
MORNING = "2026-11-16 08:00+07:00"


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def secret(ha):
    return with_app(with_password(ha))


@pytest.fixture
def slip(clock, complaint, minh, ha, units):
    """Acceptance of a complaint, before the Director."""
    case = complaint(timezone.localdate())
    draft = "Thông báo thụ lý khiếu nại của bà."
    return submit(
        case,
        case.workflow["accept"],
        by=minh,
        on=timezone.localdate(),
        payload={"draft": [draft]},
        draft=draft,
    )


@pytest.fixture
def director(clock, ha, secret):
    return come_in(ha, secret)


def sign(client, slip, draft="Thông báo, đã sửa."):
    return client.post(f"/trinh/{slip.pk}/", {"verdict": "approve", "draft": draft})


def minutes(clock, number):
    clock.shift(timedelta(minutes=number))


def at_work(clock, client):
    """More than an hour in which the screen was never locked."""
    for _ in range(5):
        minutes(clock, 14)
        client.get("/cong-viec/")


def state(slip):
    return Submission.objects.get(pk=slip.pk).state


def test_shortly_after_signing_in_nothing_is_asked(clock, slip, director):
    minutes(clock, 10)
    assert sign(director, slip).url == "/cong-viec/"
    assert state(slip) == "approved"


def test_an_hour_later_the_second_step_is_asked_and_nothing_is_signed(clock, slip, director):
    at_work(clock, director)
    response = sign(director, slip)
    assert response.url.startswith(AGAIN)
    assert state(slip) == "open"


@pytest.fixture
def asked(clock, slip, director):
    """Where the signature was stopped, and the address to go on to."""
    at_work(clock, director)
    response = sign(director, slip)
    return response.url, parse_qs(urlsplit(response.url).query)["next"][0]


def test_after_the_code_the_text_stands_there_as_it_was_typed(asked, director, secret, slip):
    where, way = asked
    assert director.get(where).status_code == 200
    response = director.post(AGAIN, {"factor_code": code_now(secret), "next": way})
    assert response.url == way
    page = director.get(way)
    assert page.context["step_form"]["draft"].value() == "Thông báo, đã sửa."
    assert sign(director, slip).url == "/cong-viec/"
    assert state(slip) == "approved"


def test_the_session_goes_on_under_another_key_and_stays_in_the_list(asked, director, secret, ha):
    before = director.session.session_key
    director.post(AGAIN, {"factor_code": code_now(secret), "next": asked[1]})
    assert director.session.session_key != before
    assert ha.sign_ins.get().session == director.session.session_key


def test_a_wrong_code_signs_nothing(asked, director, slip):
    response = director.post(AGAIN, {"factor_code": "000000", "next": asked[1]})
    assert response.status_code == 422
    assert sign(director, slip).url.startswith(AGAIN)


def test_handing_back_is_no_signature(asked, director, slip):
    typed = {"verdict": "hand_back", "reason": "Bổ sung căn cứ."}
    assert director.post(f"/trinh/{slip.pk}/", typed).url == "/cong-viec/"


def test_the_office_chooses_how_long_it_serves(clock, slip, director):
    Setting.objects.create(name="factor_age", value="15", valid_from=LONG_AGO)
    minutes(clock, 15)
    assert sign(director, slip).url.startswith(AGAIN)


def test_a_known_device_opens_the_portal_and_signs_nothing(clock, slip, ha, secret):
    client = come_in(ha, secret, remember="on")
    client.post("/dang-xuat/")
    minutes(clock, 1)
    knock(ha, client)
    assert client.session[CHECKED] == 0
    assert sign(client, slip).url.startswith(AGAIN)


def test_a_decision_without_a_slip_asks_too(clock, complaint, director):
    case = complaint(timezone.localdate())
    at_work(clock, director)
    response = director.post(f"{case.get_absolute_url()}thu-ly/", {"draft": "Đang nói dở"})
    way = parse_qs(urlsplit(response.url).query)["next"][0]
    assert urlsplit(response.url).path == AGAIN
    assert director.get(way).context["form"]["draft"].value() == "Đang nói dở"


def test_the_code_is_not_kept_with_what_was_typed(clock, director, db):
    director.post("/dang-xuat/")
    director.post(AGAIN, {"factor_code": "123456", "factor_key": "x", "next": "/don/"})
    kept = [str(draft.data) for draft in Draft.objects.filter(user=None)]
    assert not [each for each in kept if "123456" in each or "factor" in each]


def test_deciding_from_the_session_asks_no_table(clock, slip, director, django_assert_num_queries):
    request = RequestFactory().get("/")
    request.session = director.session
    assert CHECKED in request.session  # read, as for the account
    with django_assert_num_queries(0):
        assert not must_ask_again(request)


@pytest.fixture
def administrator(clock, quantri):
    client = come_in(quantri, with_app(with_password(quantri)))
    at_work(clock, client)
    return client


def test_an_account_is_changed_after_the_second_step_and_nothing_typed_is_lost(
    administrator, minh, units
):
    typed = {"code": "xa-moi", "name": "Xã Mới", "opened_on": "01/01/2026"}
    response = administrator.post("/quan-tri/xa-phuong/moi/", typed)
    way = parse_qs(urlsplit(response.url).query)["next"][0]
    assert urlsplit(response.url).path == AGAIN
    assert administrator.get(way).context["form"]["name"].value() == "Xã Mới"


def test_an_act_without_a_page_leads_back_to_the_page_it_was_asked_on(administrator, minh):
    response = administrator.post(f"/quan-tri/tai-khoan/{minh.pk}/lien-ket/")
    way = parse_qs(urlsplit(response.url).query)["next"][0]
    assert way == f"/quan-tri/tai-khoan/{minh.pk}/"
    dropped = administrator.post("/xac-thuc/ung-dung/bo/")
    assert parse_qs(urlsplit(dropped.url).query)["next"] == ["/xac-thuc/"]
