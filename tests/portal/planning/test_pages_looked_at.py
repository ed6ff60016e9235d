"""Every page of plans and tasks in a browser: barriers, width, light and dark."""

import pytest

from tests.citizens.roles.world import World, office_of_today
from tests.pages.looking import DARK, LIGHT, Onlooker
from tests.pages.planning import planning

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="module")
def faces(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), office_of_today(calendar_as_delivered) as (people, _):
        return list(planning(World(people, {})))


@pytest.mark.slow
def test_nothing_stands_in_anybodys_way(faces, page):
    onlooker = Onlooker(page)
    found = [each for face in faces for each in onlooker.finds(face, LIGHT, DARK)]
    assert not found, "\n".join(found)


def test_every_page_answers(faces):
    broken = [str(face) for face in faces if "<h1" not in face.body]
    assert not broken
