"""The office's catalogue beside the national list, what changed lately, what becomes simpler."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from portal.working_days import calendar, days_after
from reforms.catalogue.bringing import bring_in
from reforms.catalogue.delivered import delivered
from reforms.catalogue.national import load
from reforms.models import Procedure, ProcedureChange, ReviewPlan, Simplification
from reforms.procedure_codes import read_code

from .office import Staff, read

BROUGHT_BY, HOURLY = "nhập sổ", 40_000
FULL_SINCE, NOT_ELIGIBLE = 420, "Phải kiểm tra thực tế hoặc đối chiếu bản gốc"


def fill(staff: Staff, *, today: date) -> None:
    facts = read("procedures.toml")
    take_in(facts, staff, today=today)
    for row in facts["described"]:
        describe(row, staff, today=today)
    for row in facts["change"]:
        change(row, staff, today=today)
    for row in facts["proposal"]:
        propose(row, staff, today=today)
    review(facts["review"], staff, today=today)


def take_in(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    """In one go: three hundred procedures by verbs would take longer than a start may."""
    on = working_day(today, 700)
    days, levels = facts["days"], facts["levels"]
    own = (row for row in delivered().rows if row["code"].code in days or row["level"] in levels)
    rows = [with_days(row, days) for row in own]
    older = [{**row, "code": read_code(row["code"])} for row in facts["older"]]
    bring_in([*rows, *older], by=BROUGHT_BY, on=on)
    load(delivered().rows, on=working_day(today, 12))
    for area, unit in facts["unit"].items():
        Procedure.objects.filter(area__key=area).update(unit=staff.units[unit])
    tell_online(today=today)
    for row in facts["older"]:
        if "answer" in row:
            one = Procedure.objects.get(code=row["code"])
            one.answer_check(
                by=staff["khanh"], on=working_day(today, 5), answer=row["answer"],
                other_code=row["other_code"],
            )  # fmt: skip


def with_days(row: dict[str, Any], days: dict[str, int]) -> dict[str, Any]:
    known = days.get(row["code"].code)
    return row | ({"quantity": Decimal(known), "measure": "working"} if known else {})


def tell_online(*, today: date) -> None:
    """Most are eligible, most of these done from end to end; the last digit decides."""
    every = Procedure.objects.all()
    done = every.filter(code__regex="[0-4]$")
    done.update(
        eligible_full_online=True, online_level="toan-trinh", post_receive=True, post_return=True,
        payment_online=True, full_online_on=days_after(today, -FULL_SINCE),
    )  # fmt: skip
    every.filter(code__regex="[5-6]$").update(
        eligible_full_online=True, online_level="mot-phan", post_receive=True, post_return=True
    )
    every.filter(code__regex="[7-8]$").update(
        eligible_full_online=False, online_level="mot-phan", not_eligible_because=NOT_ELIGIBLE
    )


def describe(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    one, by, on = Procedure.objects.get(code=row["code"]), staff["khanh"], working_day(today, 300)
    parts = ("sequence", "manner", "audience", "authority", "result", "conditions", "basis_words")
    one.describe(by=by, on=on, name=one.name, **{name: row[name] for name in parts})
    limits = [
        {"case": each["case"], "channel": "", "quantity": Decimal(each["days"]),
         "measure": "working", "fee": each.get("fee")}
        for each in row["limits"]
    ]  # fmt: skip
    one.set_limits(by=by, on=on, limits=limits)
    papers = [
        {"name": name, "kind": kind, "from_database": bool(others)}
        for name, kind, *others in row["papers"]
    ]
    one.set_papers(by=by, on=on, papers=papers, sets=1)
    case = limits[0]["case"]
    one.set_process(by=by, on=on, steps=[
        {"content": content, "performer": performer, "quantity": Decimal(quantity),
         "measure": "working", "case": case}
        for content, performer, quantity in row["steps"]
    ])  # fmt: skip


def change(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    """Each day counts from that of the instrument; what lies after today has not happened."""
    by, since = staff["khanh"], working_day(today, row["ago"])
    one = ProcedureChange.open_change(
        by=by, on=later(since, 1), sort=row["sort"], title=row["title"],
        because=row["because"], promulgated_on=since, unit=staff.units[row["unit"]],
        effective_on=days_after(since, row["effective"]),
        procedures=Procedure.objects.filter(code__in=row["codes"]),
    )  # fmt: skip
    if "drafted" in row:
        on = later(since, row["drafted"])
        one.note_draft(by=by, on=on, done_on=on)
    if "signed" in row:
        on = later(since, row["signed"])
        one.note_decision(by=by, on=on, decision=row["decision"], signed_on=on)
    verbs = {"entered": "note_entry", "posted": "note_posting", "process": "note_process"}
    for name in sorted(verbs.keys() & row.keys(), key=lambda name: row[name]):
        on = later(since, row[name])
        getattr(one, verbs[name])(by=by, on=on, done_on=on)


def propose(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    by, khanh, on = staff[row["by"]], staff["khanh"], working_day(today, row["ago"])
    one = Simplification.propose(
        by=by, on=on, procedure=Procedure.objects.get(code=row["code"]), sort=row["sort"],
        content=row["content"], reason=row["reason"], recommendation=row["recommendation"],
        days_before=Decimal(row["before"]), days_after=Decimal(row["after"]), hourly=HOURLY,
        dossiers=row["dossiers"], unit=staff.units[row["unit"]],
    )  # fmt: skip
    if row["stage"] == "proposed":
        return
    on = calendar().add(on, 5)
    one.adopt(by=staff["ha"], on=on, prepared_by=khanh)
    one.send(by=khanh, on=on, sent_on=on)
    if row["stage"] == "sent":
        return
    on = calendar().add(on, 30)
    one.note_decision(by=khanh, on=on, decision=row["decision"], decided_on=on)
    on = calendar().add(on, 20)
    one.carry_out(by=by, on=on, carried_out_on=on)


def review(rows: list[dict[str, Any]], staff: Staff, *, today: date) -> None:
    """This year's plan; last year's while it is still January."""
    by, year = staff["khanh"], today.year if today.month > 1 else today.year - 1
    on = calendar().on_or_after(date(year, 1, 10))
    plan = ReviewPlan.draw_up(by=by, on=on, year=year, unit=staff.units["vp"])
    for row in rows:
        plan.add_item(
            by=by, on=on, procedure=Procedure.objects.get(code=row["code"]),
            unit=staff.units[row["unit"]], due_on=date(year, *row["due"]), basis=row["basis"],
            product="Báo cáo rà soát, phương án đơn giản hóa",
        )  # fmt: skip
    plan.approve(by=staff["ha"], on=on, prepared_by=by)
    plan.send(by=by, on=calendar().add(on, 4), sent_on=calendar().add(on, 4))
    for row in rows:
        done = calendar().on_or_after(date(year, *row["done"])) if "done" in row else today
        if "done" in row and done <= today:
            item = plan.items.get(procedure__code=row["code"])
            plan.note_result(by=by, on=done, item=item, done_on=done, result=row["result"])


def later(since: date, days: int) -> date:
    return calendar().on_or_after(days_after(since, days))


def working_day(today: date, before: int) -> date:
    return calendar().on_or_before(days_after(today, -before))
