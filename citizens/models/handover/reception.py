"""Reception goes on: places in charge, rules of the schedule, sessions to come, visits not over."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date

from django.db.models import Q
from django.db.models.base import ModelState

from portal import history
from portal.deadlines import FAR_FUTURE
from portal.people import Position
from portal.reorganisation import Handover, carries_over
from portal.text import day
from portal.working_days import days_after

from ..batch import Batch
from ..reception import PlaceCharge, Reception, Registration, RotaTurn, ScheduleRule
from ..visit import Visit

MOVED = "Chuyển đơn vị theo sắp xếp tổ chức"


@carries_over("Lượt tiếp còn việc phải làm", place=24)
def move_visits(handover: Handover) -> Iterator[str]:
    """Sealed ones move too, and are never told of."""
    rows = Visit.objects.filter(unit=handover.old).exclude(due_key=FAR_FUTURE).order_by("pk")
    for visit in rows.none() if handover.stays else rows:
        counted = visit.lock().counted()
        visit.unit = handover.heir
        visit.save(update_fields=["unit"])
        visit.recount(counted)
        tell(visit.stream, handover)
        if not visit.sealed:
            yield visit.code


@carries_over("Buổi tiếp công dân sắp tới", place=26)
def move_sessions(handover: Handover) -> Iterator[str]:
    """Of the unit, or led by somebody whose position ended."""
    for session in Reception.objects.to_come().filter(date__gte=handover.on).order_by("pk"):
        theirs = session.unit_id == handover.old.pk and not handover.stays
        led = session.host_position_id in handover.ended
        if theirs or led:
            session.unit = handover.heir if theirs else session.unit
            if led:
                session.host_position = after(session.host_position, handover)
            session.save(update_fields=["unit", "host_position"])
            tell(session.stream, handover)
            yield f"{session.code}, ngày {day(session.date)}"


def after(position: Position, handover: Handover) -> Position | None:
    """The continued position, or the head of the new unit where there is one."""
    leading = Position.objects.leading(handover.heir, as_of=handover.on).first()
    return handover.positions.get(position.pk, leading)


@carries_over("Người đăng ký gặp lãnh đạo chờ chuẩn bị ý kiến", place=27)
def move_registrations(handover: Handover) -> Iterator[str]:
    """Told by the session alone: the protocol names nobody."""
    waiting = Registration.objects.named().filter(
        unit=handover.old, reception__date__gte=handover.on
    )
    for row in waiting.none() if handover.stays else waiting.select_related("reception"):
        row.unit = handover.heir
        row.save(update_fields=["unit"])
        yield row.reception.code


@carries_over("Phiếu bàn giao đơn chưa ký nhận", place=28)
def move_batches(handover: Handover) -> Iterator[str]:
    waiting = Batch.objects.waiting().filter(unit=handover.old)
    for batch in waiting.none() if handover.stays else waiting:
        batch.unit = handover.heir
        batch.save(update_fields=["unit"])
        yield batch.code


@carries_over("Địa điểm tiếp công dân phụ trách", place=52)
def move_places(handover: Handover) -> Iterator[str]:
    """Which unit was in charge on a past day stays readable."""
    named = PlaceCharge.objects.filter(unit=handover.old).select_related("place")
    for place in {} if handover.stays else {row.place for row in named}:
        if place.unit_on(handover.on) == handover.old:
            PlaceCharge.objects.update_or_create(
                place=place, since=handover.on, defaults={"unit": handover.heir}
            )
            yield place.name


@carries_over("Quy tắc xếp lịch tiếp công dân", place=54)
def move_rules(handover: Handover) -> Iterator[str]:
    """A rule in force ends on the eve; the new unit has the same from that day."""
    rules = ScheduleRule.objects.filter(unit=handover.old)
    still = rules.filter(Q(valid_to=None) | Q(valid_to__gte=handover.on))
    for rule in rules.none() if handover.stays else still:
        heirs = continued(rule, on=handover.on) if rule.valid_from < handover.on else rule
        heirs.unit = handover.heir
        heirs.save()
        yield str(rule)


def continued(rule: ScheduleRule, *, on: date) -> ScheduleRule:
    """The same rule from that day on, with the same turns; the old one ends the day before."""
    turns = list(rule.turns.values_list("turn", "position"))
    ScheduleRule.objects.filter(pk=rule.pk).update(valid_to=days_after(on, -1))
    new = copy(rule)
    new.pk, new.valid_from = None, on
    new._state = ModelState()
    new.save()
    RotaTurn.objects.bulk_create(
        RotaTurn(rule=new, turn=turn, position_id=position) for turn, position in turns
    )
    return new


def tell(stream: str, handover: Handover) -> None:
    history.record(
        stream,
        "reorganise",
        by=handover.by.key,
        on=handover.on,
        label=f"{MOVED}: {handover.old} → {handover.heir}",
        facts={"from": handover.old.code, "decision": handover.decision},
    )
