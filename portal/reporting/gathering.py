"""Remarks that the records hold already: gathered for a section, to be read, kept or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import F, Q

from portal.planning import Inspection, Obstacle, Plan, Remark, TaskUnit
from portal.planning.plans import KNOWN
from portal.planning.shares import OPEN
from portal.reporting.said import MOST, Said, dated
from portal.text import day

Source = Callable[[Any, date], Iterator[Said]]
SOURCES: dict[str, Source] = {}


def source(name: str) -> Callable[[Source], Source]:
    """Make known by name what an outline may gather: ``(report, on) -> what is said``."""

    def known(each: Source) -> Source:
        SOURCES[name] = each
        return each

    return known


def gathered(report: Any, names: tuple[str, ...], *, on: date) -> list[Said]:
    """A source a statement; of each source no more than a page can hold."""
    return [said for name in names for said in SOURCES[name](report, on)]


def plans_of(report: Any) -> Any:
    """Those of the programme; for a directive, those that cite it and those below them."""
    plans = Plan.objects.filter(stage__in=KNOWN)
    if report.directive_id:
        cited = Q(bases__instrument=report.directive_id)
        return plans.filter(cited | Q(parent__bases__instrument=report.directive_id)).distinct()
    return plans.filter(programme=report.programme)


def shares_of(report: Any) -> Any:
    shares = TaskUnit.objects.filter(plan__in=plans_of(report).values("pk"))
    if report.scope:
        shares = shares.filter(unit=report.unit_id)
    return shares.select_related("task", "unit", "body", "plan")


@source("plans")
def plans(report: Any, on: date) -> Iterator[Said]:
    rows = plans_of(report).filter(dated_on__range=dated(report))
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for plan in rows.order_by("dated_on", "pk")[:MOST]:
        what = f"{plan.get_kind_display()} số {plan.reference} ngày {day(plan.dated_on)}"
        yield Said(f"{what}: {plan.title}", plan.get_absolute_url())


@source("tasks")
def tasks(report: Any, on: date) -> Iterator[Said]:
    rows = shares_of(report).filter(finished_on__range=dated(report))
    for share in rows.order_by("finished_on", "pk")[:MOST]:
        product = f" ({share.product})" if share.product else ""
        yield Said(f"{share.place}: {share.result}{product}", share.get_absolute_url())


@source("late")
def late(report: Any, on: date) -> Iterator[Said]:
    """Not done by its last day, or done after it."""
    until = min(on, report.to_on)
    undone = Q(stage__in=OPEN, due__lt=until)
    after = Q(finished_on__gt=F("due"), finished_on__range=dated(report))
    rows = shares_of(report).filter(undone | after, due__gte=report.from_on)
    for share in rows.order_by("due", "pk")[:MOST]:
        how = f"xong ngày {day(share.finished_on)}" if share.finished_on else "chưa xong"
        words = f"{share.place}: {share.task.text} – hạn {day(share.due)}, {how}"
        yield Said(words, share.get_absolute_url())


@source("next")
def following(report: Any, on: date) -> Iterator[Said]:
    """What falls due after the period, the nearest first."""
    rows = shares_of(report).filter(stage__in=OPEN, due__gt=report.to_on)
    for share in rows.order_by("due", "pk")[:MOST]:
        words = f"{share.place}: {share.task.text} – hạn {day(share.due)}"
        yield Said(words, share.get_absolute_url())


@source("obstacles")
def obstacles(report: Any, on: date) -> Iterator[Said]:
    rows = Obstacle.objects.filter(
        share__in=shares_of(report).values("pk"), raised_on__range=dated(report)
    )
    for row in rows.select_related("share__unit", "share__body").order_by("pk")[:MOST]:
        answer = f" Trả lời: {row.answer}" if row.answer else " Chưa có trả lời."
        yield Said(f"{row.share.place}: {row.text}.{answer}", row.share.get_absolute_url())


@source("remarks")
def remarks(report: Any, on: date) -> Iterator[Said]:
    """What was told at the monthly meetings."""
    rows = Remark.objects.filter(month__range=dated(report)).select_related("unit")
    if report.scope:
        rows = rows.filter(unit=report.unit_id)
    for row in rows.order_by("month", "unit__name")[:MOST]:
        words = f"Giao ban tháng {row.month.month}/{row.month.year}, {row.unit}: {row.text}"
        yield Said(words, f"/ke-hoach/giao-ban/?thang={row.month.year}-t{row.month.month}")


@source("asks")
def asks(report: Any, on: date) -> Iterator[Said]:
    """What superiors found when they inspected the office."""
    rows = Inspection.objects.filter(met_on__range=dated(report)).select_related("plan")
    if report.directive_id:
        rows = rows.filter(
            Q(ordered_by=report.directive_id) | Q(plan__bases__instrument=report.directive_id)
        ).distinct()
    for row in rows.order_by("met_on", "pk")[:MOST]:
        words = f"{row.team}, ngày {day(row.met_on)}: {row.limits or row.strengths}"
        yield Said(words, row.plan.get_absolute_url())
