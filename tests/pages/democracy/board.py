"""What a People's Inspection Board writes, in each stage."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.democracy.board.test_roles import BOARD, records
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, subjects

LISTS = ("board-inspections", "board-recommendations", "board-requests")


def board(world: World) -> Iterator[Face]:
    yield from subjects(world, [row for _, row in records(world.people, units_of_the_office())])
    yield from lists(world, BOARD, "board-room", "board-request-note", "board-inspection-new")
    yield from lists(world, BOARD, *LISTS, searched=True)
