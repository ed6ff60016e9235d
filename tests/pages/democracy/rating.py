"""Rounds of rating, score sheets at every stage, the sets of criteria."""

from collections.abc import Iterator

from democracy.models import CriteriaVersion
from tests.citizens.roles.world import World
from tests.democracy.rating.test_roles import subjects_of
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects


def rating(world: World) -> Iterator[Face]:
    found = subjects_of(world.people, units_of_the_office())
    yield from subjects(world, [one for _, one in found])
    yield from lists(world, "coordinator", "rating", "round-new", "criteria-list")
    yield from lists(world, "coordinator", "sheet-list", searched=True)
    for criteria in CriteriaVersion.objects.all():
        yield seen(world, "criteria", "coordinator", criteria.get_absolute_url())
