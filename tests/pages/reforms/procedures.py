"""The catalogue, its comparison, changes, reviews, proposals; what the public reads."""

from collections.abc import Iterator

from django.urls import reverse

from reforms.catalogue.delivered import delivered
from reforms.catalogue.national import load
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.reforms.procedures.conftest import PARTS, TEN_DAYS
from tests.reforms.procedures.test_roles import TODAY, changes, plans, procedure, proposals

LISTS = ("procedure-list", "procedure-change-list", "simplification-list", "review-plan-list")


def procedures(world: World) -> Iterator[Face]:
    people, units = world.people, units_of_the_office()
    one, keeper = procedure(people, units), people["procedure_officer"]
    written(one, keeper)
    older = procedure(people, units, code="1.001978")
    load(delivered().rows[:40], on=TODAY())
    yield from subjects(
        world,
        [older, one, *changes(people, units, one), *plans(people, units, one),
         *proposals(people, units, one)],
    )  # fmt: skip
    yield from lists(world, "procedure_officer", *LISTS, searched=True)
    yield from lists(world, "procedure_officer", "procedure-compare", "national-list")
    yield from lists(world, "procedure_officer", "procedure-law", "procedure-load")
    for state, asked in (("full", ""), ("nothing matches", "?q=khong+co+chu+nay")):
        yield seen(world, "procedures", NOBODY, reverse("procedures") + asked, state)
    yield seen(world, "procedure", NOBODY, one.public_url)


def written(one, keeper) -> None:
    one.describe(by=keeper, on=TODAY(), name=one.name, **PARTS)
    one.set_limits(by=keeper, on=TODAY(), limits=[TEN_DAYS | {"fee": 600_000}])
    papers = [{"name": "Đơn đề nghị", "kind": "Bản chính", "copies": 1}]
    one.set_papers(by=keeper, on=TODAY(), papers=papers, sets=1)
