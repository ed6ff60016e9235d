"""Administrative reform: procedures, dossiers, targets, scorecards, registers, reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.activities import (
    Achievement,
    DigitalPapers,
    HandlingError,
    LegalDraft,
    OrganisationReview,
    PersonnelActs,
    Software,
    Training,
)
from portal.management.demo import dossiers, procedures, scorecards, targets
from portal.management.demo.office import Staff, read
from portal.periods import Month, Period, reported
from portal.reporting import Report
from portal.reporting.outlines import outlines
from portal.text import lower_first
from portal.working_days import calendar, days_after

WOBBLE = 13
"""Papers of a month differ by so many, up and down, as months do."""


def fill(staff: Staff, *, today: date) -> None:
    procedures.fill(staff, today=today)
    dossiers.fill(staff, today=today)
    targets.fill(staff, today=today)
    scorecards.fill(staff, today=today)
    facts = read("reform.toml")
    note_lines(facts, staff, today=today)
    count_papers(facts["papers"], staff, today=today)
    write_reports(facts["report"], staff, today=today)


def note_lines(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    for row in facts["organisation"]:
        OrganisationReview.note(**line(row, staff, today=today))
    for row in facts["personnel"]:
        PersonnelActs.note(**line(row, staff, today=today))
    for row in facts["draft"]:
        draft(row, staff, today=today)
    for row in facts["error"]:
        err(row, staff, today=today)
    for row in facts["software"]:
        use(row, staff, today=today)
    for row in facts["achievement"]:
        to_on = days_after(today, row["lasts"] - row["days"])
        facts_of = {name: row[name] for name in row if name != "lasts"}
        Achievement.note(to_on=to_on, **line(facts_of, staff, today=today))


def line(row: dict[str, Any], staff: Staff, *, today: date) -> dict[str, Any]:
    """Written down by the reform officer on its own day."""
    on = days_after(today, -row["days"])
    own = {name: value for name, value in row.items() if name != "days"}
    return own | {"by": staff["oanh"], "on": on, "from_on": on, "unit": staff.units["vp"],
                  "programme": "cai-cach"}  # fmt: skip


def draft(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    own = {name: row[name] for name in ("title", "kind", "days")}
    to_on = days_after(today, -row["due"])
    made = LegalDraft.note(to_on=to_on, **line(own, staff, today=today))
    if "reference" in row:
        issued_on = min(days_after(to_on, row["issued"] - row["due"]), today)
        made.issue(by=staff["oanh"], on=issued_on, issued_on=issued_on, reference=row["reference"])


def err(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    error = HandlingError.note(**line(row, staff, today=today))
    course = Training.objects.kept().filter(from_on__lte=today).order_by("-from_on").first()
    if "remedy" in row and course:
        error.teach(by=staff["oanh"], on=today, training=course)


def use(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    own = {name: row[name] for name in row if name != "active"}
    software = Software.note(**line(own, staff, today=today))
    software.count(by=staff["oanh"], on=today, accounts=row["accounts"], active=row["active"],
                   counted_on=days_after(today, -9))  # fmt: skip


def count_papers(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    month = Month.containing(today)
    for back in range(facts["months"]):
        month = month.previous()
        outgoing = facts["outgoing"] + (back * WOBBLE) % 60
        DigitalPapers.note(
            by=staff["oanh"], on=month.end, programme="cai-cach", unit=staff.units["vp"],
            title="Văn bản, hồ sơ công việc điện tử", from_on=month.end, outgoing=outgoing,
            signed=outgoing - back, signed_by_person=outgoing - 3 * back, sent=outgoing - 2 * back,
            files=outgoing // 2, files_online=outgoing // 2 - 4 * back,
        )  # fmt: skip


def write_reports(texts: dict[str, str], staff: Staff, *, today: date) -> None:
    """Those of the year so far were sent, the latest is still being written."""
    over = [period for period in owed(today.year) if period.end < today]
    for period in over:
        on = calendar().on_or_after(days_after(period.end, 2))
        report = draw_up(period, texts, staff, on=min(on, today))
        if period != over[-1]:
            report.sign_report(by=staff["ha"], on=on, prepared_by=staff["oanh"])
            reference = f"{on.month * 11}/BC-SLĐTBXH"
            report.send_out(by=staff["mai"], on=on, reference=reference, dated_on=on)


def owed(year: int) -> list[Period]:
    """The last of the year before, so that January too has one that is being written."""
    return [reported("nam", year - 1), *(reported(code, year) for code in ("q1", "6t", "9t"))]


def draw_up(period: Period, texts: dict[str, str], staff: Staff, *, on: date) -> Report:
    outline = outlines()["cchc-ky"]
    report = Report.draw_up(
        by=staff["oanh"], on=on, outline=outline.code, unit=staff.units["so"],
        from_on=period.start, to_on=period.end,
        title=outline.subject.format(period=lower_first(period.label)),
    )  # fmt: skip
    for section, text in texts.items():
        report.write(by=staff["oanh"], on=on, section=section, text=text)
    return report
