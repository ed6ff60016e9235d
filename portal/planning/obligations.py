"""Unit × obligation: received, own plan issued, overdue; and the words of a reminder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.people import Unit
from portal.planning.contents import Recipient
from portal.planning.plans import Plan
from portal.planning.shares import TaskUnit
from portal.text import day


@dataclass
class Cell:
    """What one unit owes of one plan."""

    recipient: Recipient
    late: list[TaskUnit] = field(default_factory=list)
    is_late: bool = False
    """Whether its own plan is overdue on the day of the page."""

    @property
    def received_on(self) -> date | None:
        return self.recipient.acknowledged_on

    @property
    def own_plan(self) -> str:
        """Number and date of the unit's own plan, or ''."""
        row = self.recipient
        return f"{row.own_reference}, {day(row.own_dated_on)}" if row.own_dated_on else ""

    def own_plan_late(self, *, on: date) -> bool:
        due = self.recipient.plan.unit_plans_due
        return bool(self.recipient.owes_plan and not self.own_plan and due and due < on)

    @property
    def own_plan_came_late(self) -> bool:
        row = self.recipient
        due = row.plan.unit_plans_due
        return bool(row.owes_plan and due and row.own_dated_on and row.own_dated_on > due)

    def owes(self, *, on: date) -> list[str]:
        """What to remind the unit of, one sentence each."""
        plan, row = self.recipient.plan, self.recipient
        told = [] if row.acknowledged_on else ["chưa xác nhận đã nhận kế hoạch"]
        if row.owes_plan and not self.own_plan and plan.unit_plans_due:
            late = " (đã quá hạn)" if plan.unit_plans_due < on else ""
            told.append(f"chưa có kế hoạch riêng, hạn đến hết {day(plan.unit_plans_due)}{late}")
        for share in self.late:
            what = share.task.text[:120].rstrip()
            assert share.due is not None
            told.append(f"chưa báo cáo nhiệm vụ “{what}”, hạn đến hết {day(share.due)}")
        return told


@dataclass
class Row:
    """A unit and its cells, in the order of the plans."""

    unit: Unit
    cells: list[Cell | None]
    words: str = ""
    """The reminder, for whoever may send it."""

    def reminder(self, *, on: date) -> str:
        """Nội dung nhắc, to be copied into a message; '' when nothing is owed."""
        parts = [
            f"{number_of(cell.recipient.plan)}: {'; '.join(owed)}."
            for cell in self.cells
            if cell and (owed := cell.owes(on=on))
        ]
        if not parts:
            return ""
        lines = "\n".join(f"- {part}" for part in parts)
        until = f"Đến hết ngày {day(on)}, đơn vị còn:"
        asked = "Đề nghị đơn vị thực hiện và báo cáo trên Cổng."
        return f"Kính gửi {self.unit}.\n{until}\n{lines}\n{asked}"


def number_of(plan: Plan) -> str:
    return f"{plan.get_kind_display()} số {plan.reference}"


def obligations(plans: Iterable[Plan], *, on: date) -> list[Row]:
    """Two statements, however many units and plans."""
    plans = list(plans)
    sent = Recipient.objects.filter(plan__in=plans, unit__isnull=False)
    cells: dict[Any, dict[int, Cell]] = {}
    for recipient in sent.select_related("unit", "plan"):
        cells.setdefault(recipient.unit, {})[recipient.plan_id] = Cell(recipient)
    late = TaskUnit.objects.filter(plan__in=plans).overdue(as_of=on)
    for share in late.select_related("task", "unit").order_by("due", "pk"):
        if cell := cells.get(share.unit, {}).get(share.plan_id):
            cell.late.append(share)
    return [
        Row(unit, [owed.get(plan.pk) for plan in plans])
        for unit, owed in sorted(cells.items(), key=lambda pair: pair[0].name)
    ]
