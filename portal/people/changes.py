"""How units become other units: merged, split, ended, renamed, and who succeeds whom."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import models, transaction
from django.db.models import F, Q

from portal.kept import Kept
from portal.people.positions import Position, Role
from portal.people.units import Body, Unit

LEADERS = [Role.DIRECTOR, Role.DEPUTY_DIRECTOR, Role.HEAD, Role.DEPUTY_HEAD]


class Succession(models.Model):
    """Đơn vị kế thừa, theo quyết định. A renamed unit succeeds itself under its former name."""

    class Kind(models.TextChoices):
        MERGE = "merge", "hợp nhất, sáp nhập"
        SPLIT = "split", "chia tách"
        RENAME = "rename", "đổi tên"
        END = "end", "giải thể, kết thúc hoạt động"

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
        if unit != into:
            heirs, kind = [into], Succession.Kind.MERGE
            staff = {position.pk: into for position in staff_of(unit, on=on)}
            end(unit, heirs=heirs, kind=kind, staff=staff, on=on, decision=decision)
    return into


@transaction.atomic
def split(unit: Unit, *, into: Iterable[Unit], on: date, decision: str) -> None:
    """Chia tách: who goes where is a decision about each person."""
    end(unit, heirs=into, kind=Succession.Kind.SPLIT, staff={}, on=on, decision=decision)


@transaction.atomic
def end(
    unit: Unit,
    *,
    heirs: Iterable[Unit],
    kind: str,
    staff: Mapping[int, Unit],
    on: date,
    decision: str,
) -> dict[int, Position]:
    """The heirs carry on; a unit among its own heirs stays open. ``staff``: position -> its unit.

    Returns the new positions under the ids of those that they continue.
    """
    heirs = list(heirs)
    for heir in heirs:
        if heir != unit:
            succeed(unit, heir, kind, on=on, decision=decision)
    leaving = {pk: heir for pk, heir in staff.items() if heir != unit}
    if unit in heirs:
        return move_staff(not_ended(unit, on=on).filter(pk__in=leaving), leaving, on=on)
    moved = move_staff(not_ended(unit, on=on), leaving, on=on)
    close(unit, on=on)
    return moved


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


@Kept
def endings() -> list[tuple[int, int, date]]:
    """Which unit ended in favour of which, and since when it is closed."""
    ended = Succession.objects.filter(old__closed_on__isnull=False).exclude(old=F("new"))
    rows = ended.values_list("old", "new", "old__closed_on")
    return [(old, new, closed) for old, new, closed in rows if closed]


def ended_into(units: Iterable[int], *, as_of: date) -> list[int]:
    """The units that ended in favour of these, those before them too."""
    ended = [(old, new) for old, new, closed in endings() if closed <= as_of]
    known, heirs = set[int](), {*units}
    while before := {old for old, new in ended if new in heirs} - known:
        known |= before
        heirs = before
    return sorted(known)


@transaction.atomic
def reconstitute(body: Body, *, name: str, on: date) -> Body:
    """Kiện toàn, đổi tên: the body's next version, with the same people."""
    version = Body.objects.filter(code__startswith=body.code).count() + 1
    new = Body.objects.create(
        code=f"{body.code[:34]}-{version}",
        name=name,
        kind=body.kind,
        opened_on=on,
        aliases=[*body.aliases, body.name],
    )
    for position in held_in(body, on=on):
        Position.objects.filter(pk=position.pk).update(closed_on=max(on, position.opened_on))
        continue_in(new, position, on=max(on, position.opened_on))
    Body.objects.filter(pk=body.pk).update(closed_on=on)
    return new


@transaction.atomic
def end_body(body: Body, *, on: date) -> list[Position]:
    """Kết thúc hoạt động: whoever held a position there holds it no longer."""
    ended = list(held_in(body, on=on))
    for position in ended:
        Position.objects.filter(pk=position.pk).update(closed_on=max(on, position.opened_on))
    Body.objects.filter(pk=body.pk).update(closed_on=on)
    return ended


def held_in(body: Body, *, on: date) -> models.QuerySet[Position]:
    held = body.positions.filter(Q(closed_on=None) | Q(closed_on__gt=on))
    return held.select_related("user").order_by("pk")


def names_on(day: date) -> dict[int, str]:
    """What the units that were renamed later were called on that day."""
    later = Succession.objects.filter(kind=Succession.Kind.RENAME, on__gt=day).order_by(
        "-on", "-pk"
    )
    return dict(later.values_list("old", "former_name"))


def succeed(old: Unit, new: Unit, kind: str, *, on: date, decision: str) -> None:
    Succession.objects.create(
        old=old, new=new, kind=kind, on=on, decision=decision, former_name=old.name
    )


def not_ended(unit: Unit, *, on: date) -> models.QuerySet[Position]:
    """Positions held on that day or given for a later one."""
    return unit.positions.filter(Q(closed_on=None) | Q(closed_on__gt=on))


def staff_of(unit: Unit, *, on: date) -> models.QuerySet[Position]:
    """Everybody but the leaders, who are appointed anew."""
    return not_ended(unit, on=on).exclude(role__in=LEADERS).select_related("user")


def move_staff(
    positions: Iterable[Position], heirs: Mapping[int, Unit], *, on: date
) -> dict[int, Position]:
    moved = {}
    for position in positions:
        since = max(on, position.opened_on)
        if heir := heirs.get(position.pk):
            moved[position.pk] = continue_in(heir, position, on=since)
        position.closed_on = since
        position.save(update_fields=["closed_on"])
    return moved


def continue_in(place: Unit | Body, position: Position, *, on: date) -> Position:
    moved = Position.objects.create(
        user=position.user,
        role=position.role,
        title=position.title,
        unit=place if isinstance(place, Unit) else None,
        body=place if isinstance(place, Body) else None,
        opened_on=on,
        closed_on=position.closed_on,
    )
    moved.fields.set(position.fields.all())
    return moved


def close(unit: Unit, *, on: date) -> None:
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
    endings.forget()
