"""The rooms of democracy, of reform and of activities, drawn one after the other."""

from collections.abc import Iterator

from tests.citizens.roles.world import World
from tests.pages.activities import activities
from tests.pages.democracy.board import board
from tests.pages.democracy.committee import committee
from tests.pages.democracy.conference import conference
from tests.pages.democracy.emulation import emulation
from tests.pages.democracy.publicity import publicity
from tests.pages.democracy.rating import rating
from tests.pages.democracy.reporting import reporting
from tests.pages.democracy.visit import visit
from tests.pages.guiding import guiding
from tests.pages.leaders import leaders
from tests.pages.looking import Face
from tests.pages.publications import publications
from tests.pages.reforms.dossiers import dossiers
from tests.pages.reforms.home import home
from tests.pages.reforms.procedures import procedures
from tests.pages.reforms.scorecards import scorecards
from tests.pages.reforms.survey import survey
from tests.pages.reforms.targets import targets
from tests.pages.signing_in import signing_in
from tests.pages.subjects import room

ROOMS = (
    *(publicity, board, committee, conference, emulation, rating, reporting, visit, activities),
    publications,
    *(home, dossiers, survey, procedures, targets, scorecards),
    *(leaders, guiding, signing_in),
)


def rooms(world: World) -> Iterator[Face]:
    for draw in ROOMS:
        yield from room(world, draw)
