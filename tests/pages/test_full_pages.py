"""Sixty rows wherever rows stand, and words without end in every one of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from citizens.models import Party, Petition
from portal.instructions import instruct
from tests.citizens.roles.addresses import TABLE
from tests.citizens.roles.people import HOME
from tests.citizens.roles.sessions import a_place
from tests.citizens.roles.things import DAY, Maker
from tests.citizens.roles.world import World, office_of_today
from tests.pages.crowded import crowd, crowded
from tests.pages.faces import declared, refused
from tests.pages.looking import DARK, LIGHT, Onlooker

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.slow]
ROWS = 60
ENDLESS = "Nguyễnthịkhônghếttên" * 5
TITLE = f"Khiếu nại về {ENDLESS} và về tất cả những điều còn lại trong quyết định thôi hưởng"
GENERAL = {name for name, address in TABLE.items() if address.about is None}


def fill(maker: Maker) -> None:
    """Letters, complaints on every desk up the line, instructions, and one case of long words."""
    for number in range(ROWS):
        unopened(maker.people["clerk"])
        thing = maker.complaint(f"row {number}")
        if number % 2:
            maker.submission(thing, "accept")
        order(maker, thing.item, number)
        Petition.register_sealed(
            by=maker.people["clerk"], on=DAY, received_on=DAY, channel="buu_chinh"
        )
    endless(maker)
    a_place()


def unopened(clerk: Any) -> None:
    """The list of letters opens with those that nobody has dealt with."""
    Petition.register(
        by=clerk,
        on=DAY,
        received_on=DAY,
        channel="buu_chinh",
        title=TITLE,
        content=ENDLESS,
        parties=[Party(name=ENDLESS, gender="nu", address=ENDLESS)],
    )


def order(maker: Maker, subject: Any, number: int) -> None:
    instruct(
        by=maker.people["director"],
        on=DAY,
        text=f"Làm rõ căn cứ lần {number}. {ENDLESS}",
        unit=maker.units[HOME],
        due_on=date(2026, 7, 20) + timedelta(number),
        subject=subject,
    )


def endless(maker: Maker) -> None:
    thing = maker.complaint("endless")
    letter = thing.item.petition
    Party.objects.filter(petition=letter).update(name=ENDLESS, address=ENDLESS, email=ENDLESS)
    Petition.objects.filter(pk=letter.pk).update(title=TITLE, content=f"{TITLE}\n{ENDLESS * 9}")


@pytest.fixture(scope="module")
def faces(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), office_of_today(calendar_as_delivered) as (people, units):
        maker = Maker(people, units)
        fill(maker)
        last = {thing.name: thing for thing in maker.things[-2:]}
        crowd(people, units)
        general = [*declared(World(people, {}), GENERAL), *crowded(World(people, {}))]
        ends = [*declared(World(people, last), set(TABLE) - GENERAL)]
        return [*general, *ends, *refused(World(people, last), ends)]


def test_a_full_page_stands_in_nobodys_way(faces, page):
    onlooker = Onlooker(page)
    found = [each for face in faces for each in onlooker.finds(face, LIGHT, DARK)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["petition-list", "case-list", "sealed-petition-list"])
def test_the_lists_are_full(faces, name):
    assert max(face.body.count('<th scope="row"') for face in faces if face.name == name) >= 25
