"""What a unit that ends leaves of citizens' business: its open petitions and cases.

They keep number, clocks and due dates; an assignment says since when the new unit has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from portal import history
from portal.deadlines import FAR_FUTURE
from portal.registers import Counter
from portal.reorganisation import Handover, carries_over
from portal.text import day

from ..case import Case, director
from ..data_request import DataRequest
from ..execution import Execution
from ..petition import Petition
from ..vocabulary import OPEN_PETITION_STAGES

STILL_OPEN = Q(stage__in=OPEN_PETITION_STAGES) | ~Q(due_key=FAR_FUTURE)
MOVED = "Chuyển đơn vị theo sắp xếp tổ chức"


@carries_over("Đơn đang mở", place=10)
def move_petitions(handover: Handover) -> Iterator[str]:
    """Sealed ones move too, and are never told of: their own group sees them."""
    rows = Petition.objects.filter(STILL_OPEN, unit=handover.old).order_by("pk")
    for petition in rows.select_related("field"):
        if moved(petition, handover) and not petition.sealed:
            yield line_of(petition)


@carries_over("Vụ việc đang giải quyết", place=20)
def move_cases(handover: Handover) -> Iterator[str]:
    rows = Case.objects.open().filter(unit=handover.old).order_by("pk")
    for case in rows.select_related("field"):
        if moved(case, handover):
            yield line_of(case)


@carries_over("Nội dung đang thi hành", place=21)
def move_executions(handover: Handover) -> Iterator[str]:
    """What is still to be carried out goes to whoever has the case's field now."""
    rows = Execution.objects.open().filter(unit=handover.old).order_by("pk")
    for execution in rows.select_related("case__field"):
        field = execution.case.field if execution.case else None
        execution.unit = handover.unit_for(field)
        execution.save(update_fields=["unit"])
        if execution.case:
            yield f"{execution.case.code}, {execution.get_what_display()} – {execution.unit.short}"


@carries_over("Yêu cầu về dữ liệu cá nhân đang trả lời", place=24)
def move_data_requests(handover: Handover) -> Iterator[str]:
    rows = DataRequest.objects.open().filter(unit=handover.old).order_by("pk")
    for request in rows.none() if handover.stays else rows:
        request.unit = handover.heir
        request.save(update_fields=["unit"])
        yield f"{request.code} – {request.unit.short}"


@carries_over("Vụ việc đơn vị tự giải quyết", place=22)
def move_settled_under_own_seal(handover: Handover) -> Iterator[str]:
    """The heir settles under its own seal where it has one, else the head of the office."""
    rows = Case.objects.open().filter(settling_unit=handover.old).order_by("pk")
    for case in rows.none() if handover.stays else rows:
        heir = handover.unit_for(case.field)
        case.lock()
        case.settling_unit = heir if heir.symbol else None
        case.settler = case.sole_reader(on=handover.on) or director(handover.on)
        case.save(update_fields=["settling_unit", "settler"])
        tell(case, handover, what="Chuyển người giải quyết theo sắp xếp tổ chức")
        yield f"{case.code} – {case.settling_unit or 'Giám đốc'}"


@carries_over("Sổ thụ lý của đơn vị", place=78)
def close_books(handover: Handover) -> Iterator[str]:
    """The numbers given stay; the line says with which number each book ends."""
    symbol = "" if handover.stays else handover.old.symbol
    names = [f"{kind.book}{symbol}" for kind in Case.own_kinds.values()] if symbol else []
    for book in Counter.objects.filter(book__in=names).order_by("year", "book"):
        yield f"{book.book}, năm {book.year}: số cuối {book.last}"


def moved(item: Any, handover: Handover) -> bool:
    """Whether it goes to another unit: then it is there, with whoever went along."""
    unit = handover.unit_for(item.field)
    if unit == handover.old:
        return False
    item.lock()
    counted = item.counted()
    item.unit = unit
    item.officer_id = item.officer_id if handover.keeps(item.officer_id, unit=unit) else None
    assign(item, handover)
    item.version += 1
    item.save()
    item.recount(counted)
    tell(item, handover)
    return True


def assign(item: Any, handover: Handover) -> None:
    """From the day of the reorganisation, or from when the item has been with the old unit."""
    current = item.assignments.current().first()
    since = max(handover.on, current.since if current else item.received_on)
    item.assignments.current().update(until=since)
    item.assignments.create(unit=item.unit, officer=item.officer, by=handover.by, since=since)


def tell(item: Any, handover: Handover, *, what: str = MOVED) -> None:
    history.record(
        item.stream,
        "reorganise",
        by=handover.by.key,
        on=handover.on,
        label=f"{what}: {handover.old} → {item.unit}",
        facts={
            "from": handover.old.code,
            "unit": item.unit.code,
            "officer": item.officer.key if item.officer else "",
            "decision": handover.decision,
        },
    )


def line_of(item: Any) -> str:
    due = f", hạn {day(item.due_on)}" if item.due_on else ""
    return f"{item.code}{due} – {item.unit.short}"
