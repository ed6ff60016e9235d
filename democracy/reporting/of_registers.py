"""What the rooms and shared registers say of the period: sessions, conferences, limitations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch

from democracy.models import Briefing, BriefingSession, CommitteeMeeting, Conference, Practice
from democracy.reporting.coverage import coverage_of
from democracy.reporting.said import MOST, Said, dated
from portal.activities import Limitation
from portal.activities.entries import Programme
from portal.text import day, number


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


def conferences(report: Any, on: date) -> Iterator[Said]:
    rows = Conference.objects.filter(held_on__range=dated(report)).select_related("unit", "plan")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for one in rows.order_by("held_on", "pk")[:MOST]:
        came = f"{number(one.present)} trên {number(one.convened)} người dự"
        then = "đã có nghị quyết" if one.plan else "chưa có nghị quyết"
        words = f"{one.unit}: họp ngày {day(one.held_on)}, {came}, {then}"
        yield Said(words, one.get_absolute_url())


def meetings(report: Any, on: date) -> Iterator[Said]:
    rows = CommitteeMeeting.objects.filter(met_on__range=dated(report))
    if report.scope:
        rows = rows.filter(version__unit=report.unit_id)
    for row in rows.select_related("version__body", "plan").order_by("met_on", "pk")[:MOST]:
        came = f"{number(row.present)} trên {number(row.members)} thành viên dự"
        then = f", kết luận {row.plan.reference or row.plan.code}" if row.plan else ""
        yield Said(f"{row}, {came}{then}", row.get_absolute_url())


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


def limitations(report: Any, on: date) -> Iterator[Said]:
    """What was named, why it was so, what is to be done about it."""
    rows = Limitation.objects.kept().of_programme(Programme.DEMOCRACY)
    rows = rows.held_in(*dated(report)).select_related("unit", "remedy__task", "ordered")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for row in rows.order_by("from_on", "pk")[:MOST]:
        cause = row.cause_words or row.get_cause_display()
        remedy = f" Khắc phục: {row.result or row.remedy_words}." if row.remedy_words else ""
        yield Said(
            f"{row.unit}: {row.title}. Nguyên nhân: {cause}.{remedy}", row.get_absolute_url()
        )
