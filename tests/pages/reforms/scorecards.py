"""Campaigns, cards at every stage, what they lack, their years, the sets, the board of 766."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from portal.periods import Month
from reforms.models import BoardFigure, PublishedScore, ScorecardVersion
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.reforms.scorecard.test_roles import subjects_of

OF_A_CARD = ("scorecard-lost", "scorecard-years")


def scorecards(world: World) -> Iterator[Face]:
    found = subjects_of(world.people, units_of_the_office())
    month = Month.containing(timezone.localdate()).previous()
    by = world.people["reform_officer"]
    BoardFigure.tell(by=by, on=timezone.localdate(), month=month, told={"4.4": (3, 4)}, source="C")
    yield from subjects(world, [one for _, one in found])
    yield from lists(world, "reform_officer", "scoring", "campaign-new", "scoring-sets")
    PublishedScore.objects.create(year=2025, name="Sở Y tế", points=81, source="Quyết định số 1")
    yield from lists(world, "reform_officer", "scoring-set-new", "board-766", "scores-published")
    yield from lists(world, "reform_officer", "scorecard-list", searched=True)
    for name in OF_A_CARD:
        yield seen(world, name, "director", reverse(name, args=[found[0][1].code]))
    yield seen(world, "board-tell", "reform_officer", f"{reverse('board-tell')}?ky={month.code}")
    for version in ScorecardVersion.objects.all():
        yield seen(world, "scoring-set", "reform_officer", version.get_absolute_url())
    template = ScorecardVersion.objects.get(code="cchc-mau")
    new = f"{reverse('campaign-new')}?bo={template.pk}"
    yield seen(world, "campaign-new", "reform_officer", new, "open")
