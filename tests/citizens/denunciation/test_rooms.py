"""Who finds the rooms of denunciations and of kept records, and who learns nothing of them."""

import re

import pytest
from django.utils import timezone

from tests.cast import client_of

ROOMS = ("/to-cao/", "/tieu-huy/", "/yeu-cau-du-lieu/", "/xuat-ho-so/")
PLACES = {
    "lan": set(ROOMS),
    "binh": set(ROOMS),
    "ha": {"/to-cao/", "/tieu-huy/", "/xuat-ho-so/"},
    "dung": {"/tieu-huy/"},
    "mai": {"/tieu-huy/", "/yeu-cau-du-lieu/"},
    "minh": set(),
}


@pytest.fixture
def today():
    return timezone.localdate()


def page_of(user, at: str = "/cong-viec/") -> str:
    return client_of(user).get(at).content.decode()


def rooms_in(page: str) -> set[str]:
    return {*re.findall(r'href="([^"]+)"', page)} & {*ROOMS}


def menu_of(user) -> str:
    return plain(page_of(user).split('<nav class="side"')[1].split("</nav>")[0])


@pytest.mark.parametrize("who", PLACES)
def test_a_room_stands_in_the_menu_of_whoever_may_open_it(way, request, who):
    user = request.getfixturevalue(who)
    opened = {at for at in ROOMS if client_of(user).get(at).status_code == 200}
    offered = rooms_in(menu_of(user))
    if "/tieu-huy/" in offered:
        offered |= rooms_in(page_of(user, "/tieu-huy/"))
    assert (offered, opened) == (PLACES[who], PLACES[who])


def test_menus_outside_the_group_are_the_same_with_a_denunciation(way, minh, mai, dung, today):
    outside = (minh, mai, dung)
    before = [menu_of(user) for user in outside]
    way.accepted(on=today)
    assert [menu_of(user) for user in outside] == before


def test_whoever_is_assigned_finds_the_case_on_the_desk_until_excluded(way, minh, today):
    before = page_of(minh)
    case = way.accepted(on=today)
    case.assign(by=way.lan, on=today, officer=minh)
    assert f'href="/to-cao/{case.code}/"' in page_of(minh)
    case.exclude(by=way.lan, on=today, user=minh, reason="lien_quan")
    assert plain(page_of(minh)) == plain(before)


def test_no_paper_about_a_denunciation_is_said_to_be_read_by_citizens(way, today):
    case = way.accepted(on=today)
    assert "Công dân đọc được" not in page_of(way.lan, case.get_absolute_url())


def plain(page: str) -> str:
    return re.sub(r'name="(csrfmiddlewaretoken|[a-z_]*key)" value="[^"]*"|nonce="[^"]*"', "", page)
