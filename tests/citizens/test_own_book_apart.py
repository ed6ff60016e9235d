"""What a denunciation could still betray: its course to whoever entered it, its code in a mail,
its old links to those who are named."""

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from citizens.models import LookupCode, Matter, Petition, Visit
from portal.dashboard.reminders.gathering import items_for
from tests.cast import client_of
from tests.citizens.visits import enter, enter_sealed

ON = date(2026, 7, 6)
COURSE = {"level": 1, "category": "hanh_chinh", "handling": "thu_ly", "handled_on": ON}
DATES = {"accepted_on": ON, "concluded_on": None, "outcome": "", "closed_on": None}


@pytest.fixture
def entered(mai, lan, office):
    """Entered by the clerk, followed by its own group."""
    petition = Petition.register_sealed(by=mai, on=ON, received_on=ON, channel="buu_chinh")
    petition.follow(by=lan, on=ON, **COURSE, **DATES)
    return petition


def page(user, address):
    body = client_of(user).get(address).content.decode()
    return body[body.index("<main") :]


def test_whoever_entered_it_reads_no_time_limit_and_no_course(entered, mai, lan):
    address = entered.get_absolute_url()
    for words in ("Cách tính thời hạn", "giải quyết tố cáo"):
        assert words in page(lan, address), words
        assert words not in page(mai, address), words
    assert [entry.title for entry in client_of(mai).get(address).context["told"]] == ["Vào sổ"]


def test_how_its_time_limits_are_reckoned_is_its_groups(entered, mai, lan):
    address = f"{entered.get_absolute_url()}cach-tinh-thoi-han/"
    assert client_of(lan).get(address).status_code == 200
    assert client_of(mai).get(address).status_code == 404


def test_the_list_of_the_own_book_tells_its_clerk_no_time_limit(entered, mai, lan):
    assert "Quá hạn" in page(lan, "/don/so-rieng/")
    told = page(mai, "/don/so-rieng/")
    assert entered.code in told
    assert "hạn" not in told.lower().replace("giới hạn", "")
    assert client_of(mai).get("/don/so-rieng/?sap-xep=han").status_code == 400


def test_a_reminder_counts_what_is_of_the_own_book_and_names_none(lan):
    sealed = enter_sealed(lan, result="nhan_don")
    items = items_for(lan, on=sealed.due_on)
    assert not [item for item in items if sealed.code in f"{item}{item.url}"]
    assert "Sổ riêng: 1 việc quá hạn, sắp đến hạn" in [str(item) for item in items]


def test_what_was_sealed_before_is_cut_off(lan, letter, mai):
    named, emptied = letter(), letter()
    matter = Matter.objects.create(opened_on=ON, reference="VV-1")
    part = letter(split_from=emptied)
    sealed = emptied.seal(
        by=lan, on=ON, reason="x", envelope_no="1", envelope_place="t", envelope_keeper="L"
    )
    of_visit = enter(lan).seal(by=lan, on=date(2026, 8, 20), reason="Tố cáo.")
    Petition.objects.filter(pk__in=[named.pk, emptied.pk, sealed.pk]).update(matter=matter)
    Petition.objects.filter(pk=part.pk).update(split_from=emptied)
    Visit.objects.update(matter=matter)
    for petition in (named, sealed):
        LookupCode.objects.create(petition=petition, digest=b"same", issued_on=ON)
    with connection.cursor() as cursor:
        for statement in import_module("citizens.migrations.0032_sealed_rows_stand_alone").CUT:
            cursor.execute(statement)
    rows = Petition.objects.in_bulk([named.pk, emptied.pk, sealed.pk, part.pk])
    assert [rows[each.pk].matter for each in (named, emptied, sealed)] == [matter, None, None]
    assert rows[part.pk].split_from is None
    assert Visit.objects.get(pk=of_visit.pk).matter is None
    assert LookupCode.objects.get(digest=b"same").petition == named
