"""Two different people restore a third one's account; neither alone comes in under that name."""

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from portal import history
from portal.factors import App, Restoration, remember, words_of
from portal.people import User
from portal.views.first_password import WRONG_NUMBER
from tests.cast import client_of
from tests.portal.factors.things import (
    SECOND,
    SECRET,
    come_in,
    is_in,
    knock,
    with_app,
    with_password,
)

NEW = "ba con trâu gặm cỏ non"


@pytest.fixture
def lan(lan):
    return with_password(lan)


def asked(lan, quantri, lost="password") -> str:
    """The number that the administrator reads on the page."""
    typed = {"lost": lost, "known_by": "gặp trực tiếp"}
    page = client_of(quantri).post(f"/khoi-phuc/moi/{lan.pk}/", typed)
    return page.context["number"]


def confirmed(lan, by) -> str:
    row = lan.restorations.open().get()
    return client_of(by).post(f"/khoi-phuc/{row.pk}/").context["link"].partition("testserver")[2]


def use(link, number, client=None):
    typed = {"number": number, "password": NEW, "again": NEW}
    return (client or Client()).post(link, typed)


def test_with_both_halves_a_new_password_is_set(lan, quantri, binh):
    number = asked(lan, quantri)
    link = confirmed(lan, binh)
    assert "Số do quản trị đưa" in Client().get(link).content.decode()
    assert use(link, number).status_code == 302
    assert User.objects.get(pk=lan.pk).check_password(NEW)


def test_the_link_alone_opens_nothing(lan, quantri, binh):
    asked(lan, quantri)
    link = confirmed(lan, binh)
    response = use(link, "000000")
    assert WRONG_NUMBER in response.content.decode()
    assert User.objects.get(pk=lan.pk).check_password(SECRET)


def test_the_number_is_not_guessed_with_the_link_in_hand(lan, quantri, binh):
    number = asked(lan, quantri)
    link = confirmed(lan, binh)
    for _ in range(5):
        use(link, "000000")
    assert use(link, number).status_code == 422


def test_the_administrator_never_sees_the_link_nor_the_other_the_number(lan, quantri, binh):
    number = asked(lan, quantri)
    page = client_of(binh).get("/khoi-phuc/").content.decode()
    assert number not in page
    link = confirmed(lan, binh)
    assert link not in client_of(quantri).get("/khoi-phuc/").content.decode()


@pytest.mark.parametrize("name", ["quantri", "lan", "minh", "mai"])
def test_neither_the_asker_nor_the_person_nor_a_bystander_confirms(
    request, lan, quantri, binh, name
):
    user = request.getfixturevalue(name)
    asked(lan, quantri)
    row = lan.restorations.get()
    assert client_of(user).post(f"/khoi-phuc/{row.pk}/").status_code == 404
    assert Restoration.objects.waiting().count() == 1


@pytest.mark.parametrize("name", ["binh", "ha", "dung"])
def test_the_head_of_the_unit_or_a_leader_confirms(request, lan, quantri, name):
    user = request.getfixturevalue(name)
    asked(lan, quantri)
    assert confirmed(lan, user).startswith("/dang-nhap/moi/")


def test_nobody_asks_for_oneself(quantri):
    with_password(quantri)
    assert client_of(quantri).get(f"/khoi-phuc/moi/{quantri.pk}/").status_code == 404


def test_the_administrator_alone_gives_a_first_link_only(lan, binh, quantri):
    client = client_of(quantri)
    assert client.post(f"/quan-tri/tai-khoan/{lan.pk}/lien-ket/").status_code == 404
    assert client.post(f"/quan-tri/tai-khoan/{binh.pk}/lien-ket/").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        lambda lan, quantri, binh: {"asked_by": lan},
        lambda lan, quantri, binh: {"confirmed_by": quantri, "confirmed_at": timezone.now()},
        lambda lan, quantri, binh: {"confirmed_by": lan, "confirmed_at": timezone.now()},
        lambda lan, quantri, binh: {"confirmed_by": binh},
    ],
    ids=["asked for oneself", "confirmed by the asker", "by the person", "without a time"],
)
def test_the_database_holds_that_they_are_three(lan, quantri, binh, wrong):
    asked(lan, quantri)
    with pytest.raises(IntegrityError), transaction.atomic():
        lan.restorations.update(**wrong(lan, quantri, binh))


def test_it_was_refused(lan, quantri, binh):
    asked(lan, quantri)
    row = lan.restorations.get()
    client_of(binh).post(f"/khoi-phuc/{row.pk}/", {"refuse": "1"})
    assert not Restoration.objects.open().exists()
    assert client_of(binh).get(f"/khoi-phuc/{row.pk}/").status_code == 302


def test_what_was_there_before_ends(lan, quantri, binh):
    secret = with_app(lan)
    before = come_in(lan, secret, remember="on")
    use(confirmed_after(lan, quantri, binh, "factor"), lan.number)
    assert not is_in(before)
    assert not App.objects.filter(user=lan).exists()
    assert not lan.sign_ins.filter(session=before.session.session_key).exists()


def test_a_factor_that_was_not_lost_is_asked_for(lan, quantri, binh):
    with_app(lan)
    client = Client()
    response = use(confirmed_after(lan, quantri, binh, "password"), lan.number, client)
    assert response.url.startswith(SECOND)
    assert not is_in(client)


def confirmed_after(lan, quantri, by, lost) -> str:
    lan.number = asked(lan, quantri, lost)
    return confirmed(lan, by)


def test_both_names_stand_in_the_history_and_no_secret_does(lan, quantri, binh):
    number = asked(lan, quantri)
    link = confirmed(lan, binh)
    use(link, number)
    events = list(history.events("tai-khoan/lan").order_by("seq"))
    assert [(event.step, event.by) for event in events] == [
        ("restore_ask", "quantri"),
        ("restore_confirm", "binh"),
        ("set_password", "lan"),
        ("restore", "lan"),
    ]
    told = " ".join(f"{event.facts} {event.label} {event.values}" for event in events)
    assert not [each for each in (number, number.replace(" ", ""), link) if each in told]


def test_the_person_reads_who_restored_the_account(lan, quantri, binh, voluntary):
    use(confirmed_after(lan, quantri, binh, "password"), lan.number)
    lan.refresh_from_db()
    page = client_of(lan).get("/xac-thuc/").content.decode()
    assert "Hoàng Văn Quân đề nghị, Trần Văn Bình xác nhận" in page


def test_a_head_reads_of_the_own_unit_alone(lan, quantri, binh, hoa):
    asked(lan, quantri)
    assert "Nguyễn Thị Lan" in client_of(binh).get("/khoi-phuc/").content.decode()
    assert "Nguyễn Thị Lan" not in client_of(hoa).get("/khoi-phuc/").content.decode()


def test_an_older_request_is_called_off_by_a_newer(lan, quantri, binh):
    first = asked(lan, quantri)
    asked(lan, quantri)
    assert use(confirmed(lan, binh), first).status_code == 422


def test_devices_are_words_of_the_browser():
    assert (
        words_of("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537") == "Chrome trên Windows"
    )
    assert words_of("") == "Trình duyệt khác"


def test_a_device_known_before_is_asked_again(lan, quantri, binh):
    with_app(lan)
    client = Client()
    response = HttpResponse()
    remember(response, lan, words="Chrome", at=timezone.now())
    use(confirmed_after(lan, quantri, binh, "password"), lan.number)
    client.cookies.update(response.cookies)
    assert not is_in(knock(lan, client))
