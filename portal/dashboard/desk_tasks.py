"""Tasks of plans on a desk: what the reader's unit owes next, and what waits for the reader."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from citizens.sheets.readers import ForReader
from portal.people import User
from portal.planning import Obstacle, TaskUnit, rules
from portal.planning.shares import OPEN, Stage
from portal.prepared import Prepared
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
        bodies = tuple(rules.bodies_of(self.user, on=self.on))
        rows: list[Any] = owed(self.user, bodies, on=self.on) if self.works else []
        for row in rows:
            row.told = row.standing(as_of=self.on)
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
        (late, reported, obstacles), *_ = waits(self.leads, on=self.on).read({})
        told = [
            (late, "nhiệm vụ quá hạn", "?han=qua-han"),
            (reported, "báo cáo chờ xác nhận", "?xem=cho-xac-nhan"),
            (obstacles, "vướng mắc chờ trả lời", "?xem=vuong-mac"),
        ]
        return [
            {"words": f"{number(count)} {words}", "url": f"/nhiem-vu/{query}"}
            for count, words, query in told
            if count
        ]


@ForReader
def owed(user: User, bodies: tuple[int, ...], *, on: date) -> Any:
    """What a reader of these bodies and of his units carries out."""
    mine = TaskUnit.objects.carried_out_by(user, on=on)
    near = mine.filter(stage__in=OPEN, plan__stage="issued", due__lte=days_after(on, AHEAD))
    shown = near.select_related("task", "plan", "unit", "body")
    return shown.order_by("due_key", "pk")[:SHOWN]


@lru_cache(maxsize=8)
def waits(leads: bool, *, on: date) -> Prepared:
    """Shares that are late, shares reported and not confirmed, obstacles not answered."""
    running = TaskUnit.objects.filter(plan__stage="issued")
    counted = (
        running.filter(stage__in=OPEN, due__lt=on),
        running.filter(stage=Stage.REPORTED),
        Obstacle.objects.open().filter(passed_up_on__isnull=not leads),
    )
    asked = [rows.order_by().values("pk").query.sql_with_params() for rows in counted]
    counts = ", ".join(f"(SELECT count(*) FROM ({sql}) part)" for sql, _ in asked)  # noqa: S608
    return Prepared(f"SELECT {counts}", [value for _, values in asked for value in values], {})
