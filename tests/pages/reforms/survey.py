"""A campaign that runs and one that ended, their slips, what whoever answers meets."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from portal.working_days import days_after
from reforms.models.survey.answer import answer_at_counter, shuffle_answers
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.pages.faces import drawn
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.reforms.survey.conftest import GLAD, answered, campaign


def survey(world: World) -> Iterator[Face]:
    by, unit, on = world.people["reform_officer"], units_of_the_office()["lao-dong"], today()
    runs, ended = (campaign(by, on=on, opens_on=on, closes_on=days_after(on, 9)) for _ in range(2))
    batch = runs.issue(by=by, on=on, count=8, unit=unit)
    answered(batch, *[GLAD] * 5, on=on, night=days_after(on, 1))
    ended.close_campaign(by=by, on=on, conclusion="Đã xong")
    for _ in range(5):
        answer_at_counter(unit, {"thai-do": 4}, questions="tai-quay", on=on)
    shuffle_answers(on=days_after(on, 1))
    yield from subjects(world, [runs, ended])
    yield from lists(world, "director", "survey-list", searched=True)
    yield from lists(world, "director", "survey-counters")
    slips = reverse("survey-slips", args=[runs.code, batch.pk])
    yield seen(world, "survey-slips", "reform_officer", slips)
    yield seen(world, "survey-poster", "officer", reverse("survey-poster", args=[unit.code]))
    yield from public(world, batch.slips())


def today():
    return timezone.localdate()


def public(world: World, keys: list[str]) -> Iterator[Face]:
    """A slip that is good, and one that was answered."""
    for key, state in ((keys[-1], "full"), (keys[0], "used")):
        address = reverse("survey-slip", args=[key])
        yield drawn("survey-slip", NOBODY, address, world.ask(NOBODY, "GET", address), state)
