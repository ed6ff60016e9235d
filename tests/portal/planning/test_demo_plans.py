"""The plan of the invented office: cascaded to its units, a year of work in it."""

from datetime import date

import pytest

from portal.management.demo import plans
from portal.management.demo.office import build
from portal.planning import Obstacle, Plan, PlanDocument, TaskUnit

TODAY = date(2026, 11, 20)


@pytest.fixture
def staff(db):
    staff = build(on=TODAY, since=date(2026, 1, 1))
    plans.issue(staff, today=TODAY)
    return staff


def test_the_plan_of_the_year_is_in_force_and_next_years_a_draft(staff):
    told = Plan.objects.order_by("year").values_list("year", "stage", "number")
    assert list(told) == [(2026, "issued", "36"), (2027, "draft", "")]


def test_each_of_the_subordinate_units_has_its_shares(staff):
    shares = TaskUnit.objects.filter(task__ref="II.6", plan__year=2026)
    assert shares.count() == 5


def test_something_is_done_something_late_something_in_the_way(staff):
    stages = set(TaskUnit.objects.values_list("stage", flat=True))
    assert stages >= {"todo", "doing", "done"}
    assert TaskUnit.objects.overdue(as_of=TODAY).exists()
    assert Obstacle.objects.open().count() == 1


def test_early_in_the_year_the_last_plan_is_shown(db):
    day = date(2026, 2, 10)
    plans.issue(build(on=day, since=date(2025, 1, 1)), today=day)
    assert Plan.objects.get(stage="issued").year == 2025


def test_the_plan_came_through_the_importer(staff):
    plan = Plan.objects.get(year=2026)
    document = PlanDocument.objects.get(plan=plan)
    assert len(document.tasks) == plan.tasks.count() + 1  # the duty of part III stayed words
    assert not plan.tasks.filter(time_confirmed=False).exists()
    assert next(basis.words for basis in plan.bases.all()).startswith("Luật số 10/2022/QH15")
