"""The invented office was told, asked and heard: something in every room."""

from datetime import date

import pytest

from democracy.models import Consultation, Posting, StaffDecision, Suggestion
from portal.management.demo import voices
from portal.management.demo.office import build

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.fixture
def spoken(db):
    staff = build(on=TODAY, since=date(2026, 8, 1))
    voices.speak(staff, today=TODAY)


def test_every_room_has_something(spoken):
    stages = set(Posting.objects.values_list("stage", flat=True))
    assert stages == {"due", "posted", "withheld"}
    assert Posting.objects.overdue(as_of=TODAY).exists()
    assert Posting.objects.on_show(as_of=TODAY).count() >= 2
    assert Consultation.objects.asking(as_of=TODAY).count() == 1
    assert {row.is_passed for row in StaffDecision.objects.all()} == {True, False}


def test_letters_are_at_every_stage_and_one_is_the_boards(spoken):
    stages = set(Suggestion.objects.values_list("stage", flat=True))
    assert {"new", "routed", "published"} <= stages
    assert Suggestion.objects.filter(addressed_to="board").count() == 1
