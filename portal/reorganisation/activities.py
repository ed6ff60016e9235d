"""What a unit that ends had still to do or to look after, as the registers tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from portal.activities import LegalDraft, Limitation, PlannedVisit, Promise, Software
from portal.activities.entries import KEPT
from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note


@carries_over("Hạn chế chưa khắc phục", place=45)
def move_limitations(handover: Handover) -> Iterator[str]:
    yield from to_whoever_has_the_field(Limitation, handover, what="hạn chế")


@carries_over("Văn bản quy phạm pháp luật đang soạn thảo", place=48)
def move_drafts(handover: Handover) -> Iterator[str]:
    yield from to_whoever_has_the_field(LegalDraft, handover, what="văn bản đang soạn thảo")


@carries_over("Phần mềm đang dùng", place=49)
def move_software(handover: Handover) -> Iterator[str]:
    yield from to_whoever_has_the_field(Software, handover, what="phần mềm")


def to_whoever_has_the_field(register: Any, handover: Handover, *, what: str) -> Iterator[str]:
    """The open lines of a register that belong to the unit that ends."""
    rows = register.objects.filter(stage=KEPT, unit=handover.old).select_related("field")
    for row in rows.order_by("pk"):
        heir = handover.unit_for(row.field)
        if heir == handover.old:
            continue
        row.unit = heir
        row.save(update_fields=["unit"])
        note(row.stream, handover, label=f"{REASON}: chuyển {what}", unit=heir.code)
        yield f"{row.code}, {heir.short}"


@carries_over("Cuộc kiểm tra chưa thực hiện", place=46)
def move_visits(handover: Handover) -> Iterator[str]:
    """Whoever carries on the work is visited, and visits."""
    if handover.stays:
        return
    concerned = Q(unit=handover.old) | Q(visited=handover.old)
    rows: Any = PlannedVisit.objects.filter(concerned, stage=KEPT)
    for row in rows.order_by("pk"):
        row.unit = handover.heir if row.unit_id == handover.old.pk else row.unit
        row.visited = handover.heir if row.visited_id == handover.old.pk else row.visited
        row.save(update_fields=["unit", "visited"])
        note(row.stream, handover, label=f"{REASON}: chuyển cuộc kiểm tra")
        yield row.code


@carries_over("Cam kết với công dân chưa thực hiện", place=47)
def move_promises(handover: Handover) -> Iterator[str]:
    rows = Promise.objects.open().filter(unit=handover.old)
    for row in rows.select_related("dialogue__field").order_by("pk"):
        heir = handover.unit_for(row.dialogue.field)
        if heir == handover.old:
            continue
        row.unit = heir
        row.save(update_fields=["unit"])
        note(row.dialogue.stream, handover, label=f"{REASON}: chuyển cam kết", unit=heir.code)
        yield f"{row.dialogue.code}, {heir.short}"
