"""An inspection team reads within its scope and time; it does nothing, and each reading is kept."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from citizens.models import Petition
from portal.factors import must_have
from portal.history import events
from portal.people import TeamAccess
from portal.views.reading_only import OWN_DOOR
from tests.cast import client_of, person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
FAR = timedelta(days=30)
FAR_ON = TODAY + FAR


@pytest.fixture
def let_in(office):
    """Somebody of a team, let in for these days."""

    def let(*, unit=None, first=TODAY, last=TODAY + FAR):
        khoi = person("thanh-tra", "Lý Văn Khôi", "man")
        TeamAccess.objects.create(
            user=khoi,
            team="Đoàn thanh tra 12",
            decision="12/QĐ-TT",
            unit=unit,
            from_on=first,
            to_on=last,
        )
        return khoi

    return let


def test_the_whole_office_is_open_to_look_at(let_in, letter):
    khoi, code = client_of(let_in()), letter().code
    assert code in khoi.get("/don/").content.decode()
    assert khoi.get(f"/don/{code}/").status_code == 200


def test_of_one_unit_the_others_do_not_exist(let_in, letter, units):
    theirs, code = let_in(unit=units["lao-dong"]), letter().code
    assert client_of(theirs).get(f"/don/{code}/").status_code == 404
    assert code not in client_of(theirs).get("/don/").content.decode()
    Petition.objects.update(unit=units["lao-dong"])
    assert client_of(theirs).get(f"/don/{code}/").status_code == 200


def test_what_one_team_may_read_opens_nothing_to_another_or_to_a_newcomer(letter, units, office):
    code = letter().code
    Petition.objects.update(unit=units["lao-dong"])
    first, second = person("doan-mot", "Lý Văn Một"), person("doan-hai", "Lý Văn Hai")
    for somebody, unit in ((first, "lao-dong"), (second, "nguoi-co-cong")):
        TeamAccess.objects.create(
            user=somebody,
            team="Đoàn",
            decision="1/QĐ",
            unit=units[unit],
            from_on=TODAY,
            to_on=FAR_ON,
        )
    stranger = person("moi-den", "Lý Thị Mới")
    answers = [client_of(who).get(f"/don/{code}/").status_code for who in (first, second, stranger)]
    assert answers == [200, 404, 404]


def test_a_denunciation_is_never_opened(let_in, lan, fields, office):
    sealed = Petition.register_sealed(by=lan, on=TODAY, received_on=TODAY, channel="buu_chinh")
    khoi = client_of(let_in())
    for address in (f"/don/{sealed.code}/", f"/don/{sealed.code}/bien-nhan/", "/don/so-rieng/"):
        assert khoi.get(address).status_code == 404
    for address in ("/don/", "/vu-viec/", "/tiep-dan/", "/tim/?q=NTC", "/cong-viec/"):
        assert sealed.code not in khoi.get(address).content.decode()


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY + timedelta(days=1), TODAY + FAR), (TODAY - FAR, TODAY - timedelta(days=1))],
)
def test_before_and_after_its_time_nothing_opens(let_in, letter, first, last):
    khoi, code = client_of(let_in(first=first, last=last)), letter().code
    for address in (f"/don/{code}/", "/don/", "/cong-viec/"):
        page = khoi.get(address)
        assert (page.status_code, "Thời hạn xem" in page.content.decode()) == (403, True)
    assert khoi.post("/dang-xuat/").status_code == 302


def test_on_its_last_day_it_still_reads(let_in, letter):
    assert client_of(let_in(first=TODAY - FAR, last=TODAY)).get("/don/").status_code == 200


def test_every_reading_stands_in_the_register(let_in, letter):
    code = letter().code
    khoi = client_of(let_in())
    for address in (f"/don/{code}/", "/don/?q=Thao", f"/don/{code}/", "/don/khong-co/"):
        khoi.get(address)
    told = [event.label for event in events("thanh-tra/thanh-tra")]
    assert told == [f"Xem /don/{code}/", "Xem /don/", f"Xem /don/{code}/"]


@pytest.mark.parametrize(
    "stripe", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 8))]
)
def test_whatever_is_sent_is_refused(let_in, letter, settings, stripe):
    khoi, before = client_of(let_in()), Petition.objects.count()
    unseen = tuple(address.strip("/") for address in settings.UNSEEN)
    routes = [
        (route, khoi.post(f"/{filled(route)}", {"gui": "1"}).status_code)
        for route, name in list(named(get_resolver().url_patterns))[stripe::8]
        if name not in OWN_DOOR and not route.startswith(unseen)
    ]
    assert [pair for pair in routes if pair[1] != 403] == []
    assert len(routes) > 60
    assert Petition.objects.count() == before


def filled(route: str) -> str:
    """An address of that shape; the answer must not depend on whether anything is there."""
    some = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000000"}
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: some.get(found[1], "x-1"), route)


def named(patterns: list, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in patterns:
        route = above + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry.name
        else:
            yield from named(entry.url_patterns, route)


def test_who_reads_personal_data_needs_a_second_step(let_in):
    assert must_have(let_in(), on=TODAY)


def test_the_administrator_lets_a_team_in(quantri, units, lan):
    khoi = person("thanh-tra", "Lý Văn Khôi", "man")
    typed = {
        "user": khoi.pk,
        "team": "Đoàn 12",
        "decision": "12/QĐ-TT",
        "unit": "",
        "from_on": "01/9/2026",
        "to_on": "30/9/2026",
    }
    address = "/quan-tri/doan-thanh-tra/moi/"
    admin = client_of(quantri)
    assert "đang giữ chức vụ" in admin.post(address, typed | {"user": lan.pk}).content.decode()
    assert "180 ngày" in admin.post(address, typed | {"to_on": "30/9/2027"}).content.decode()
    assert "trước ngày đầu" in admin.post(address, typed | {"to_on": "30/8/2026"}).content.decode()
    assert admin.post(address, typed).status_code == 302
    assert TeamAccess.objects.get().scope == "toàn cơ quan"
    assert client_of(lan).get(address).status_code == 404
