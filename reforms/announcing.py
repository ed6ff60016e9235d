"""How fast procedures are announced and entered, as the board of Decision 766 counts them.

A procedure counts once in a period, however many changes touched it; any that was late makes it
late. The board asks for five working days before the document takes effect, where the decree
(Nghị định 63/2010/NĐ-CP, Điều 15) says five days.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from portal.periods import Period
from portal.working_days import calendar
from reforms.models import ProcedureChange

WORKING_DAYS_BEFORE = 5


def published(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    """Those whose decision was signed in the period."""
    return rows.filter(changes__change__signed_on__range=period.dates).distinct()


def published_in_time(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    return published(rows, period, as_of=as_of).exclude(changes__change__in=signed_late(period))


def signed_late(period: Period) -> list[int]:
    """By the calendar, which no database knows: a handful of changes in a period."""
    signed = ProcedureChange.objects.filter(signed_on__range=period.dates)
    told = signed.values_list("pk", "signed_on", "effective_on", "sign_by", "shortened")
    return [
        pk for pk, on, effective, by, shortened in told
        if on > (by if shortened else calendar().subtract(effective, WORKING_DAYS_BEFORE))
    ]  # fmt: skip


def to_enter(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    """Those whose last day fell in the period and is over, or that were entered before it was."""
    return rows.filter(changes__change__in=due_in(period, as_of=as_of)).distinct()


def entered_in_time(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    late = due_in(period, as_of=as_of).filter(Q(entered_on=None) | Q(entered_on__gt=F("enter_by")))
    return to_enter(rows, period, as_of=as_of).exclude(changes__change__in=late)


def due_in(period: Period, *, as_of: date) -> QuerySet:
    over = Q(enter_by__lt=as_of) | Q(entered_on__isnull=False)
    return ProcedureChange.objects.filter(over, enter_by__range=period.dates)


def to_review(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    """Those that an approved plan of review wants done in the period."""
    due = {"reviews__due_on__range": period.dates, "reviews__plan__approved_on__isnull": False}
    return rows.filter(**due).distinct()


def reviewed(rows: Any, period: Period, *, as_of: date) -> QuerySet:
    due = {"reviews__due_on__range": period.dates, "reviews__plan__approved_on__isnull": False}
    return rows.filter(**due, reviews__done_on__lte=period.end).distinct()


IN_PERIOD = {
    "to_review": to_review,
    "reviewed": reviewed,
    "published": published,
    "published_in_time": published_in_time,
    "to_enter": to_enter,
    "entered_in_time": entered_in_time,
}
