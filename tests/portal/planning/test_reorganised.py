"""A unit ends in the middle of a plan's year."""

from datetime import date

import pytest

from portal.history import events
from portal.reorganisation import Decision, merge

ON = date(2026, 8, 3)


@pytest.fixture
def decision(quantri) -> Decision:
    return Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)


def test_its_unfinished_task_goes_to_the_heir(plan, bao_tro, units, decision):
    share = plan.shares.get(unit=bao_tro)
    merge([bao_tro], into=units["lao-dong"], decision=decision)
    share.refresh_from_db()
    assert share.unit == units["lao-dong"]
    assert events(share.stream).last().step == "reorganise"


def test_an_heir_that_owes_the_same_task_owes_it_once(plan, bao_tro, units, decision):
    heir = units["dich-vu-viec-lam"]
    share = plan.shares.get(unit=bao_tro)
    merge([bao_tro], into=heir, decision=decision)
    share.refresh_from_db()
    assert share.stage == "skipped"
    assert "làm chung" in share.skipped_because
    assert plan.shares.filter(unit=heir).count() == 1


def test_the_heir_of_whoever_followed_a_plan_follows_it(plan, units, decision):
    merge([units["van-phong"]], into=units["lao-dong"], decision=decision)
    plan.refresh_from_db()
    assert (plan.coordinating_unit, plan.unit) == (units["lao-dong"], units["so"])
