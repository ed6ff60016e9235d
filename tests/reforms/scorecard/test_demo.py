"""The invented office is scored: one result made known, one campaign under way, a board told."""

from datetime import date

import pytest

from portal.management.demo.office import build
from portal.management.demo.scorecards import fill
from reforms.models import BoardFigure, Scorecard

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_the_demo_has_cards_at_work_and_one_that_is_known(calendar_as_delivered):
    fill(build(on=TODAY, since=date(2025, 11, 1)), today=TODAY)
    known = Scorecard.objects.get(stage="published")
    assert (known.campaign.year, known.explanations.count()) == (2025, 1)
    assert known.level_words
    assert set(Scorecard.objects.values_list("stage", flat=True)) == {"published", "review", "self"}
    assert BoardFigure.objects.filter(month=date(2026, 10, 1)).exists()
