"""Records in somebody's hands: what is open under a closed account's name gets another name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from portal import history
from portal.leaving.cargo import Going, Told, hands_over
from portal.people import Position, User

ROLES = ("head", "deputy_head", "director", "deputy_director")
"""Who takes over what the successor, of another unit, does not."""


@dataclass(frozen=True)
class Held:
    """Records of one kind: while in these stages, they are ``officer``'s to go on with."""

    model: type[Any]
    stages: tuple[str, ...]

    @property
    def column(self) -> str:
        return f"{self.model._meta.label}.officer"

    def rows(self, person: User) -> QuerySet[Any]:
        return self.model._base_manager.filter(officer=person, stage__in=self.stages)


HELD: list[Held] = []


def hands_over_held(label: str, *kinds: tuple[type[Any], tuple[str, ...]], place: int) -> None:
    """One sort of work made of records that name an ``officer``."""
    held = [Held(model, stages) for model, stages in kinds]
    HELD.extend(held)

    @hands_over(label, *(each.column for each in held), place=place)
    def move(going: Going) -> Iterator[Told]:
        for kind in held:
            for row in kind.rows(going.person).order_by("pk"):
                yield given(row, going, f"Chuyển {label[:1].lower()}{label[1:]}")


def given(item: Any, going: Going, label: str) -> Told:
    """To the successor where both are of one place, else to who answers for that place."""
    taker = taker_of(item, going)
    item.officer = taker
    item.save(update_fields=["officer"])
    note(item.stream, going, label, to=taker)
    if taker == going.heir:
        return item.code, ""
    return item.code, f"giao {taker}, vì người nhận việc không thuộc đơn vị này"


def taker_of(item: Any, going: Going) -> User:
    """Somebody there always is: at last the successor."""
    unit_id, body_id = getattr(item, "unit_id", None), getattr(item, "body_id", None)
    posts = Position.objects.open(as_of=going.on).exclude(user=going.person)
    if body_id:
        return chosen(posts.filter(body=body_id), going) or going.heir
    if unit_id is None or going.heir_works_in(unit_id):
        return going.heir
    there = posts.filter(unit=unit_id)
    leaders = posts.filter(role__in=ROLES[2:])
    heads = there.filter(role__in=ROLES)
    found = (chosen(rows, going) for rows in (heads, there, leaders))
    return next((user for user in found if user), going.heir)


def chosen(posts: QuerySet[Position], going: Going) -> User | None:
    """The successor where among them, else whose role stands first."""
    held = list(posts.filter(user__is_active=True).select_related("user"))
    if any(row.user_id == going.heir.pk for row in held):
        return going.heir
    held.sort(key=lambda row: (ROLES.index(row.role) if row.role in ROLES else len(ROLES), row.pk))
    return held[0].user if held else None


def note(stream: str, going: Going, label: str, *, to: User | None, **facts: object) -> None:
    """Told in the history of what it is about; ``to`` nobody, where nobody holds the post yet."""
    history.record(
        stream,
        "hand_over",
        by=going.by.key,
        on=going.on,
        label=f"{label}: {going.person} → {to or 'chưa có người'}",
        facts={"from": going.person.key, "to": to.key if to else "", **facts},
    )
