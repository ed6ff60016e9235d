"""What the kernel itself carries over: orders, papers on their way, lines, stand-ins, settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from portal import history
from portal.fields import FieldCharge
from portal.filters import SavedFilter
from portal.instructions import Instruction
from portal.office import SETTINGS, Setting, kept_settings, setting, units_by_code
from portal.people import Position, StandIn, Unit
from portal.reorganisation.cargo import Handover, carries_over
from portal.submissions import Line, Submission
from portal.text import day
from portal.workflow import Refused

REASON = "Theo sắp xếp tổ chức"


@carries_over("Phiếu trình đang chờ ký", place=30)
def move_submissions(handover: Handover) -> Iterator[str]:
    """Whoever moved reads on in the new unit; a leader's place goes to the new unit's leader."""
    open_or_back = Submission.objects.filter(state__in=("open", "handed_back"))
    waiting = open_or_back.filter(line__overlap=[*handover.ended])
    for paper in waiting.order_by("pk"):
        redirect(paper, handover)
        yield code_of(paper.stream)


def redirect(paper: Submission, handover: Handover) -> None:
    before = paper.line
    heirs = {pk: reader_after(pk, handover) for pk in before if pk in handover.ended}
    line = [heirs.get(pk, pk) for pk in before]
    paper.line = list(dict.fromkeys(pk for pk in line if pk))
    if not paper.line or not line[-1]:
        raise Refused(
            f"Phiếu trình {code_of(paper.stream)} chưa có người ký ở {handover.heir}:"
            " giao chức vụ người đứng đầu đơn vị này trước."
        )
    if paper.reader_id in handover.ended:
        at = before.index(paper.reader_id)
        paper.reader_id = next(pk for pk in line[at:] if pk)
    paper.save(update_fields=["line", "reader"])
    note(paper.stream, handover, label=f"{REASON}: chuyển phiếu trình", submission=paper.pk)


def reader_after(pk: int, handover: Handover) -> int | None:
    """The continued position, or whoever holds the same role in the new unit."""
    if moved := handover.positions.get(pk):
        return moved.pk
    role = Position.objects.values_list("role", flat=True).get(pk=pk)
    held = Position.objects.holding(role, as_of=handover.on, unit=handover.heir).first()
    return held.pk if held else None


@carries_over("Ý kiến chỉ đạo chưa kết thúc", place=40)
def move_instructions(handover: Handover) -> Iterator[str]:
    orders = Instruction.objects.open().filter(unit=handover.old)
    for order in orders.none() if handover.stays else orders.order_by("pk"):
        order.unit = handover.heir
        order.save(update_fields=["unit"])
        if order.stream:
            note(order.stream, handover, label=f"{REASON}: chuyển ý kiến chỉ đạo")
        about = code_of(order.stream) or "Ý kiến chỉ đạo chung"
        yield f"{about}, hạn báo cáo {day(order.due_on)}"


@carries_over("Đường trình", place=50)
def move_lines(handover: Handover) -> Iterator[str]:
    """Each new unit keeps its own lines; where it has none for a step, it inherits."""
    on = handover.on
    old = Line.objects.open(as_of=on).filter(unit=handover.old)
    for heir in handover.heirs:
        known = Line.objects.open(as_of=on).filter(unit=heir)
        for line in old.exclude(step__in=[row.step for row in known]):
            yield str(
                Line.objects.create(unit=heir, step=line.step, roles=line.roles, opened_on=on)
            )
    if handover.old not in handover.heirs:
        old.update(closed_on=on)


@carries_over("Lĩnh vực đơn vị phụ trách", place=55)
def move_fields(handover: Handover) -> Iterator[str]:
    """Up to that day the old unit was in charge, from it on the one that has its matters."""
    rows = FieldCharge.objects.open(as_of=handover.on).filter(unit=handover.old)
    for row in rows.select_related("field"):
        heir = handover.unit_for(row.field)
        if heir != handover.old:
            last, row.closed_on = row.closed_on, handover.on
            row.save(update_fields=["closed_on"])
            FieldCharge.objects.create(
                field=row.field, unit=heir, opened_on=handover.on, closed_on=last
            )
            yield f"{row.field} – {heir.short}"


@carries_over("Phân công người thay khi vắng", place=60)
def move_stand_ins(handover: Handover) -> Iterator[str]:
    """A decision that still holds goes on between the same people."""
    old = [*handover.positions]
    rows = StandIn.objects.filter(Q(absent__in=old) | Q(stand_in__in=old), to_on__gte=handover.on)
    for row in rows.select_related("absent__user", "stand_in__user"):
        continued = StandIn.objects.create(
            absent=handover.positions.get(row.absent_id, row.absent),
            stand_in=handover.positions.get(row.stand_in_id, row.stand_in),
            from_on=max(row.from_on, handover.on),
            to_on=row.to_on,
            decision_number=row.decision_number,
            decided_on=row.decided_on,
        )
        if row.from_on < handover.on:
            row.to_on = handover.on - timedelta(days=1)
            row.save(update_fields=["to_on"])
        else:
            row.delete()
        yield str(continued)


@carries_over("Quy định riêng của cơ quan", place=70)
def move_settings(handover: Handover) -> Iterator[str]:
    """What named the old unit names the new one from that day on."""
    kept_settings.forget()
    for known in SETTINGS.values():
        names_units = known.choices is units_by_code
        named = setting(known.name, as_of=handover.on)
        if names_units and named == handover.old.code and not handover.stays:
            Setting.objects.update_or_create(
                name=known.name,
                valid_from=handover.on,
                defaults={"value": handover.heir.code, "decision": handover.decision},
            )
            yield f"{known.label}: {handover.heir}"
    kept_settings.forget()


@carries_over("Bộ lọc dùng chung trong đơn vị", place=75)
def move_filters(handover: Handover) -> Iterator[str]:
    """Named by their owners: only how they are called, never what they ask."""
    shared = SavedFilter.objects.filter(unit=handover.old)
    for saved in shared.none() if handover.stays else shared:
        saved.unit = handover.heir
        saved.save(update_fields=["unit"])
        yield f"Bộ lọc của {saved.owner}"


@carries_over("Đơn vị trực thuộc", place=80)
def move_children(handover: Handover) -> Iterator[str]:
    children = Unit.objects.open(as_of=handover.on).filter(parent=handover.old)
    others = children.exclude(pk__in=[heir.pk for heir in handover.heirs])
    for unit in others.none() if handover.stays else others:
        unit.parent = handover.heir
        unit.save(update_fields=["parent"])
        yield unit.name


def code_of(stream: str) -> str:
    return stream.partition("/")[2]


def note(stream: str, handover: Handover, *, label: str, **facts: object) -> None:
    """Told in the history of what it is about."""
    history.record(
        stream,
        "reorganise",
        by=handover.by.key,
        on=handover.on,
        label=label,
        facts={"from": handover.old.code, "decision": handover.decision, **facts},
    )
