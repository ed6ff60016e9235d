"""A report that was signed, as the beginning of an article: what was written, and its figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.publications.drafting import Drafted, article_of
from portal.reporting.reading import Part, parts_of
from portal.text import day, number

SIGNED = ("signed", "sent")


@article_of("bao-cao-ky", ready=lambda report: report.stage in SIGNED)
def told(report: Any, on: date) -> Drafted:
    """Only what people wrote and what was counted: nothing that was gathered from records."""
    sections = (section for part in parts_of(report, on=on) if (section := told_of(part)))
    return Drafted(
        title=report.title,
        lead=f"Số liệu từ ngày {day(report.from_on)} đến hết ngày {day(report.to_on)}.",
        body="\n\n".join(sections),
        unit=report.unit,
        category="dan-chu-co-so" if report.programme == "dan-chu" else "cai-cach-hanh-chinh",
    )


def told_of(part: Part) -> str:
    written = part.text.text.strip().splitlines() if part.text else []
    paragraphs = "\n\n".join(line.strip() for line in written if line.strip())
    counted = [
        f"- {row.figure.label}: {number(row.value)} {row.figure.unit}"
        for row in part.rows
        if row.value
    ]
    blocks = [block for block in (paragraphs, "\n".join(counted)) if block]
    return "\n\n".join([f"## {part.section.title}", *blocks]) if blocks else ""
