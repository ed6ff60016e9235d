"""Every page of an office at work: what visits show, what refused forms say, what walks lead to."""

import pytest

from tests.citizens.roles.addresses import TABLE
from tests.citizens.roles.things import everything
from tests.citizens.roles.world import World, office_of_today
from tests.conventions.test_urls import STEPS
from tests.pages.faces import NO_PAGE, WALKED, declared, refused, steps
from tests.pages.looking import DARK, LIGHT, Onlooker
from tests.pages.walks import walks

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PARTS = 5
FEW = {"home", "lookup", "desk", "dashboard", "case-list", "administration-row", "sign-in"}


def drawn_at_work(calendar, names=None):
    with office_of_today(calendar) as (people, units):
        world = World(people, everything(people, units))
        faces = list(declared(world, names))
        if names is None:
            faces += [*steps(world), *walks(world)]
        return [*faces, *refused(world, faces)]


@pytest.fixture(scope="module")
def few(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock():
        return drawn_at_work(calendar_as_delivered, FEW)


@pytest.fixture(scope="module")
def faces(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock():
        return drawn_at_work(calendar_as_delivered)


def test_nothing_stands_in_anybodys_way(few, page):
    onlooker = Onlooker(page)
    found = [each for face in few for each in onlooker.finds(face, DARK)]
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_stands_in_anybodys_way_on_any_page(faces, page, part):
    onlooker = Onlooker(page)
    found = [each for face in faces[part::PARTS] for each in onlooker.finds(face, LIGHT, DARK)]
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_every_address_is_looked_at_or_shows_no_page(faces):
    looked_at = {face.name for face in faces}
    assert sorted((set(TABLE) | STEPS) - looked_at) == sorted(NO_PAGE)
    assert looked_at >= WALKED
