"""What a unit that ends had still to do: limitations, visits of the programme, promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from portal.activities import Limitation, PlannedVisit, Promise
from portal.activities.entries import KEPT
from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note


@carries_over("Hạn chế chưa khắc phục", place=45)
def move_limitations(handover: Handover) -> Iterator[str]:
    """To the unit that has the field."""
    rows = Limitation.objects.filter(stage=KEPT, unit=handover.old).select_related("field")
    for row in rows.order_by("pk"):
        heir = handover.unit_for(row.field)
        if heir == handover.old:
            continue
        row.unit = heir
        row.save(update_fields=["unit"])
        note(row.stream, handover, label=f"{REASON}: chuyển hạn chế", unit=heir.code)
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
