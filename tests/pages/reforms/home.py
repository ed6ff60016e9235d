"""The programme's own first page."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.subjects import lists


def home(world: World) -> Iterator[Face]:
    yield from lists(world, "director", "reforms", "dashboard-reform", "dashboard-reform-trend")
