"""What units owe of procedures: each step of a change by its day, reviews, the year's plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portal.obligations import Duty, Owed, register
from portal.people import Unit
from reforms.models import ProcedureChange, ReviewItem, ReviewPlan

CHANGES = "Điều 15, Điều 17, khoản 2 Điều 24 Nghị định 63/2010/NĐ-CP"
REVIEWS = "Điều 27 đến Điều 31 Nghị định 63/2010/NĐ-CP"


def updating(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """A change's open steps, one by one; what is done is on its page."""
    rows = ProcedureChange.objects.running().filter(unit__in=units, effective_on__year__lte=year)
    by_id = {unit.pk: unit for unit in units}
    for change in rows:
        for step in change.passed(as_of=as_of):
            if step.done_on is None and step.due and step.due.year <= year:
                yield Owed(
                    f"{step.words}: {change.title}", by_id[change.unit_id], due=step.due,
                    record=change.code, url=change.get_absolute_url(),
                )  # fmt: skip


def reviewing(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    by_id = {unit.pk: unit for unit in units}
    items = ReviewItem.objects.filter(unit__in=units, plan__year=year).exclude(plan__stage="draft")
    for item in items.select_related("plan", "procedure"):
        yield Owed(
            f"Rà soát thủ tục {item.procedure.code}", by_id[item.unit_id], due=item.due_on,
            done_on=item.done_on, record=item.plan.code, url=item.plan.get_absolute_url(),
        )  # fmt: skip
    for plan in ReviewPlan.objects.filter(unit__in=units, year=year):
        yield Owed(
            f"Gửi kế hoạch rà soát thủ tục năm {year}", by_id[plan.unit_id], due=plan.due_on,
            done_on=plan.sent_on, record=plan.code, url=plan.get_absolute_url(),
        )  # fmt: skip


register(Duty("bien-dong-tthc", "Cập nhật biến động thủ tục", CHANGES, updating))
register(Duty("ra-soat-tthc", "Rà soát thủ tục hành chính", REVIEWS, reviewing))
