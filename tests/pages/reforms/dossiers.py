"""II.06a with its rows, late dossiers and breaches at each stage."""

from collections.abc import Iterator

from django.urls import reverse

from portal.fields import Field
from reforms.models import DossierCount
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.reforms.dossiers.conftest import OCTOBER, PARTS, SEPTEMBER
from tests.reforms.dossiers.test_roles import HOME, subjects_of


def dossiers(world: World) -> Iterator[Face]:
    units = units_of_the_office()
    for days in (SEPTEMBER, OCTOBER):  # the second does not carry the first over
        for field in Field.objects.top()[:3]:
            DossierCount.objects.create(field=field, unit=units[HOME], **PARTS | days)
    yield from subjects(world, subjects_of(world.people, units))
    yield from lists(world, "director", "late-dossier-list", "breach-list", searched=True)
    yield from lists(world, "procedure_officer", "dossier-counts", "dossier-rows",
                     "late-dossier-handlers")  # fmt: skip
    typing = f"{reverse('dossier-counts-type')}?ky=2026-t10&don-vi={HOME}"
    yield seen(world, "dossier-counts-type", "procedure_officer", typing)
