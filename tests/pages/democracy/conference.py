"""Conferences: being prepared, met, with a resolution that was checked."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.democracy.conference.test_roles import conferences
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, subjects


def conference(world: World) -> Iterator[Face]:
    found = conferences(world.people, units_of_the_office())
    yield from subjects(world, [one for _, one in found])
    yield from lists(world, "coordinator", "conference-list", searched=True)
    yield from lists(world, "coordinator", "conference-units", "staff-decisions")
