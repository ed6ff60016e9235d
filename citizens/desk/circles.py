"""Whose work it is: one's own desk, the wider circle a leader answers for, and their parts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, Value

from portal.deadlines import last_soon
from portal.fields import Field
from portal.working_days import calendar

from ..models import Case, Petition
from ..models.vocabulary import CaseStage
from ..sheets.readers import ForReader

COUNTED = ("qua-han", "sap-han", "tam-dinh-chi")
PARTS = ("qua-han", "sap-han", "moi-giao", "tam-dinh-chi")


def units_headed(user: Any, *, on: date) -> list[int]:
    """Units whose unassigned work lies on this user's desk."""
    roles = ("head", "deputy_head", "petition_officer")
    return [row.unit_id for row in user.positions_on(on) if row.role in roles and row.unit_id]


def answers_for(user: Any, *, on: date) -> Q | None:
    """The wider circle: the whole office, the fields in charge, the unit; None for anybody else."""
    positions = user.positions_on(on)
    roles = {row.role for row in positions}
    if roles & {"director", "coordinator"}:
        return Q()
    if "deputy_director" in roles:
        return Q(field__in=_charged(positions))
    headed = [row.unit_id for row in positions if row.role in ("head", "deputy_head")]
    return Q(unit__in=headed) if any(headed) else None


def _charged(positions: list[Any]) -> Any:
    """The fields in charge of, and those below them."""
    held = [row.pk for row in positions]
    return Field.objects.filter(Q(positions__in=held) | Q(parent__positions__in=held)).values("pk")


def of_mine(user: Any, *, on: date) -> Q:
    return Q(officer=user) | Q(officer=None, unit__in=units_headed(user, on=on))


# the parts that the tiles count, the same for counting and for opening


def part_of(name: str, *, on: date) -> Q:
    if name == "qua-han":
        return Q(due_key__lt=on)
    if name == "sap-han":
        return Q(due_key__range=(on, last_soon(on)))
    if name == "tam-dinh-chi":
        return Q(stage=CaseStage.SUSPENDED.value)
    return Q(fresh_since__gte=calendar().subtract(on, 1)) if name == "moi-giao" else Q()


def counts(user: Any, *, on: date) -> dict[str, int]:
    """How many open petitions and cases of the circle are late, near, suspended: one statement."""
    columns = zip(*_counted(user, part_of("sap-han", on=on), on=on), strict=True)
    sums = [sum(column) for column in columns] or [0] * len(COUNTED)
    return dict(zip(COUNTED, sums, strict=True))


@ForReader
def _counted(user: Any, near: Q, *, on: date) -> Any:
    """One row for petitions, one for cases."""
    parts = [part_of("qua-han", on=on), near, part_of("tam-dinh-chi", on=on)]
    asked = {f"part{at}": Count("pk", filter=part) for at, part in enumerate(parts)}
    circle = answers_for(user, on=on)
    one = [
        rows.filter(circle).order_by().annotate(one=Value(1)).values("one").annotate(**asked)
        for rows in (Petition.objects.plain().waiting(), Case.objects.open())
    ]
    return one[0].values_list(*asked).union(one[1].values_list(*asked), all=True)
