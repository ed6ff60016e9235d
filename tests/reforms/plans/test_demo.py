"""The invented office has a plan over every content, targets reached and missed, two indices."""

from datetime import date

import pytest

import reforms.figures  # noqa: F401  makes its figures known
from portal.management.demo import targets
from portal.management.demo.office import build
from portal.planning.plans import Plan
from reforms import areas
from reforms.models import HeadcountSnapshot, Indicator, TaskArea
from reforms.money import money_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def test_every_room_has_something():
    staff = build(on=TODAY, since=date(2024, 1, 1))
    targets.fill(staff, today=TODAY)
    plan = Plan.objects.get(programme="cai-cach")
    assert set(TaskArea.objects.values_list("area", flat=True)) == set(areas.CODES)
    assert {row.stage for row in plan.shares.all()} == {"done", "todo"}
    assert money_of(2026)["cchc"].spent == 85.0
    assert HeadcountSnapshot.objects.assigned_in(2021, "cong-chuc") == 46
    judged = Indicator.objects.own().judged(as_of=TODAY)
    assert {row.verdict for row in judged} == {"dat", "chua-dat", "chua-co"}
    training = Indicator.objects.get(catalogued="pci/dao-tao")
    assert (training.values.count(), training.tasks.count()) == (3, 1)
