"""T11: a unit's own plan by the day that the plan above names; and that a plan was received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from portal.obligations import Duty, Owed, in_time, register
from portal.people import Unit
from portal.planning import Recipient
from portal.planning.plans import KNOWN
from portal.working_days import calendar

RECEIVED_WITHIN = 3
"""Working days, the office's own number: nobody says how soon a plan is to be received."""


def own_plans(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    rows = Recipient.objects.filter(
        unit__in=units, owes_plan=True, plan__year=year, plan__stage__in=KNOWN
    )
    by_id = {unit.pk: unit for unit in units}
    for row in rows.select_related("plan", "own_plan"):
        known = row.own_plan or row.plan
        yield Owed(
            f"Kế hoạch của đơn vị theo {row.plan.reference}", by_id[row.unit_id],
            due=row.plan.unit_plans_due, done_on=row.own_dated_on,
            record=row.own_reference, url=known.get_absolute_url(),
        )  # fmt: skip


def received(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """What was not received yet, one by one; the rest as a number."""
    rows = Recipient.objects.filter(
        unit__in=units, plan__year=year, plan__stage="issued"
    ).select_related("plan")
    by_id = {unit.pk: unit for unit in units}
    known: dict[Unit, int] = defaultdict(int)
    for row in rows:
        unit, plan = by_id[row.unit_id], row.plan
        if row.acknowledged_on:
            known[unit] += 1
            continue
        due = calendar().add(plan.dated_on, RECEIVED_WITHIN)
        what = f"Xác nhận đã nhận {plan.reference}"
        yield Owed(what, unit, due=due, record=plan.code, url=plan.get_absolute_url())
    yield from in_time("{n} kế hoạch đã xác nhận", known.items(), on=as_of, url="/ke-hoach/")


register(Duty("T11", "Ban hành kế hoạch của đơn vị", "kế hoạch của cấp trên", own_plans))
register(Duty("nhan", "Xác nhận đã nhận kế hoạch", "quy ước của Sở: 3 ngày làm việc", received))
