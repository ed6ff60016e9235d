"""Committees: one being put together, one decided."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.democracy.committee.test_roles import versions
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects


def committee(world: World) -> Iterator[Face]:
    found = versions(world.people, units_of_the_office())
    yield from subjects(world, found)
    yield from lists(world, "coordinator", "committees")
    yield from lists(world, "coordinator", "committee-meetings", searched=True)
    for one in found:
        yield seen(world, "committee-duties", "head", f"{one.get_absolute_url()}phan-cong/")
