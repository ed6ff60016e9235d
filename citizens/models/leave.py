"""Nghỉ: whoever is away hands open work over to colleagues, and has it back on return."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import cycle
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history
from portal.people import Position, Unit, User
from portal.workflow import Refused, take

from .owned import Owned


class PassesOn:
    """What a petition or case does when its officer is away."""

    def pass_on(self: Any, *, by: Any, on: date, officer: User, reason: str = "") -> None:
        """Giao người làm thay: another officer of the same unit; the clocks go on."""
        with take(self, "pass_on", by=by, on=on) as taking:
            self.assignments.current().update(until=on)
            self.assignments.create(unit=self.unit, officer=officer, by=by, since=on)
            self.officer = officer
            taking.facts["officer"] = officer.key
            taking.values["reason"] = reason

    def not_sealed(self: Any) -> str:
        return "" if self.keeps_words else "đơn trong sổ riêng do thủ trưởng phân công lại."


class Leaves(models.QuerySet["Leave"]):
    def current(self) -> Leaves:
        return self.filter(ended_on=None)

    def to_begin(self, *, on: date) -> Leaves:
        return self.current().filter(begun_on=None, from_on__lte=on)

    def over(self, *, on: date) -> Leaves:
        """Those whose last day has passed."""
        return self.current().filter(to_on__lt=on)

    def on_desk_of(self, user: User) -> Leaves:
        """The reader's own, and those in which the reader does the work."""
        mine = Q(person=user) | Q(covers__officer=user, covers__returned_on=None)
        return self.current().filter(mine).distinct()


class Leave(models.Model):
    """Một đợt nghỉ của một người."""

    person = models.ForeignKey(User, models.PROTECT, related_name="leaves")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    reason = models.CharField("lý do", max_length=300)
    colleagues = models.ManyToManyField(User, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    objects = Leaves.as_manager()

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="leave_in_order"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on=None), name="one_leave_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} nghỉ từ {self.from_on} đến {self.to_on}"

    @property
    def stream(self) -> str:
        return f"nghi/{self.pk}"

    @classmethod
    def enter(
        cls,
        *,
        by: User,
        on: date,
        person: User,
        from_on: date,
        to_on: date,
        reason: str,
        colleagues: Sequence[User],
    ) -> Leave:
        """Ghi nghỉ: the work goes over at once when the first day is today."""
        if not may_enter_leave(by, person, on=on):
            raise Refused("Việc này do chính người nghỉ hoặc thủ trưởng đơn vị thực hiện.")
        with transaction.atomic():
            if cls.objects.current().filter(person=person).exists():
                raise Refused(f"{person} đang có một đợt nghỉ chưa kết thúc.")
            leave = cls.objects.create(
                person=person, from_on=from_on, to_on=to_on, reason=reason, by=by
            )
            leave.colleagues.set(colleagues)
            history.record(
                leave.stream, "enter", by=by.key, on=on, values={"reason": reason},
                facts={"person": person.key, "colleagues": [each.key for each in colleagues]},
            )  # fmt: skip
            if from_on <= on:
                leave.begin(on=on)
        return leave

    def begin(self, *, on: date) -> None:
        """Every open petition and case goes to a colleague of its unit, turn by turn."""
        with transaction.atomic():
            for item, officer in shared_out(
                self.person, [*self.colleagues.all()], by=self.by, on=on
            ):
                item.pass_on(by=self.by, on=on, officer=officer, reason=self.words)
                self.covers.create(officer=officer, since=on, **item.as_owner())
            self.begun_on = on
            self.save(update_fields=["begun_on"])

    def finish(self, *, by: User, on: date) -> int:
        """Trở lại làm việc: what is still open and still with the colleague comes back."""
        if not may_enter_leave(by, self.person, on=on):
            raise Refused("Việc này do chính người nghỉ hoặc thủ trưởng đơn vị thực hiện.")
        with transaction.atomic():
            returned = sum(cover.give_back(by=by, on=on) for cover in self.covers.current())
            self.ended_on = on
            self.save(update_fields=["ended_on"])
            history.record(self.stream, "finish", by=by.key, on=on, facts={"returned": returned})
        return returned

    @property
    def words(self) -> str:
        return f"{self.person} nghỉ đến hết ngày {self.to_on:%d/%m/%Y}."


class Covers(models.QuerySet["Cover"]):
    def current(self) -> Covers:
        return self.filter(returned_on=None).select_related("leave__person", "petition", "case")


class Cover(Owned):
    """One petition or case that somebody works on in place of whoever is away."""

    leave = models.ForeignKey(Leave, models.PROTECT, related_name="covers")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField()
    returned_on = models.DateField(null=True)

    objects = Covers.as_manager()

    class Meta(Owned.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.officer} thay {self.leave.person}"

    def give_back(self, *, by: User, on: date) -> bool:
        """False where it is done with, or somebody else was charged with it meanwhile."""
        item = self.owner
        person = self.leave.person
        still_open = not item.workflow["pass_on"].missing(item)
        still_there = item.officer_id == self.officer_id
        comes_back = still_open and still_there and works_in(person, item.unit_id, on=on)
        if comes_back:
            item.comes_back_to = by
            item.pass_on(by=by, on=on, officer=person, reason=f"{person} trở lại làm việc.")
        self.returned_on = on
        self.save(update_fields=["returned_on"])
        return comes_back


def may_enter_leave(user: User, person: User, *, on: date) -> bool:
    """The person, or the head of a unit where the person works."""
    headed = {row.unit_id for row in user.positions_on(on) if row.role in ("head", "deputy_head")}
    places = {row.unit_id for row in person.positions_on(on) if row.unit_id}
    return user == person or bool(headed & places)


def works_in(person: User, unit: int | Unit | None, *, on: date) -> bool:
    return Position.objects.open(as_of=on).filter(user=person, unit=unit).exists()


def open_work(person: User, *, by: User, on: date) -> list[Any]:
    """What ``by`` may pass on of this officer's desk, the nearest time limit first.

    Nothing of the own book, and of a unit that ``by`` does not head nothing either.
    """
    from .case import Case
    from .petition import Petition

    rows: Iterable[Any] = [
        *Petition.objects.plain().waiting().filter(officer=person),
        *Case.objects.open().filter(officer=person),
    ]
    items = [type(row).of_kind(row) for row in rows]
    able = [item for item in items if may_pass_on(item, by=by, on=on)]
    return sorted(able, key=lambda item: (item.due_key, item.code))


def may_pass_on(item: Any, *, by: User, on: date) -> bool:
    step = item.workflow["pass_on"]
    return not step.missing(item) and step.may_take(by, item, on=on)


def shared_out(
    person: User, colleagues: list[User], *, by: User, on: date
) -> list[tuple[Any, User]]:
    """Each item with the colleague who takes it: in turn, and only whoever is of its unit."""
    if not colleagues:
        return []
    places = {
        (row.user_id, row.unit_id)
        for row in Position.objects.open(as_of=on).filter(user__in=colleagues)
    }
    turns, shared = cycle(colleagues), []
    for item in open_work(person, by=by, on=on):
        in_turn = (next(turns) for _ in colleagues)
        officer = next((each for each in in_turn if (each.pk, item.unit_id) in places), None)
        if officer:
            shared.append((item, officer))
    return shared


def turn_the_day(day: date) -> None:
    """Leaves that begin today, and those that were over yesterday."""
    for leave in Leave.objects.to_begin(on=day):
        leave.begin(on=day)
    for leave in Leave.objects.over(on=day).select_related("person"):
        leave.finish(by=leave.person, on=day)
