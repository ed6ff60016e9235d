"""An office on its first day: every list and desk before the first letter or visitor has come."""

import pytest

from tests.citizens.roles.addresses import TABLE
from tests.citizens.roles.people import EVERYBODY
from tests.citizens.roles.sessions import a_place
from tests.citizens.roles.world import World, office_of_today
from tests.pages.faces import declared, desks_of
from tests.pages.looking import DARK, LIGHT, Onlooker

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.slow]
GENERAL = {name for name, address in TABLE.items() if address.about is None}


@pytest.fixture(scope="module")
def faces(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), office_of_today(calendar_as_delivered) as (people, _):
        a_place()
        world = World(people, {})
        return [*declared(world, GENERAL), *desks_of(world, EVERYBODY)]


def test_an_empty_page_stands_in_nobodys_way(faces, page):
    onlooker = Onlooker(page)
    found = [each for face in faces for each in onlooker.finds(face, LIGHT, DARK)]
    assert not found, "\n".join(found)
    assert len(faces) > len(EVERYBODY)
