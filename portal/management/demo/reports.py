"""The report of the half year that is over was sent; the next one is being written."""

from __future__ import annotations

from datetime import date

import democracy.reporting  # noqa: F401  its outlines make themselves known
from portal.periods import Half
from portal.reporting import Report
from portal.reporting.outlines import outlines
from portal.text import lower_first
from portal.working_days import calendar, days_after

from .office import Staff, read

LATER = 8


def fill(staff: Staff, *, today: date) -> None:
    texts = read("reports.toml")
    now = Half.containing(today)
    drawn_up = days_after(now.previous().end, 2)
    sent = draw_up(now.previous(), staff, on=drawn_up)
    write(sent, texts["sent"], staff, on=drawn_up)
    signed = calendar().on_or_after(days_after(sent.to_on, LATER))
    if signed <= today:
        sent.sign_report(by=staff["ha"], on=signed, prepared_by=staff["tuyen"])
        sent.send_out(by=staff["mai"], on=signed, reference="61/BC-SLĐTBXH", dated_on=signed)
    yesterday = days_after(today, -1)
    write(draw_up(now, staff, on=yesterday), texts["draft"], staff, on=yesterday)


def draw_up(half: Half, staff: Staff, *, on: date) -> Report:
    outline = outlines()["sau-thang"]
    return Report.draw_up(
        by=staff["tuyen"], on=on, outline=outline.code,
        unit=staff.units["so"], from_on=half.start, to_on=half.end,
        title=outline.subject.format(period=lower_first(half.label)),
    )  # fmt: skip


def write(report: Report, texts: dict[str, str], staff: Staff, *, on: date) -> None:
    for section, text in texts.items():
        report.write(by=staff["tuyen"], on=on, section=section, text=text)
