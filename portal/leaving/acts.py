"""The act: work handed over, posts ended, the account closed, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from portal import history
from portal.factors import Restoration, drop_all, end_all
from portal.leaving.cargo import LOADS, Going, Told
from portal.people import OneTimeLink, Position, User
from portal.workflow import Refused


@dataclass(frozen=True)
class Left:
    """Of one sort: what went to the successor, and what did not with the reason."""

    label: str
    moved: list[str]
    stays: list[Told]

    @property
    def counted(self) -> dict[str, object]:
        return {"label": self.label, "moved": self.moved, "stays": [[*each] for each in self.stays]}


@transaction.atomic
def leave(person: User, *, heir: User, by: User, on: date, decision: str) -> list[Left]:
    """Thôi làm việc ở cơ quan. Raises ``Refused``."""
    if person == by:
        raise Refused("Đồng chí không tự đóng tài khoản của mình; nhờ quản trị khác làm.")
    if heir in (person, by) or not heir.positions_on(on):
        raise Refused("Chọn một người khác đang giữ chức vụ ở cơ quan.", field="heir")
    going = Going(person, heir, by, on, decision)
    left = [told for load in LOADS if (told := of(load.label, list(load.move(going))))]
    end_posts(person, on=on)
    close(person)
    history.record(
        f"tai-khoan/{person.key}",
        "leave",
        by=by.key,
        on=on,
        label=f"Thôi làm việc, giao việc cho {heir}",
        facts={"heir": heir.key, "decision": decision, "left": [each.counted for each in left]},
    )
    return left


def of(label: str, told: list[Told]) -> Left | None:
    moved = [line for line, why in told if not why]
    stays = [(line, why) for line, why in told if why]
    return Left(label, moved, stays) if told else None


def end_posts(person: User, *, on: date) -> None:
    """Held on that day, or given for a later one."""
    for position in Position.objects.filter(user=person).exclude(closed_on__lte=on):
        position.closed_on = max(on, position.opened_on)
        position.save(update_fields=["closed_on"])
    person.forget_positions()


def close(person: User) -> None:
    """No password, no link, no second step, no session: nothing opens it again by itself."""
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    OneTimeLink.objects.filter(user=person, used_at=None).update(used_at=F("made_at"))
    Restoration.objects.open().filter(user=person).update(closed_at=F("asked_at"))
    drop_all(person)
    end_all(person)
