"""Remarks that the rooms and registers of reform hold: changes of procedures, drafts, structure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.activities import LegalDraft, OrganisationReview
from portal.reporting.gathering import source
from portal.reporting.said import MOST, Said, dated
from portal.text import day
from reforms.models import ProcedureChange


def of_whom(rows: Any, report: Any) -> Any:
    """The office reports on all, a unit on its own."""
    return rows.filter(unit=report.unit_id) if report.scope else rows


@source("changes")
def changes(report: Any, on: date) -> Iterator[Said]:
    """Published in the period."""
    rows = ProcedureChange.objects.filter(signed_on__range=dated(report))
    for row in of_whom(rows, report).order_by("signed_on", "pk")[:MOST]:
        words = f"{row.get_sort_display()}: {row.title} ({row.decision}, ký {day(row.signed_on)})"
        yield Said(words, row.get_absolute_url())


@source("drafts")
def drafts(report: Any, on: date) -> Iterator[Said]:
    """Issued in the period; those that should have been are told by the figures."""
    rows = LegalDraft.objects.kept().filter(issued_on__range=dated(report))
    for row in of_whom(rows, report).order_by("issued_on", "pk")[:MOST]:
        late = f", chậm so với hạn {day(row.to_on)}" if row.is_late else ""
        yield Said(f"{row.reference}: {row.title}{late}", row.get_absolute_url())


@source("organisation")
def organisation(report: Any, on: date) -> Iterator[Said]:
    rows = OrganisationReview.objects.kept().held_in(*dated(report))
    for row in of_whom(rows, report).order_by("from_on", "pk")[:MOST]:
        left = f"còn {row.departments} phòng, {row.service_units} đơn vị sự nghiệp"
        yield Said(f"{row.title} ({left})", row.get_absolute_url())
