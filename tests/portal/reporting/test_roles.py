"""Periodic reports: everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from portal.permissions import anybody
from portal.reporting import Report
from tests.citizens.roles.people import EVERYBODY, NOBODY, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.walking import in_part
from tests.citizens.roles.world import World, undone
from tests.democracy.test_roles import HOME, LEADERS, WORDS, is_staff, works_in_its_unit

pytestmark = pytest.mark.django_db
OWN = WORDS | {"clerk": lambda who, subject: "clerk" in roles(who)}


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, units = fill_the_office()
        yield World(people, {}), things(people, units)


def things(people, units) -> list[Report]:
    """A draft, one that is signed, one that was sent."""
    today, by, head = timezone.localdate(), people["officer"], people["head"]
    found = []
    for year in (2023, 2024, 2025):
        report = Report.draw_up(
            by=by, on=today, outline="nam", unit=units[HOME], title=f"Năm {year}",
            from_on=date(year, 1, 1), to_on=date(year, 12, 31),
        )  # fmt: skip
        report.write(by=by, on=today, section="chi-dao", text="Đã làm")
        found.append(report)
    for report in found[1:]:
        report.sign_report(by=head, on=today, prepared_by=by)
    found[2].send_out(by=people["clerk"], on=today, reference="1/BC", dated_on=today)
    return found


def sees(report: Report, who: str) -> bool:
    if not is_staff(who):
        return False
    close = roles(who) & (LEADERS | {"coordinator"}) or works_in_its_unit(who)
    to_number = "clerk" in roles(who) and report.stage == "signed"
    return bool(close or to_number or report.stage == "sent")


def may(step: str, report: Report, who: str) -> bool:
    taken, prepared = steps("Periodic reports")[step]
    return any(OWN[words](who, report) for words in (*taken, *prepared))


def faults(walk, *, only: str = "", one_in: int = 1) -> Iterator[str]:
    world, found = walk
    for report in found:
        report.refresh_from_db()
        for who in EVERYBODY:
            seen = sees(report, who)
            status = 302 if who == NOBODY else 200 if seen else 404
            at = report.get_absolute_url()
            at_once = [at, f"{at}tai-ve/"] if report is found[1] and not only else []
            for address in at_once:
                if world.ask(who, "GET", address, {}).status_code != status:
                    yield f"{who} {address}: not {status}"
            for step in report.workflow:
                if step.sources and only in step.path and in_part(one_in, who, at, step.name):
                    answer = world.ask(who, "GET", f"{at}{step.path}/", {})
                    ready = seen and not step.missing(report) and may(step.name, report, who)
                    shown = b'action="./"' in answer.content
                    if (answer.status_code, shown) != (status, ready):
                        yield f"{who} {at}{step.path}/: {answer.status_code}, form {shown}"


@pytest.mark.parametrize("one_in", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in))[:30] == []


def test_a_rule_that_lets_everybody_sign_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    step = Report.workflow["sign_report"]
    loose = replace(step, rule=anybody)
    monkeypatch.setitem(Report.workflow.steps, step.name, loose)
    monkeypatch.setitem(Report.workflow.by_path, step.path, loose)
    assert any(faults(walk, only=step.path))


def test_a_draft_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets the stage."""
    from portal.reporting.reports import Reports

    monkeypatch.setattr(Reports, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="viet-noi-dung"))
