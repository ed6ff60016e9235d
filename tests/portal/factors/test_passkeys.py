"""A key is registered, shown, named, taken away; what another portal or person signed is none."""

import json

import pytest

from portal.factors import App, Passkey
from portal.factors.passkeys import possible
from tests.portal.factors.things import (
    SECOND,
    Key,
    come_in,
    is_in,
    knock,
    with_app,
    with_password,
)

SITE = "https://cong.tangiang.example"
PAGE = "/xac-thuc/khoa/"


@pytest.fixture(autouse=True)
def named(settings):
    """Keys need a name and TLS."""
    settings.PORTAL_URL, settings.HTTPS = SITE, True


@pytest.fixture
def key() -> Key:
    return Key(SITE, "cong.tangiang.example")


@pytest.fixture
def at_desk(lan):
    return come_in(with_password(lan), with_app(lan))


def register(client, key, name="Điện thoại cơ quan"):
    question = json.loads(client.get(PAGE).context["question"])
    return client.post(PAGE, {"name": name, "factor_key": key.made(question)})


@pytest.fixture
def registered(at_desk, key, lan):
    register(at_desk, key)
    return lan.passkeys.get()


def show(client, key, **spoilt):
    question = json.loads(client.get(SECOND).context["question"]) | spoilt
    return client.post(SECOND, {"factor_key": key.shown(question)})


def test_a_key_is_registered_under_a_name(at_desk, registered):
    page = at_desk.get("/xac-thuc/").content.decode()
    assert "Điện thoại cơ quan" in page
    assert "Chưa dùng lần nào" in page


def test_the_key_takes_the_second_step(lan, registered, key):
    client = knock(lan)
    assert show(client, key).status_code == 302
    assert is_in(client)
    assert Passkey.objects.get().used_at


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: setattr(key, "origin", "https://cong.tangiang.example.khac.vn"),
        lambda key: setattr(key, "host", "khac.example"),
        lambda key: setattr(key, "private", Key(SITE, "x").private),
        lambda key: setattr(key, "id", b"\x01" * 32),
        lambda key: setattr(key, "counter", -1),
    ],
    ids=["another site", "another party", "another secret", "another name", "a copy"],
)
def test_a_spoilt_answer_is_none(lan, registered, key, spoil):
    assert show(knock(lan), key).status_code == 302
    spoil(key)
    client = knock(lan)
    assert show(client, key).status_code == 422
    assert not is_in(client)


def test_an_answer_to_another_question_is_none(lan, registered, key):
    client = knock(lan)
    assert show(client, key, challenge="A" * 43).status_code == 422


def test_a_question_is_answered_once(lan, registered, key):
    client = knock(lan)
    question = json.loads(client.get(SECOND).context["question"])
    client.post(SECOND, {"factor_code": "000000"})
    assert client.post(SECOND, {"factor_key": key.shown(question)}).status_code == 422


def test_somebody_elses_key_is_none(lan, registered, key, binh):
    with_app(with_password(binh))
    client = knock(binh)
    assert client.get(SECOND).context["question"] == ""
    assert client.post(SECOND, {"factor_key": "{}"}).status_code == 422


@pytest.mark.parametrize("answer", ["", "{}", "[]", "x", '{"id": 1}', "9" * 30_000])
def test_what_is_no_answer_is_refused_in_peace(lan, registered, answer):
    client = knock(lan)
    client.get(SECOND)
    assert client.post(SECOND, {"factor_key": answer}).status_code == 422
    assert not is_in(client)


@pytest.mark.parametrize("answer", ["", "{}", "[]", "x"])
def test_no_key_is_made_of_nonsense(at_desk, answer):
    at_desk.get(PAGE)
    assert at_desk.post(PAGE, {"name": "a", "factor_key": answer}).status_code == 422


def test_a_key_belongs_to_whoever_registered_it_first(registered, key, binh):
    other = come_in(with_password(binh), with_app(binh))
    assert register(other, key).status_code == 422
    assert Passkey.objects.get() == registered


def test_a_key_is_taken_away(at_desk, registered):
    at_desk.post(f"{PAGE}{registered.pk}/bo/")
    assert not Passkey.objects.exists()


def test_nobody_takes_away_somebody_elses(registered, binh):
    other = come_in(with_password(binh), with_app(binh))
    assert other.post(f"{PAGE}{registered.pk}/bo/").status_code == 404


def test_the_last_way_stays_where_one_must_have_one(at_desk, lan):
    at_desk.post("/xac-thuc/ung-dung/bo/")
    lan.refresh_from_db()
    assert lan.app


def test_beside_another_the_application_goes(at_desk, registered, lan):
    at_desk.post("/xac-thuc/ung-dung/bo/")
    assert not App.objects.filter(user=lan).exists()


@pytest.mark.parametrize("site", ["http://127.0.0.1:8000", "https://10.0.0.5", "http://cong.vn"])
def test_a_portal_without_a_name_or_tls_offers_none(at_desk, registered, lan, settings, site):
    settings.PORTAL_URL, settings.HTTPS = site, site.startswith("https")
    assert not possible()
    assert knock(lan).get(SECOND).context["question"] == ""


def test_only_the_public_half_is_kept(registered, key):
    kept = json.dumps({name: str(each) for name, each in vars(registered).items()})
    secret = key.private.private_numbers().private_value
    assert str(secret) not in kept
    assert f"{secret:x}" not in kept
