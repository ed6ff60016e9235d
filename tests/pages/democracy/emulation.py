"""Models, dissemination, movements, commendation."""

from collections.abc import Iterator

from django.utils import timezone

from democracy.models import AwardRegulation
from portal.instruments import deliver_instruments
from tests.citizens.roles.world import World
from tests.democracy.emulation.test_roles import called, movements, nominations, practices
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, pages, seen, subjects

LISTS = ("practice-list", "briefing-list", "movement-list", "nomination-list")
SURVEYS = ("practice-lacking", "practice-showcase", "nomination-quotas", "award-regulations")


def emulation(world: World) -> Iterator[Face]:
    deliver_instruments()
    people, units = world.people, units_of_the_office()
    proposed = nominations(people, units)
    found = [*practices(people, units), called(people, units), *movements(people, units)]
    yield from subjects(world, [*found, *proposed])
    yield from lists(world, "coordinator", *LISTS, searched=True)
    yield from lists(world, "coordinator", *SURVEYS)
    regulation = AwardRegulation.objects.latest("pk")
    yield seen(world, "award-regulation", "coordinator", regulation.get_absolute_url())
    yield from decided_above(world, proposed[3])


def decided_above(world: World, one) -> Iterator[Face]:
    one.send_up(by=world.people["director"], on=timezone.localdate())
    yield from pages(world, [one])
    address = f"{one.get_absolute_url()}{one.workflow['note_award'].path}/"
    yield seen(world, "nomination-note-award", "coordinator", address, "open")
