"""The demo of reform: registers, papers of a year, reports sent and one begun."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.activities import DigitalPapers, LegalDraft, OrganisationReview
from portal.management.demo import reform
from portal.management.demo.office import build, read
from portal.reporting import Report


@pytest.mark.django_db
def test_registers_and_reports_are_filled(calendar_as_delivered):
    today = timezone.localdate()
    staff = build(on=today, since=today - timedelta(days=1095))
    facts = read("reform.toml")
    reform.note_lines(facts, staff, today=today)
    reform.count_papers(facts["papers"], staff, today=today)
    reform.write_reports(facts["report"], staff, today=today)
    assert LegalDraft.objects.issued_late().count() == 1
    assert DigitalPapers.objects.count() == 12
    assert OrganisationReview.objects.count() == 2
    *sent, begun = Report.objects.order_by("to_on")
    assert {row.stage for row in sent} <= {"sent"}
    assert (begun.stage, begun.texts.count()) == ("draft", 2)
