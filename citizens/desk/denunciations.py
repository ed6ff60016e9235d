"""Denunciations on the desk of whoever is assigned in one: number, stage and day, no words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.deadlines import FAR_FUTURE, standing
from portal.kept import Kept

from ..models import Denunciation, DenunciationMember
from ..models.denunciation.vocabulary import DenunciationStage
from .rows import Work

MOST = 50
COLUMNS = ("code", "stage", "paused_from", "petition__due_key")


@Kept
def assigned() -> frozenset[int]:
    """Whoever is officer or of a team: in most offices hardly anybody."""
    officers = Denunciation.objects.open().order_by().values_list("officer", flat=True)
    members = DenunciationMember.objects.order_by().values_list("user", flat=True)
    return frozenset(officers.union(members))


def denunciations_at_hand(user: Any, *, on: date) -> list[Work]:
    """Where the reader is officer or of the team; whoever is excluded has none."""
    if user.pk not in assigned():
        return []
    of_team = DenunciationMember.objects.filter(user=user).values("denunciation")
    mine = Q(officer=user) | Q(pk__in=of_team)
    rows = Denunciation.objects.visible_to(user, on=on).open().filter(mine)
    found = rows.order_by("petition__due_key", "pk").values(*COLUMNS)
    return [_work(row, on=on) for row in found[:MOST]]


def _work(row: dict[str, Any], *, on: date) -> Work:
    due = row["petition__due_key"]
    due_on = None if due == FAR_FUTURE else due
    return Work(
        code=row["code"],
        url=f"/to-cao/{row['code']}/",
        title="Tố cáo",
        words=DenunciationStage(row["stage"]).label,
        standing=standing(due_on, as_of=on, paused_from=row["paused_from"]),
        act="Mở vụ việc",
        act_url=f"/to-cao/{row['code']}/",
        due_on=due,
        sealed=True,
    )
