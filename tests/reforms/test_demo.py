"""The demo of reform: registers, papers of a year, a report begun."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.activities import DigitalPapers, LegalDraft, OrganisationReview
from portal.management.demo import reform
from portal.management.demo.office import build, read
from portal.reporting import Report


@pytest.mark.django_db
def test_registers_and_the_report_of_the_last_quarter_are_filled(calendar_as_delivered):
    today = timezone.localdate()
    staff = build(on=today, since=today - timedelta(days=1095))
    facts = read("reform.toml")
    reform.note_lines(facts, staff, today=today)
    reform.count_papers(facts["papers"], staff, today=today)
    reform.write_report(facts["report"], staff, today=today)
    assert LegalDraft.objects.issued_late().count() == 1
    assert DigitalPapers.objects.count() == 12
    assert OrganisationReview.objects.count() == 2
    assert Report.objects.get().texts.count() == 2
