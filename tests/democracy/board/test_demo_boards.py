"""The demo's board and committees, made by the verbs: in states that the law allows."""

from datetime import date

import pytest

from democracy.models import BoardRecommendation, BoardTerm, CommitteeVersion
from portal.instruments import deliver_instruments
from portal.management.demo.boards import fill
from portal.management.demo.office import build

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_the_demo_has_a_board_with_a_vacancy_and_a_committee_with_a_gap(calendar_as_delivered):
    deliver_instruments()
    fill(build(on=TODAY, since=date(2026, 11, 1)), today=TODAY)
    old, term = BoardTerm.objects.order_by("elected_on")
    assert old.is_of_the_old_decree
    assert (term.stage, term.vacancies) == ("running", 1)
    asked = BoardRecommendation.objects
    assert asked.overdue(as_of=TODAY).count() == 1
    assert {row.stage for row in asked.all()} == {"waiting", "answered", "settled"}
    assert CommitteeVersion.objects.in_force(as_of=TODAY).count() == 2
