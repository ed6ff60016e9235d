"""The invented office has kept its registers and visited its units."""

from datetime import date

import pytest

from democracy.models import SiteVisit
from portal.activities import Dialogue, Limitation, PartyFigures, PlannedVisit, Promise
from portal.management.demo import activities
from portal.management.demo.office import build
from portal.planning import TaskUnit

TODAY = date(2026, 11, 18)


@pytest.mark.django_db
def test_every_register_has_something_that_waits():
    activities.keep(build(on=TODAY, since=date(2026, 8, 1)), today=TODAY)
    assert PlannedVisit.objects.clashing().count() == 2
    assert Limitation.objects.without_remedy().count() == 1
    assert Dialogue.objects.with_promises(Promise.objects.overdue(as_of=TODAY)).count() == 1
    assert PartyFigures.objects.holding_on(TODAY).first().members == 135
    stages = sorted(SiteVisit.objects.values_list("stage", flat=True))
    assert stages == ["concluded", "concluded", "open"]
    assert TaskUnit.objects.filter(plan__site_visit__isnull=False).count() == 2
