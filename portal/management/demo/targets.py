"""A reform plan over all its contents, the establishment since 2015, indicators and indices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from portal.fields import Field
from portal.office import Setting, kept_settings
from portal.planning import Plan
from portal.planning.funding import FINANCE_UNIT
from portal.working_days import calendar, days_after
from reforms.models import HeadcountSnapshot, Indicator

from .office import Staff, read

SOURCE = "Quyết định giao biên chế năm {year} của Ủy ban nhân dân tỉnh"
EVIDENCE = "Báo cáo tổng kết năm {year}"
PUBLISHED = "Công bố của năm {year}"


def fill(staff: Staff, *, today: date) -> None:
    facts = read("targets.toml")
    plan = issue(facts, staff, today=today)
    count_heads(facts["headcount"], staff, today=today)
    for row in facts["indicator"]:
        follow(row, staff, today=today)
    for row in facts["index"]:
        follow_index(row, staff, today=today)
    for row in facts["part"]:
        improve(row, plan, staff, today=today)


def number(words: str) -> Decimal:
    return Decimal(words.replace(",", "."))


def issue(facts: dict[str, Any], staff: Staff, *, today: date) -> Plan:
    """This year's, signed in January; last year's before that."""
    head, by = facts["plan"], staff["oanh"]
    signed = date(today.year, *head["signed"])
    year = today.year if signed <= today else today.year - 1
    on = calendar().on_or_after(date(year, *head["signed"]))
    plan = Plan.draw_up(
        by=by, on=on, programme="cai-cach", title=head["title"].format(year=year),
        unit=staff.units["so"], coordinating_unit=staff.units["vp"], year=year,
        from_on=date(year, 1, 1), to_on=date(year, 12, 31),
    )  # fmt: skip
    for row in facts["task"]:
        task = plan.add_task(
            by=by, on=on, ref=row["ref"], text=row["text"], product=row["product"],
            lead_unit=staff.units[row["unit"]], time_kind="deadline", due=date(year, *row["due"]),
            field=field_of(row), answers={"area": row["area"]},
        )  # fmt: skip
        if "budget" in row:
            plan.estimate_budget(by=by, on=on, content=row["text"], purpose=row["purpose"],
                                 amount=Decimal(row["budget"]), task=task)  # fmt: skip
    plan.issue(by=staff["ha"], on=on, prepared_by=by)
    plan.send_out(by=staff["mai"], on=on, number=head["number"], symbol=head["symbol"],
                  dated_on=on)  # fmt: skip
    for row in facts["task"]:
        finish(plan, row, staff, today=today)
    fund(plan, facts, staff, today=today)
    return plan


def field_of(row: dict[str, Any]) -> Field | None:
    return Field.objects.get(code=row["field"]) if "field" in row else None


def fund(plan: Plan, facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    """The finance unit appraises what was asked for, and says what was spent."""
    finance = staff.units[facts["finance"]]
    Setting.objects.create(name=FINANCE_UNIT, value=finance.code, valid_from=plan.from_on)
    kept_settings.forget()
    appraiser = staff.head_of(finance)
    for row, budget in zip(
        (row for row in facts["task"] if "budget" in row), plan.budgets.order_by("pk"), strict=True
    ):
        amount = Decimal(row["allocated"])
        plan.appraise_budget(by=appraiser, on=today, budget=budget, amount=amount)
        plan.approve_budget(by=staff["ha"], on=today, budget=budget, amount=amount)
        if "spent" in row:
            spent = Decimal(row["spent"])
            plan.disburse_budget(by=appraiser, on=today, budget=budget, amount=spent)


def finish(plan: Plan, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    if "done" not in row:
        return
    share = plan.shares.get(task__ref=row["ref"])
    on = days_after(share.due, row["done"])
    if on <= today:
        head = staff.head_of(share.unit)
        share.finish(by=head, on=on, result="Đã hoàn thành", product=row["product"], finished_on=on)
        share.confirm(by=staff["oanh"], on=on)


def count_heads(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    for group in ("cong-chuc", "vien-chuc"):
        for year, (assigned, present) in enumerate(facts[group], start=facts["first"]):
            if year <= today.year:
                HeadcountSnapshot.note(
                    by=staff["oanh"], on=today, year=year, group=group, assigned=assigned,
                    present=present, source=SOURCE.format(year=year),
                )  # fmt: skip


def follow(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    one = Indicator.draw_up(
        by=staff["oanh"], on=today, name=row["name"], unit_of_measure=row["measure"],
        direction=row.get("direction", "tang"), scope="co-quan", area=row["area"],
        frequency=row["frequency"], figure=row.get("figure", ""), source=row["source"],
        unit=staff.units[row["unit"]],
    )  # fmt: skip
    for year, comparator, value, source in row.get("targets", ()):
        ask(one, staff, year, value, today=today, comparator=comparator, source=source)
    head = staff.head_of(one.unit)
    for period, value in row.get("values", ()):
        if int(period) < today.year:
            one.record_value(by=head, on=today, period=period, value=number(value),
                             evidence=EVIDENCE.format(year=period))  # fmt: skip


def ask(
    one: Indicator, staff: Staff, year: int, value: str, *, today: date, comparator: str = "ge",
    source: str = "",
) -> None:  # fmt: skip
    one.set_target(
        by=staff["oanh"], on=today, comparator=comparator, value=number(value), year=year,
        source=source or one.source, from_on=date(2020, 1, 1),
    )  # fmt: skip


def follow_index(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    unit = staff.units[row["unit"]]
    one = Indicator.follow_index(by=staff["oanh"], on=today, family=row["family"], unit=unit)
    publish(one, row, staff, today=today)


def publish(one: Indicator, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    head = staff.head_of(one.unit)
    for year, value, rank, of, best in row["values"]:
        if year < today.year:
            one.record_value(
                by=head, on=today, period=str(year), value=number(value), rank=rank, of=of,
                best=number(best), evidence=PUBLISHED.format(year=year),
            )  # fmt: skip
    if "target" in row:
        year, value = row["target"]
        ask(one, staff, year, value, today=today)


def improve(row: dict[str, Any], plan: Plan, staff: Staff, *, today: date) -> None:
    one = Indicator.objects.get(catalogued=row["code"])
    publish(one, row, staff, today=today)
    if "task" in row:
        one.link_task(by=staff["oanh"], on=today, share=plan.shares.get(task__ref=row["task"]))
