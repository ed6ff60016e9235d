"""The invented office strives, is commended, and has heard of the law."""

from datetime import date

import pytest

from democracy.models import Briefing, Movement, Nomination, Practice
from democracy.reporting.coverage import coverage_of
from portal.management.demo import emulation
from portal.management.demo.office import build

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def test_every_room_has_something():
    staff = build(on=TODAY, since=date(2026, 2, 1))
    emulation.strive(staff, today=TODAY)
    stages = {row.stage for row in Practice.objects.all()}
    assert stages == {"recognised", "running", "assessed", "enrolled"}
    assert Practice.objects.get(stage="recognised").replications.count() == 2
    assert {row.stage for row in Movement.objects.all()} == {"launched", "draft"}
    assert {row.stage for row in Nomination.objects.all()} == {
        "commended", "reviewed", "sent", "draft"
    }  # fmt: skip
    one = Briefing.objects.get()
    whole = coverage_of(one, one.sessions.select_related("unit", "body"))
    assert 0 < whole.told < len(whole.places)
    assert whole.percent == 94
