"""What is made public, asked, dropped into the box, decided by the staff."""

from collections.abc import Iterator

from django.utils import timezone

from democracy.models import Consultation, StaffDecision, Suggestion
from portal.people import Unit
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.democracy.test_roles import HOME, things
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects

LISTS = ("internal-publicity", "consultation-list", "internal-comments", "staff-decisions")


def publicity(world: World) -> Iterator[Face]:
    found = [row for _, _, row in things(world.people, units_of_the_office())]
    busy(world, found)
    yield from subjects(world, found)
    yield from lists(world, "director", *LISTS, searched=True)
    yield from lists(world, "director", "democracy", "duties", "suggestion-month")
    asked = Consultation.objects.get(stage="open")
    yield seen(world, "opinion-box", NOBODY, f"/dan-chu/hom-thu/{asked.key}/")
    for decision in (decided(world, yes=30), decided(world, yes=3)):
        yield seen(world, "staff-decision", "coordinator", decision.get_absolute_url())


def busy(world: World, found: list) -> None:
    """Somebody asks for what was posted, somebody says what he thinks, a letter is answered."""
    on = timezone.localdate()
    reader, late, asked = world.people["colleague"], found[1], found[5]
    late.request_information(by=reader, on=on, ground="chua-cong-khai", text="Xin bản đầy đủ")
    asked.comment(by=reader, on=on, text="Đồng ý, " * 30)
    letter = Suggestion.objects.get(addressed_to="board")
    letter.answer_letter(by=world.people["inspection_board"], on=on, answer="Đã xem")


def decided(world: World, *, yes: int) -> StaffDecision:
    return StaffDecision.note(
        by=world.people["coordinator"], on=timezone.localdate(), item="49.1", way="hoi-nghi",
        title="Bầu Ban Thanh tra nhân dân", unit=Unit.objects.get(code=HOME), yes=yes,
        held_on=timezone.localdate(), proposed_by="dai-dien", convened=60, present=40,
        no=40 - yes, other=0,
    )  # fmt: skip
