"""T11: a unit's own plan, by the day that the plan above names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.planning import Recipient
from portal.planning.plans import KNOWN


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


register(Duty("T11", "Ban hành kế hoạch của đơn vị", "kế hoạch của cấp trên", own_plans))
