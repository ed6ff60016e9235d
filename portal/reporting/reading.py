"""A report as it is read: section by section, with figures, what was gathered, what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.reporting import of_registers  # noqa: F401  its sources make themselves known
from portal.reporting.counting import Row, counted
from portal.reporting.gathering import gathered
from portal.reporting.looking_over import copied_from, other_years
from portal.reporting.outlines import Section
from portal.reporting.reports import Report, ReportText
from portal.reporting.said import Said


@dataclass
class Part:
    """One section. ``number``: I, II, …"""

    section: Section
    number: str
    rows: list[Row]
    said: list[Said]
    text: ReportText | None
    warnings: list[str]


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
         "XV")  # fmt: skip


def parts_of(report: Report, *, on: date) -> list[Part]:
    return [part_of(report, section, on=on) for section in report.plan_of_it.sections]


def part_of(report: Report, section: Section, *, on: date) -> Part:
    """One section alone: its own figures, its own sources."""
    text = report.texts.filter(section=section.code).select_related("by").first()
    other = text_before(report, section) if text else None
    return Part(
        section,
        ROMAN[report.plan_of_it.sections.index(section)],
        counted(report, section.figures),
        gathered(report, section.gathers, on=on),
        text,
        warnings_of(report, text, other) if text else [],
    )


def report_before(report: Report) -> Report | None:
    """The same report of the period before: to be read, never to be copied from."""
    earlier = Report.objects.alike(report).filter(to_on__lt=report.from_on)
    return earlier.order_by("-to_on").first()


def text_before(report: Report, section: Section) -> ReportText | None:
    """What the newest other report of this kind says there."""
    others = Report.objects.alike(report).values("pk")
    rows = ReportText.objects.filter(report__in=others, section=section.code)
    return rows.select_related("report").order_by("-report__to_on").first()


def warnings_of(report: Report, text: ReportText, other: ReportText | None) -> list[str]:
    told = []
    if found := other_years(text.text, period=report.period):
        told.append(f"Có ngày, năm ngoài kỳ báo cáo: {', '.join(found)}. Đối chiếu lại.")
    if other and copied_from(text.text, other.text):
        told.append(
            f"Gần như giống nội dung của {other.report.period.label}. Viết lại theo kỳ này."
        )
    return told
