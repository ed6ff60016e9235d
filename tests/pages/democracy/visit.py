"""Visits: prepared, made, concluded; a self-inspection."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.democracy.visit.test_roles import visits_of
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, subjects


def visit(world: World) -> Iterator[Face]:
    yield from subjects(world, visits_of(world.people, units_of_the_office()))
    yield from lists(world, "coordinator", "site-visit-list", searched=True)
