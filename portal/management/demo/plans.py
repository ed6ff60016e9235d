"""A plan of the office in its year: signed, sent to the units, reported on, once in difficulty."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.instruments import Instrument, Issuer, deliver_instruments
from portal.instruments.citing import citations
from portal.people import Unit
from portal.planning import Plan, TaskUnit
from portal.working_days import calendar, end_of_month

from .office import Staff, read
from .plan_document import read_into

APRIL, MAY = (4, 28), (5, 6)
NOT_RECEIVED = "ncc"


def issue(staff: Staff, *, today: date) -> None:
    """This year's plan, or last year's while it is not yet May."""
    facts = read("plans.toml")
    year = today.year if (today.month, today.day) > MAY else today.year - 1
    deliver_instruments()
    direct(facts["directive"], year=year)
    plan = draw_up(staff, facts, year=year)
    signed = calendar().on_or_after(date(year, *MAY))
    plan.issue(by=staff["ha"], on=signed, prepared_by=staff["tuyen"])
    head = facts["plan"]
    plan.send_out(
        by=staff["mai"], on=signed, number=head["number"], symbol=head["symbol"], dated_on=signed
    )
    for row in facts["own"]:
        follow(plan, row, facts["task"], staff, year=year, today=today)
    receive(plan, staff)
    report_of_the_office(plan, facts["task"], staff, today=today)
    stand_in_the_way(plan, staff, today=today)
    draw_up_next(plan, staff, today=today)


def direct(facts: dict[str, Any], *, year: int) -> None:
    issuer = Issuer.objects.get(code="ubnd-tinh")
    rest = facts | {"title": facts["title"].format(year=year), "kind": "ke-hoach"}
    row = Instrument(issuer=issuer, year=year, **rest)
    row.search_text = row.words_to_search()
    row.save()


def draw_up(staff: Staff, facts: dict[str, Any], *, year: int) -> Plan:
    by, on, head = staff["tuyen"], calendar().on_or_after(date(year, *APRIL)), facts["plan"]
    plan = Plan.draw_up(
        by=by,
        on=on,
        programme=head["programme"],
        title=head["title"].format(year=year),
        unit=staff.units["so"],
        coordinating_unit=staff.units["vp"],
        year=year,
        from_on=date(year, 1, 1),
        to_on=date(year, 12, 31),
        unit_plans_due=day_of(head["unit_plans_due"], year),
        unit_plans_words=head["unit_plans_words"].format(year=year),
    )
    for words in head["bases"]:
        words = words.format(year=year)
        named = [row for each in citations(words) for row in each.instruments()]
        plan.cite(by=by, on=on, words=words, instrument=named[0] if named else None)
    for row in facts["section"]:
        plan.add_section(by=by, on=on, **row)
    read_into(plan, facts, staff, on=on)
    units = [unit for unit in staff.units.values() if sent_to(unit, on)]
    own = [unit for unit in units if unit.kind == Unit.Kind.SUBORDINATE]
    plan.address_to(by=by, on=on, units=units, owing=own, names=head["names"])
    return plan


def sent_to(unit: Unit, on: date) -> bool:
    closed = unit.closed_on is not None and unit.closed_on <= on
    opened = unit.opened_on is None or unit.opened_on <= on
    return unit.kind != Unit.Kind.HEADQUARTERS and opened and not closed


def day_of(written: str | None, year: int) -> date | None:
    if not written:
        return None
    month, day = map(int, written.split("-"))
    return date(year, month, min(day, end_of_month(year, month).day))


def follow(
    plan: Plan, row: dict[str, Any], tasks: Any, staff: Staff, *, year: int, today: date
) -> None:
    """A unit has received, has its own plan, and reports what it has done."""
    unit = staff.units[row["unit"]]
    head = staff.head_of(unit)
    assert plan.dated_on is not None
    plan.acknowledge(by=head, on=calendar().add(plan.dated_on, 2))
    if own := day_of(row.get("on"), year):
        plan.note_unit_plan(
            by=staff["tuyen"], on=own, unit=unit, reference=row["number"], dated_on=own
        )
    done = [task for task in tasks if task.get("done") and task.get("group")]
    for task in done[: row["reports"]]:
        share = plan.shares.get(unit=unit, task__ref=task["ref"])
        report(share, task, head, staff, today=today)


def receive(plan: Plan, staff: Staff) -> None:
    """The divisions say that they have the plan; one has not yet."""
    assert plan.dated_on is not None
    on = calendar().add(plan.dated_on, 3)
    for position in staff.holding("head"):
        unit = position.unit
        known = unit and unit.kind == Unit.Kind.DIVISION and unit.code != NOT_RECEIVED
        if known and plan.recipients.filter(unit=unit, acknowledged_on=None).exists():
            plan.acknowledge(by=position.user, on=on)


def report(share: TaskUnit, task: dict[str, Any], by: Any, staff: Staff, *, today: date) -> None:
    on = day_of(task["done"], share.plan.year)
    if on is None or on > today:
        return
    product = f"{task['product']} số {10 + share.pk % 20} ngày {on:%d/%m/%Y}"
    share.finish(by=by, on=on, result=f"Đã xong: {task['product']}.", product=product,
                 finished_on=on)  # fmt: skip
    if (confirmed := calendar().add(on, 3)) <= today:
        share.confirm(by=staff["tuyen"], on=confirmed)


def report_of_the_office(plan: Plan, tasks: Any, staff: Staff, *, today: date) -> None:
    for task in tasks:
        if task.get("done") and task.get("lead"):
            share = plan.shares.get(task__ref=task["ref"])
            report(share, task, staff["phuong"], staff, today=today)


def stand_in_the_way(plan: Plan, staff: Staff, *, today: date) -> None:
    """A date that was moved, an obstacle that waits, work that goes on all year."""
    unit = staff.units["ttct"]
    head, year = staff.head_of(unit), plan.year
    for month, words in ((6, "12 đầu việc"), (9, "09 đầu việc")):
        on = date(year, month, 20)
        if on <= today:
            share = plan.shares.get(unit=unit, task__ref="II.7")
            share.report_progress(
                by=head, on=on, percent=month * 8, text=f"Đã niêm yết {words} trên bảng tin"
            )
    on = date(year, 9, 8)
    if on > today:
        return
    moved = plan.shares.get(unit=staff.units["cscn"], task__ref="II.10")
    moved.reschedule(
        by=staff["ha"], on=on, due=date(year, 10, 30), reason="Chờ hướng dẫn của Sở Tài chính",
        prepared_by=staff.head_of(staff.units["cscn"]),
    )  # fmt: skip
    late = plan.shares.get(unit=staff.units["ttdd"], task__ref="II.10")
    late.raise_issue(
        by=staff.head_of(staff.units["ttdd"]), on=date(year, 10, 9) if today >= date(year, 10, 9)
        else on, text="Chưa có mức chi mới của tỉnh nên chưa lấy ý kiến được",
        asks="Đề nghị lùi sang tháng 11",
    )  # fmt: skip


def draw_up_next(plan: Plan, staff: Staff, *, today: date) -> None:
    """In autumn next year's plan is a draft."""
    on = date(plan.year, 11, 5)
    if on <= today:
        plan.begin_again(by=staff["tuyen"], on=on, year=plan.year + 1)
