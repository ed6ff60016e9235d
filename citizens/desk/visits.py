"""Visits whose notice is still owed, on the desk of whoever received them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.deadlines import FAR_FUTURE, standing
from portal.working_days import calendar

from .. import rules
from ..models import Visit
from ..models.visit.vocabulary import VisitStage
from .circles import part_of, units_headed
from .rows import Work

OWED = {VisitStage.AWAITED: "tell_result", VisitStage.UNANNOUNCED: "send_refusal"}
PARTS = ("", "tat-ca", "qua-han", "sap-han")
MOST = 50


def visits_owed(user: Any, *, on: date, part: str = "") -> list[Work]:
    """The reader's own, and those whose receiver is unknown or gone, of a headed unit."""
    if part not in PARTS or not sits_at_reception(user, on=on):
        return []
    nobody = Q(receiver=None) | Q(receiver__is_active=False)
    mine = Q(receiver=user) | nobody & Q(unit__in=units_headed(user, on=on))
    rows = Visit.objects.visible_to(user, on=on).filter(mine, stage__in=OWED)
    found = rows.filter(part_of(part, on=on)).order_by("due_key", "pk")
    names = ("code", "stage", "sealed", "name", "content", "due_key")
    return [_work(row, on=on) for row in found.values(*names)[:MOST]]


def sits_at_reception(user: Any, *, on: date) -> bool:
    """A clerk who helps out finds what is owed in the register."""
    receives = user.holds("reception_officer", "petition_officer", as_of=on)
    return receives or rules.heads_petition_unit(user, on=on)


def _work(row: dict[str, Any], *, on: date) -> Work:
    step = Visit.workflow[OWED[row["stage"]]]
    due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
    url = f"/tiep-dan/{row['code']}/"
    about = row["content"].split("\n")[0][:200]
    return Work(
        code=row["code"],
        url=url,
        title="Lượt tiếp về tố cáo" if row["sealed"] else f"{row['name']}: {about}",
        words=VisitStage(row["stage"]).label,
        standing=standing(due_on, as_of=on, calendar=calendar()),
        act=step.title,
        act_url=f"{url}{step.path}/",
        due_on=row["due_key"],
        sealed=row["sealed"],
    )
