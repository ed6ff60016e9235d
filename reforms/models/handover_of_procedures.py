"""Procedures, changes, reviews and proposals of a unit that ends go to whoever has the field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note
from reforms.models.change import ProcedureChange
from reforms.models.procedure import Procedure
from reforms.models.simplifying import ReviewItem, ReviewPlan, Simplification

FINISHED = ("updated", "dropped")


@carries_over("Thủ tục hành chính phụ trách", place=71)
def move_procedures(handover: Handover) -> Iterator[str]:
    rows = Procedure.objects.filter(unit=handover.old, stage="in_force")
    for one in rows.select_related("area__field").order_by("pk"):
        yield from moved(one, handover, handover.unit_for(one.area.field), what="thủ tục")


@carries_over("Biến động thủ tục đang thực hiện", place=72)
def move_changes(handover: Handover) -> Iterator[str]:
    for one in ProcedureChange.objects.running().filter(unit=handover.old).order_by("pk"):
        yield from moved(one, handover, handover.heir, what="biến động thủ tục")


@carries_over("Thủ tục còn phải rà soát", place=73)
def move_reviews(handover: Handover) -> Iterator[str]:
    rows = ReviewItem.objects.filter(unit=handover.old, done_on=None)
    for item in rows.select_related("plan", "procedure__area__field").order_by("pk"):
        heir = handover.unit_for(item.procedure.area.field)
        if heir != handover.old:
            item.unit = heir
            item.save(update_fields=["unit"])
            yield f"{item.plan.code}, {item.procedure.code}, {heir.short}"
    for plan in ReviewPlan.objects.filter(unit=handover.old).order_by("pk"):
        yield from moved(plan, handover, handover.heir, what="kế hoạch rà soát")


@carries_over("Phương án đơn giản hóa đang làm", place=74)
def move_proposals(handover: Handover) -> Iterator[str]:
    rows = Simplification.objects.filter(unit=handover.old).exclude(stage__in=FINISHED)
    for one in rows.select_related("procedure__area__field").order_by("pk"):
        yield from moved(one, handover, handover.unit_for(one.field), what="phương án")


def moved(one: Any, handover: Handover, heir: Any, *, what: str) -> Iterator[str]:
    """Where a part was split off, what nothing is said about stays."""
    if heir == handover.old:
        return
    one.unit = heir
    one.save(update_fields=["unit"])
    note(one.stream, handover, label=f"{REASON}: chuyển {what}", unit=heir.code)
    yield f"{one.code}, {heir.short}"
