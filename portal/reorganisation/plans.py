"""Plans and tasks of a unit that ends: who follows the plan, who does what is still undone."""

from __future__ import annotations

from collections.abc import Iterator

from portal.planning import Plan, Task, TaskUnit
from portal.planning.plans import Stage
from portal.planning.shares import Stage as ShareStage
from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note


@carries_over("Kế hoạch đơn vị theo dõi", place=42)
def move_coordination(handover: Handover) -> Iterator[str]:
    """Who issued a plan stays written; who follows one that still runs is the heir."""
    if handover.stays:
        return
    followed = Plan.objects.filter(coordinating_unit=handover.old).exclude(stage=Stage.CLOSED)
    for plan in followed.order_by("pk"):
        plan.coordinating_unit = handover.heir
        plan.save(update_fields=["coordinating_unit"])
        note(plan.stream, handover, label=f"{REASON}: chuyển việc theo dõi kế hoạch")
        yield str(plan)


@carries_over("Nhiệm vụ chưa xong", place=44)
def move_shares(handover: Handover) -> Iterator[str]:
    """To the unit that has the task's field; one that owes the same task already owes it once."""
    drafts = Task.objects.filter(plan__stage=Stage.DRAFT, lead_unit=handover.old)
    for task in drafts.none() if handover.stays else drafts:
        task.lead_unit = handover.heir
        task.save(update_fields=["lead_unit"])
    unfinished = TaskUnit.objects.unfinished().filter(unit=handover.old)
    for share in unfinished.select_related("task__field", "task__plan").order_by("pk"):
        heir = handover.unit_for(share.task.field)
        if heir == handover.old:
            continue
        if TaskUnit.objects.filter(task=share.task, unit=heir).exists():
            share.stage, share.skipped_because = ShareStage.SKIPPED, f"{REASON}: {heir} làm chung"
        else:
            share.unit = heir
            share.officer = share.officer if handover.keeps(share.officer_id, unit=heir) else None
        share.save(update_fields=["unit", "officer", "stage", "skipped_because"])
        note(share.stream, handover, label=f"{REASON}: chuyển nhiệm vụ", unit=heir.code)
        yield f"{share.code}, {heir.short}"
