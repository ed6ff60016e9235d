"""How units become other units: merged, split, renamed, and who succeeds whom."""

from collections.abc import Iterable
from datetime import date

from django.db import models, transaction

from portal.people.positions import Position, Role
from portal.people.units import Unit

LEADERS = [Role.DIRECTOR, Role.DEPUTY_DIRECTOR, Role.HEAD, Role.DEPUTY_HEAD]


class Succession(models.Model):
    """Đơn vị kế thừa, theo quyết định. A renamed unit succeeds itself under its former name."""

    class Kind(models.TextChoices):
        MERGE = "merge", "hợp nhất, sáp nhập"
        SPLIT = "split", "chia tách"
        RENAME = "rename", "đổi tên"

    old = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    new = models.ForeignKey(Unit, models.PROTECT, related_name="origins")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField("từ ngày")
    decision = models.CharField("theo quyết định", max_length=200)
    former_name = models.CharField("tên cũ", max_length=200)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["old", "new", "on"], name="succession_said_once"),
        ]


@transaction.atomic
def merge(units: Iterable[Unit], *, into: Unit, on: date, decision: str) -> Unit:
    """Hợp nhất, sáp nhập: the staff move, leaders wait for their own appointment."""
    for unit in units:
        if unit == into:
            continue
        succeed(unit, into, Succession.Kind.MERGE, on=on, decision=decision)
        move_staff(unit, into, on=on)
        close(unit, on=on)
    return into


@transaction.atomic
def split(unit: Unit, *, into: Iterable[Unit], on: date, decision: str) -> None:
    """Chia tách: who goes where is a decision about each person."""
    for part in into:
        succeed(unit, part, Succession.Kind.SPLIT, on=on, decision=decision)
    if unit not in into:
        close(unit, on=on)


@transaction.atomic
def rename(unit: Unit, *, name: str, on: date, decision: str, short_name: str = "") -> Unit:
    """Đổi tên: the same unit with the same people and cases; the old name still finds it."""
    succeed(unit, unit, Succession.Kind.RENAME, on=on, decision=decision)
    unit.aliases = [*unit.aliases, unit.name]
    unit.name, unit.short_name = name, short_name
    unit.save(update_fields=["aliases", "name", "short_name"])
    return unit


def successors_of(unit: Unit, *, as_of: date) -> list[Unit]:
    """The units that carry on this unit's work on that day: itself while it is open."""
    if unit.closed_on is None or unit.closed_on > as_of:
        return [unit]
    steps = unit.successions.filter(on__lte=as_of).exclude(new=unit).select_related("new")
    found = [last for step in steps for last in successors_of(step.new, as_of=as_of)]
    return list(dict.fromkeys(found))


def succeed(old: Unit, new: Unit, kind: str, *, on: date, decision: str) -> None:
    Succession.objects.create(
        old=old, new=new, kind=kind, on=on, decision=decision, former_name=old.name
    )


def move_staff(old: Unit, new: Unit, *, on: date) -> None:
    for position in old.positions.open(as_of=on):
        if position.role not in LEADERS:
            continue_in(new, position, on=on)
    old.positions.open(as_of=on).update(closed_on=on)


def continue_in(unit: Unit, position: Position, *, on: date) -> None:
    moved = Position.objects.create(
        user=position.user, role=position.role, title=position.title, unit=unit, opened_on=on
    )
    moved.fields.set(position.fields.all())


def close(unit: Unit, *, on: date) -> None:
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
