"""What the registers say of reform in numbers; each opens its rows."""

from datetime import date

import pytest

from portal.periods import Month, Quarter
from portal.statistics import figure
from tests.portal.activities.conftest import DAY, lines_of

pytestmark = pytest.mark.django_db
QUARTER = Quarter.of(2026, 2)
LATER = date(2026, 6, 1)


@pytest.fixture
def lines(tuan, units):
    return lines_of(tuan, units["van-phong"], units["dich-vu-viec-lam"])


def told(name, **scope):
    return figure(name).value(QUARTER, **scope)


def test_a_visit_counts_once_it_was_made_and_only_of_reform(lines, tuan):
    visit = lines["planned-visit"]
    visit.amend(by=tuan, on=DAY, topic="ky-cuong")
    assert told("reform_units_inspected") == 0
    visit.carry_out(by=tuan, on=LATER, held_on=DAY, outcome="Nền nếp")
    assert told("reform_units_inspected") == 1
    assert told("reform_units_inspected", unit="lao-dong") == 0
    assert 0 < told("reform_inspected_rate") < 100


def test_what_was_not_counted_has_no_rate(lines):
    assert told("papers_signed_rate") == 95.0
    assert told("papers_sent_rate") is None
    assert figure("papers_signed_rate").value(Month.of(2026, 1)) is None


def test_a_draft_that_is_late_is_not_in_time(lines, tuan):
    lines["legal-draft"].issue(by=tuan, on=LATER, issued_on=LATER, reference="21/2026/NQ-HĐND")
    assert (told("legal_drafts_due"), told("legal_drafts_rate")) == (1, 0.0)


def test_findings_are_limitations_of_a_visit(lines, tuan):
    assert told("inspection_findings") == 0
    lines["limitation"].amend(by=tuan, on=DAY, visit=lines["planned-visit"])
    assert (told("inspection_findings"), told("inspection_findings_rate")) == (1, 0.0)


@pytest.mark.parametrize(
    "name",
    ["reform_outreach_held", "reform_training_held", "reform_units_inspected", "legal_drafts_due",
     "legal_drafts_in_time", "legal_drafts_unlawful", "personnel_acts", "handling_errors",
     "inspection_findings", "inspection_findings_closed", "papers_signed"],
)  # fmt: skip
def test_a_figure_opens_its_rows(client, tuan, lines, name):
    client.force_login(tuan)
    page = client.get(figure(name).opens(QUARTER, unit="van-phong"))
    assert page.status_code == 200
    assert "Không có" not in page.content.decode().partition("<h1")[0]
