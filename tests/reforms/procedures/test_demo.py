"""The invented office keeps its catalogue, is late with one change, saves some days."""

from datetime import date

import pytest

from portal.management.demo import procedures
from portal.management.demo.office import build
from reforms.models import Procedure, ProcedureChange, ReviewPlan, Simplification
from reforms.models.procedure.national import differing, unanswered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def test_every_room_has_something():
    staff = build(on=TODAY, since=date(2024, 1, 1))
    procedures.fill(staff, today=TODAY)
    assert Procedure.objects.in_force(as_of=TODAY).count() > 100
    assert [row.code for row in unanswered(differing(Procedure.objects.all()))] == ["1.013814"]
    assert ProcedureChange.objects.not_updated(as_of=TODAY).count() == 1
    assert ProcedureChange.objects.late_somewhere().count() == 1
    assert {row.stage for row in ProcedureChange.objects.all()} == {"open", "signed", "done"}
    assert {row.stage for row in Simplification.objects.all()} == {
        "proposed", "sent", "carried_out"
    }  # fmt: skip
    wrong = [row for row in Simplification.objects.all() if list(row.contradictions())]
    assert [row.procedure.code for row in wrong] == ["1.004944"]
    assert ReviewPlan.objects.get().items.filter(done_on=None).count() == 1
