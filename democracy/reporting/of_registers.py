"""What the rooms of democracy say of the period: sessions, conferences, meetings, models."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch

from democracy.models import Briefing, BriefingSession, CommitteeMeeting, Conference, Practice
from democracy.reporting.coverage import coverage_of
from portal.reporting.gathering import source
from portal.reporting.said import MOST, Said, dated
from portal.text import day, number


@source("briefings")
def briefings(report: Any, on: date) -> Iterator[Said]:
    """Each document with sessions in the period: how many heard of it, of how many there are."""
    told = BriefingSession.objects.standing().filter(held_on__range=dated(report))
    if report.scope:
        told = told.filter(unit=report.unit_id)
    until = told.model.objects.standing().filter(held_on__lte=report.to_on)
    rows = Briefing.objects.filter(pk__in=told.values("briefing")).select_related("instrument")
    rows = rows.prefetch_related(
        "units", "bodies", Prefetch("sessions", until.select_related("unit", "body"), "until")
    )
    for one in rows.order_by("opened_on", "pk")[:MOST]:
        covered = coverage_of(one, one.until)
        words = f"{one.instrument.cited}: {number(covered.heard)} trên {number(covered.of)} người"
        yield Said(f"{words} ({covered.percent}%)", one.get_absolute_url())


@source("conferences")
def conferences(report: Any, on: date) -> Iterator[Said]:
    rows = Conference.objects.filter(held_on__range=dated(report)).select_related("unit", "plan")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for one in rows.order_by("held_on", "pk")[:MOST]:
        came = f"{number(one.present)} trên {number(one.convened)} người dự"
        then = "đã có nghị quyết" if one.plan else "chưa có nghị quyết"
        words = f"{one.unit}: họp ngày {day(one.held_on)}, {came}, {then}"
        yield Said(words, one.get_absolute_url())


@source("meetings")
def meetings(report: Any, on: date) -> Iterator[Said]:
    rows = CommitteeMeeting.objects.filter(met_on__range=dated(report))
    if report.scope:
        rows = rows.filter(version__unit=report.unit_id)
    for row in rows.select_related("version__body", "plan").order_by("met_on", "pk")[:MOST]:
        came = f"{number(row.present)} trên {number(row.members)} thành viên dự"
        then = f", kết luận {row.plan.reference or row.plan.code}" if row.plan else ""
        yield Said(f"{row}, {came}{then}", row.get_absolute_url())


@source("practices")
def practices(report: Any, on: date) -> Iterator[Said]:
    """On the list in that time: how far each is, whom it reached, who does the same."""
    rows = Practice.objects.listed().filter(from_on__lte=report.to_on)
    rows = rows.exclude(to_on__lt=report.from_on).select_related("unit")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for row in rows.annotate(taken_up=Count("replications")).order_by("from_on", "pk")[:MOST]:
        spread = f", {number(row.taken_up)} nơi nhân rộng" if row.taken_up else ""
        told = f"{row.get_stage_display().lower()}, {number(row.reached)} người hưởng lợi{spread}"
        yield Said(f"{row.unit}: {row.title} ({told})", row.get_absolute_url())
