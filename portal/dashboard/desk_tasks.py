"""Tasks of plans on a desk: what the reader's unit owes next, and what waits for the reader."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from portal.people import User
from portal.planning import Obstacle, TaskUnit, rules
from portal.planning.shares import OPEN, Stage
from portal.text import number
from portal.working_days import days_after

SHOWN, AHEAD = 6, 30


class DeskTasks:
    """One reader's part; two statements at most."""

    def __init__(self, user: User, on: date) -> None:
        self.user, self.on = user, on
        self.leads = user.holds("director", "deputy_director", as_of=on)
        self.coordinates = user.holds("coordinator", as_of=on)

    @cached_property
    def rows(self) -> list[TaskUnit]:
        """Late, or due in the coming month; the nearest first."""
        mine = TaskUnit.objects.carried_out_by(self.user, on=self.on)
        near = mine.filter(
            stage__in=OPEN, plan__stage="issued", due__lte=days_after(self.on, AHEAD)
        )
        shown = near.select_related("task", "plan", "unit", "body")
        rows = list(shown.order_by("due_key", "pk")[:SHOWN]) if self.works else []
        for row in rows:
            row.told = row.standing(as_of=self.on)  # type: ignore[attr-defined]
        return rows

    def is_for_the_reader(self, share: TaskUnit) -> bool:
        """Whom a digest tells: the officer who has it, else the head; a body's members."""
        if share.officer_id:
            return share.officer_id == self.user.pk
        heads = rules.headed_by(self.user, on=self.on)
        return share.body_id is not None or share.unit_id in heads

    @property
    def works(self) -> bool:
        user, on = self.user, self.on
        return bool(rules.units_of(user, on=on) or rules.bodies_of(user, on=on))

    @cached_property
    def waiting(self) -> list[dict[str, Any]]:
        """What the coordinator confirms or passes on, what leaders answer: number, words, link."""
        if not (self.leads or self.coordinates):
            return []
        running = TaskUnit.objects.filter(plan__stage="issued")
        found = running.aggregate(
            late=Count("pk", filter=Q(stage__in=OPEN, due__lt=self.on)),
            reported=Count("pk", filter=Q(stage=Stage.REPORTED)),
        )
        obstacles = Obstacle.objects.open().filter(passed_up_on__isnull=not self.leads)
        told = [
            (found["late"], "nhiệm vụ quá hạn", "?han=qua-han"),
            (found["reported"], "báo cáo chờ xác nhận", "?xem=cho-xac-nhan"),
            (obstacles.count(), "vướng mắc chờ trả lời", "?xem=vuong-mac"),
        ]
        return [
            {"words": f"{number(count)} {words}", "url": f"/nhiem-vu/{query}"}
            for count, words, query in told
            if count
        ]
