"""What the shared registers say of the period: limitations, results in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.activities import Achievement, Limitation
from portal.reporting.gathering import source
from portal.reporting.said import MOST, Said, dated


@source("limitations")
def limitations(report: Any, on: date) -> Iterator[Said]:
    """What was named, why it was so, what is to be done about it."""
    rows: Any = Limitation.objects.kept().of_programme(report.programme)
    rows = rows.held_in(*dated(report)).select_related("unit", "remedy__task", "ordered")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for row in rows.order_by("from_on", "pk")[:MOST]:
        cause = row.cause_words or row.get_cause_display()
        remedy = f" Khắc phục: {row.result or row.remedy_words}." if row.remedy_words else ""
        yield Said(
            f"{row.unit}: {row.title}. Nguyên nhân: {cause}.{remedy}", row.get_absolute_url()
        )


@source("achievements")
def achievements(report: Any, on: date) -> Iterator[Said]:
    """Results in words whose period ends in this one."""
    rows: Any = Achievement.objects.kept().of_programme(report.programme)
    rows = rows.filter(to_on__range=dated(report)).select_related("unit")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for row in rows.order_by("area", "from_on", "pk")[:MOST]:
        words = f"{row.get_area_display()} – {row.unit}: {row.title}. {row.text}"
        yield Said(words, row.get_absolute_url())
