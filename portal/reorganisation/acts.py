"""The verbs: each is one transaction, ends with a protocol, and can be rehearsed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

from portal.office import Office, kept_settings, office
from portal.people import Body, Position, Succession, Unit
from portal.people import changes as people
from portal.reorganisation.cargo import CARGO, Handover
from portal.reorganisation.record import Decision, Reorganisation
from portal.text import day
from portal.workflow import Refused

KIND = Reorganisation.Kind
STAFF, LEADERS = "Cán bộ đi cùng", "Chức vụ kết thúc, chờ quyết định khác"


class Rehearsal(Exception):
    """Carries the result out of a transaction that is taken back."""

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result


def rehearsed(act: Callable[[], Any]) -> Any:
    """What an act would do: it is done and taken back, so that the count cannot be wrong."""
    try:
        with transaction.atomic():
            raise Rehearsal(act())
    except Rehearsal as told:
        return told.result
    finally:
        kept_settings.forget()
        people.endings.forget()


@transaction.atomic
def merge(units: Sequence[Unit], *, into: Unit, decision: Decision) -> Reorganisation:
    """Hợp nhất, sáp nhập: several units become one, new or one of them."""
    moved: list[dict[str, Any]] = []
    ending = [unit for unit in units if unit != into]
    for unit in ending:
        staff = {row.pk: into for row in people.staff_of(unit, on=decision.on)}
        moved += hand_over(unit, [into], "merge", decision, staff=staff)
    title = f"{', '.join(unit.name for unit in ending)} → {into.name}"
    return Reorganisation.keep(KIND.MERGE, title=title, decision=decision, moved=moved)


@transaction.atomic
def split(
    unit: Unit,
    *,
    into: Sequence[Unit],
    rest: Unit,
    staff: Mapping[int, Unit],
    by_field: Mapping[int, Unit],
    decision: Decision,
) -> Reorganisation:
    """Chia, tách: people by name, petitions and cases by field, ``rest`` has what remains."""
    heirs = [rest, *(part for part in into if part != rest)]
    moved = hand_over(unit, heirs, "split", decision, staff=staff, by_field=by_field)
    title = f"{unit.name} → {', '.join(part.name for part in into)}"
    return Reorganisation.keep(KIND.SPLIT, title=title, decision=decision, moved=moved)


@transaction.atomic
def close(
    unit: Unit, *, heir: Unit, staff: Mapping[int, Unit], decision: Decision
) -> Reorganisation:
    """Kết thúc hoạt động: the work has an heir; each person waits for a decision or goes along."""
    moved = hand_over(unit, [heir], "end", decision, staff=staff)
    title = f"{unit.name}, việc giao {heir.name}"
    return Reorganisation.keep(KIND.END, title=title, decision=decision, moved=moved)


@transaction.atomic
def rename(unit: Unit, *, name: str, short_name: str, decision: Decision) -> Reorganisation:
    """Đổi tên: the same unit, so nothing moves."""
    unit = locked(unit)
    title = f"{unit.name} → {name}"
    people.rename(unit, name=name, short_name=short_name, on=decision.on, decision=decision.number)
    return Reorganisation.keep(KIND.RENAME, title=title, decision=decision, moved=[])


@transaction.atomic
def reconstitute(body: Body, *, name: str, decision: Decision) -> Reorganisation:
    """Kiện toàn, đổi tên tổ chức: its next version has the same people."""
    people.reconstitute(body, name=name, on=decision.on)
    title = f"{body.name} → {name}"
    return Reorganisation.keep(KIND.RENAME, title=title, decision=decision, moved=[])


@transaction.atomic
def end_body(body: Body, *, decision: Decision) -> Reorganisation:
    """Kết thúc hoạt động của tổ chức: its positions end with it."""
    lines = [str(row) for row in people.end_body(body, on=decision.on)]
    moved = [{"unit": body.name, "label": "Chức vụ kết thúc", "lines": lines}] if lines else []
    return Reorganisation.keep(KIND.END, title=body.name, decision=decision, moved=moved)


@transaction.atomic
def rename_office(*, decision: Decision, **facts: str) -> Reorganisation:
    """The office itself has a new name, symbol or parent body from that day on."""
    before = office(decision.on)
    kept = {
        column.name: getattr(before, column.name)
        for column in Office._meta.concrete_fields
        if column.name not in ("id", "valid_from")
    }
    Office.objects.update_or_create(valid_from=decision.on, defaults=kept | facts)
    for unit in Unit.objects.open(as_of=decision.on).filter(kind=Unit.Kind.HEADQUARTERS)[:1]:
        if unit.name != facts["name"]:
            people.rename(
                unit,
                name=facts["name"],
                short_name=facts["short_name"],
                on=decision.on,
                decision=decision.number,
            )
    title = f"{before.name} → {facts['name']}"
    lines = changed(before, facts)
    moved = [{"unit": "", "label": "Thông tin cơ quan", "lines": lines}] if lines else []
    return Reorganisation.keep(KIND.OFFICE, title=title, decision=decision, moved=moved)


def locked(unit: Unit) -> Unit:
    """As it stands now, whatever a rehearsal or a colleague did to it. Raises ``Refused``."""
    now = Unit.objects.select_for_update().get(pk=unit.pk)
    if now.closed_on:
        raise Refused(f"{now.name} đã kết thúc từ ngày {day(now.closed_on)}.")
    return now


def changed(before: Office, facts: Mapping[str, str]) -> list[str]:
    return [
        f"{label_of(name)}: {getattr(before, name) or '…'} → {value}"
        for name, value in facts.items()
        if getattr(before, name) != value
    ]


def label_of(name: str) -> str:
    return str(getattr(Office._meta.get_field(name), "verbose_name", name))


def hand_over(
    unit: Unit,
    heirs: Sequence[Unit],
    kind: str,
    decision: Decision,
    *,
    staff: Mapping[int, Unit],
    by_field: Mapping[int, Unit] | None = None,
) -> list[dict[str, Any]]:
    """End the unit and move all that it leaves behind; returns the groups of the protocol."""
    unit = locked(unit)
    before = list(people.not_ended(unit, on=decision.on).select_related("user"))
    positions = people.end(
        unit,
        heirs=heirs,
        kind=Succession.Kind(kind),
        staff=staff,
        on=decision.on,
        decision=str(decision),
    )
    stays = unit in heirs
    ended = [row for row in before if row.pk in positions or not stays]
    handover = Handover(
        old=unit,
        heirs=tuple(heirs),
        on=decision.on,
        decision=str(decision),
        by=decision.by,
        by_field=by_field or {},
        positions=positions,
        ended=frozenset(row.pk for row in ended),
        left=frozenset(row.user_id for row in ended),
    )
    told = [*told_of_staff(ended, positions)]
    told += [(cargo.label, list(cargo.move(handover))) for cargo in CARGO]
    return [{"unit": unit.name, "label": label, "lines": lines} for label, lines in told if lines]


def told_of_staff(
    ended: Sequence[Position], positions: Mapping[int, Position]
) -> list[tuple[str, list[str]]]:
    moved = [f"{row} – {positions[row.pk].unit}" for row in ended if row.pk in positions]
    waiting = [str(row) for row in ended if row.pk not in positions]
    return [(STAFF, moved), (LEADERS, waiting)]
