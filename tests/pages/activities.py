"""A line of every register of activities; a dialogue with a question and a promise."""

from collections.abc import Iterator

from django.utils import timezone

from portal.working_days import days_after
from tests.citizens.roles.of_activities import NOUNS
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, subjects
from tests.portal.activities.conftest import lines_of
from tests.portal.activities.test_roles import HOME


def activities(world: World) -> Iterator[Face]:
    yield from subjects(world, kept(world).values())
    yield from lists(world, "coordinator", "activities")
    yield from lists(world, "coordinator", *(f"{noun}-list" for noun in NOUNS), searched=True)


def kept(world: World) -> dict:
    people, units, on = world.people, units_of_the_office(), timezone.localdate()
    by = people["officer"]
    lines = lines_of(by, units[HOME], units["lao-dong"], on=on, day=on,
                     party=people["coordinator"])  # fmt: skip
    talk = lines["dialogue"]
    talk.add_question(by=by, on=on, text="Khi nào?")
    talk.promise(by=by, on=on, text="Sẽ chi trả", unit=units[HOME], due_on=days_after(on, 9))
    return lines
