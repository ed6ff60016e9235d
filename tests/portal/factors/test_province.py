"""The province's sign-in, against a real one that the test starts: believed, or nothing happens."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.test import Client

from portal.people import User
from portal.single_sign_on import ProvinceIdentity
from tests.portal.factors.province import CLIENT, OTHERWISE_SPOILT, SECRET, SPOILT, province_at_work
from tests.portal.factors.things import SECOND, code_now, is_in, with_app

THERE = "/dang-nhap/tinh/"


@pytest.fixture
def province(settings):
    with province_at_work() as province:
        settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID = province.issuer, CLIENT
        settings.OIDC_CLIENT_SECRET, settings.OIDC_CLAIM = SECRET, "email"
        yield province


@pytest.fixture
def lan(lan, province, voluntary):
    lan.email = "lan@so.example"
    lan.save()
    province.person = {"sub": "1958", "email": "Lan@so.example", "email_verified": True}
    return lan


def asked(address: str) -> str:
    """What the province answers the browser with: the way back."""
    place = urlsplit(address)
    connection = HTTPConnection(place.netloc)
    connection.request("GET", f"{place.path}?{place.query}")
    way = connection.getresponse().headers["Location"]
    connection.close()
    return way.partition(":8000")[2]


def come_in(client: Client, address: str = THERE):
    return client.get(asked(client.get(address).url))


def test_whoever_has_an_account_here_comes_in(lan):
    client = Client()
    assert come_in(client, f"{THERE}?next=/don/").url == "/don/"
    assert client.session["_auth_user_id"] == str(lan.pk)


def test_the_second_step_stays_the_portals_own(lan):
    secret, client = with_app(lan), Client()
    assert come_in(client).url.startswith(SECOND)
    assert not is_in(client)
    client.post(SECOND, {"factor_code": code_now(secret)})
    assert is_in(client)


@pytest.mark.parametrize("spoilt", [*SPOILT, *OTHERWISE_SPOILT])
def test_what_is_spoilt_is_not_believed(lan, province, spoilt):
    province.spoilt = spoilt
    client = Client()
    first = client.get(THERE)
    response = client.get(asked(first.url)) if first.status_code == 302 else first
    assert response.status_code == 403
    assert "_auth_user_id" not in client.session
    assert not ProvinceIdentity.objects.exists()


def test_nobody_is_made(lan, province):
    province.person |= {"sub": "9", "email": "khac@so.example"}
    before = User.objects.count()
    assert come_in(Client()).status_code == 403
    assert User.objects.count() == before


def test_an_address_that_nobody_verified_is_none(lan, province):
    for said in (False, "true", None):
        province.person["email_verified"] = said
        assert come_in(Client()).status_code == 403


def test_an_address_of_two_is_nobodys(lan, binh):
    binh.email = lan.email
    binh.save()
    assert come_in(Client()).status_code == 403


def test_an_account_that_was_closed_stays_closed(lan):
    come_in(Client())
    User.objects.filter(pk=lan.pk).update(is_active=False)
    assert come_in(Client()).status_code == 403


def test_an_address_given_to_somebody_new_opens_nothing(lan, province):
    come_in(Client())
    province.person["sub"] = "2001"
    assert come_in(Client()).status_code == 403


def test_whoever_is_known_is_known_by_the_issuers_name_for_them(lan, province):
    come_in(Client())
    province.person["email"] = "doi@so.example"
    assert come_in(Client()).status_code == 302


def test_the_office_may_go_by_the_name_of_the_account(lan, province, settings):
    settings.OIDC_CLAIM = "preferred_username"
    province.person = {"sub": "3", "preferred_username": "lan"}
    assert come_in(Client()).status_code == 302


def test_an_answer_is_taken_once_and_by_whoever_asked(lan):
    client = Client()
    way = asked(client.get(THERE).url)
    assert Client().get(way).url == "/dang-nhap/"
    assert client.get(way).status_code == 302
    assert Client().get(way).url == "/dang-nhap/"


def test_a_province_that_is_silent_is_told_as_such(lan, settings):
    settings.OIDC_ISSUER = "http://127.0.0.1:9"
    response = Client().get(THERE)
    assert response.status_code == 503
    assert "chưa trả lời" in response.content.decode()


def test_an_issuer_in_the_open_is_not_asked(lan, settings):
    settings.OIDC_ISSUER = "http://example.org"
    assert Client().get(THERE).status_code == 403


def test_without_a_province_there_is_no_such_way(db, stranger, settings):
    assert stranger.get(THERE).status_code == 404
    assert "tài khoản của tỉnh" not in stranger.get("/dang-nhap/").content.decode()
    settings.OIDC_ISSUER = "https://dangnhap.example"
    assert "tài khoản của tỉnh" in stranger.get("/dang-nhap/").content.decode()
