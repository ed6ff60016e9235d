"""Sessions and devices: their owner sees them and ends them; nobody else does."""

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from portal.factors import SignIn, print_codes, remember
from portal.factors.devices import KNOWN_FOR
from portal.factors.sign_ins import forget_ended
from portal.management.timetable import forget_old_sessions
from tests.cast import place
from tests.portal.factors.things import SECOND, come_in, is_in, knock, with_app, with_password

PAGE = "/phien-dang-nhap/"


@pytest.fixture
def secret(lan):
    return with_app(with_password(lan))


@pytest.fixture
def here(lan, secret):
    return come_in(lan, secret, Client(headers={"User-Agent": "Windows Firefox/140"}))


@pytest.fixture
def there(lan, here):
    """Another session, begun with a printed code."""
    client = knock(lan, Client(headers={"User-Agent": "Android Chrome/130"}))
    client.post(SECOND, {"factor_code": print_codes(lan, at=timezone.now())[0]})
    return client


def test_the_page_names_each_device_and_this_one(here, there):
    page = here.get(PAGE).content.decode()
    assert "Firefox trên Windows" in page
    assert "Chrome trên Android" in page
    assert page.count("phiên này") == 1


def test_one_is_ended_at_once(here, there, lan):
    row = lan.sign_ins.get(session=there.session.session_key)
    here.post(f"{PAGE}{row.pk}/ket-thuc/")
    assert (is_in(there), is_in(here)) == (False, True)


def test_ending_this_one_signs_out(here, lan):
    row = lan.sign_ins.get()
    assert here.post(f"{PAGE}{row.pk}/ket-thuc/").url == "/dang-nhap/"
    assert not is_in(here)


def test_all_others_are_ended_together(here, there):
    there.post(f"{PAGE}khac/ket-thuc/")
    assert (is_in(here), is_in(there)) == (False, True)


def test_nobody_ends_somebody_elses(here, lan, binh):
    other = come_in(binh, with_app(with_password(binh)))
    row = lan.sign_ins.get()
    assert other.post(f"{PAGE}{row.pk}/ket-thuc/").status_code == 404
    assert is_in(here)


def test_one_that_ended_with_the_positions_is_not_listed(here, there, lan, units):
    place(lan, "head", unit=units["lao-dong"])
    assert not is_in(here)
    again = come_in(lan, with_app_again(lan))
    assert len(again.get(PAGE).context["sessions"]) == 1


def with_app_again(user):
    user.app.delete()
    user.refresh_from_db()
    return with_app(user)


def test_signing_out_takes_it_off_the_list(here, lan):
    here.post("/dang-xuat/")
    assert not lan.sign_ins.exists()


def test_what_is_over_is_forgotten(here, there):
    there.session.flush()
    forget_ended(at=timezone.now())
    assert SignIn.objects.count() == 1


def test_the_list_takes_few_statements(here, there, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        here.get(PAGE)


def test_the_night_forgets_what_is_over(here, there, lan):
    at = timezone.now()
    remember(HttpResponse(), lan, words="Chrome", at=at - KNOWN_FOR)
    remember(HttpResponse(), lan, words="Firefox", at=at)
    Session.objects.filter(session_key=there.session.session_key).delete()
    forget_old_sessions(timezone.localdate(at))
    assert [row.session for row in lan.sign_ins.all()] == [here.session.session_key]
    assert [each.words for each in lan.devices.all()] == ["Firefox"]
