"""Periodic reports: a draft, a signed one, one that was sent."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, subjects
from tests.portal.reporting.test_roles import things


def reporting(world: World) -> Iterator[Face]:
    yield from subjects(world, things(world.people, units_of_the_office()))
    yield from lists(world, "coordinator", "report-list", searched=True)
    yield from lists(world, "director", "reports-due")
