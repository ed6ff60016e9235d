"""What the office did and heard in the year: shared registers, visits, their conclusions."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.checklist import CHECKLIST
from democracy.models import SiteVisit
from democracy.models.visit.finding import found_at
from portal.activities import (
    Dialogue,
    Limitation,
    OpinionNote,
    Outreach,
    PartyFigures,
    PlannedVisit,
    Training,
)
from portal.fields import Field
from portal.people import Unit
from portal.working_days import calendar, days_after

from .office import Staff, read

NOT_COLUMNS = ("by", "days", "unit", "field", "lasts", "questions", "promises", "order", "orderer",
               "due", "settled")  # fmt: skip


def keep(staff: Staff, *, today: date) -> None:
    facts = read("activities.toml")
    for model, name in ((Outreach, "outreach"), (OpinionNote, "opinion")):
        for row in facts[name]:
            model.note(**line(row, staff, today=today))
    for row in facts["training"]:
        train(row, staff, today=today)
    for row in facts["party"]:
        count_the_party(row, staff, today=today)
    for row in facts["limitation"]:
        put_right(row, staff, today=today)
    for row in facts["dialogue"]:
        talk(row, staff, today=today)
    programme = plan_visits(facts["planned"], staff, today=today)
    for row in facts["visit"]:
        visit(row, staff, programme, today=today)


def line(row: dict[str, Any], staff: Staff, *, today: date) -> dict[str, Any]:
    """Written down on its own day; what is still to come on one of the last days."""
    on = days_after(today, -row["days"])
    facts = {name: each for name, each in row.items() if name not in NOT_COLUMNS}
    if "field" in row:
        facts["field"] = Field.objects.get(code=row["field"])
    return facts | {"by": staff[row["by"]], "on": min(on, today), "from_on": on,
                    "unit": staff.units[row["unit"]]}  # fmt: skip


def train(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    facts = line(row, staff, today=today)
    to_on = days_after(facts["from_on"], row["lasts"]) if "lasts" in row else None
    Training.note(to_on=to_on, **facts)


def count_the_party(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    common = {"by": "tuyen", "unit": "vp", "programme": "dan-chu", "title": "Đảng bộ Sở"}
    PartyFigures.note(**line(row | common, staff, today=today))


def put_right(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    limitation = Limitation.note(**line(row, staff, today=today))
    if "order" not in row:
        return
    ordered = calendar().on_or_after(days_after(limitation.from_on, 3))
    due = days_after(today, -row["due"])
    limitation.order_remedy(by=staff[row["orderer"]], on=ordered, text=row["order"],
                            unit=limitation.unit, due_on=due)  # fmt: skip
    if "settled" in row:
        head = staff.head_of(limitation.unit)
        limitation.ordered.answer(by=head, on=due, text=row["settled"])
        limitation.resolve(by=staff["tuyen"], on=due, resolved_on=due, result=row["settled"])


def talk(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    dialogue = Dialogue.note(**line(row, staff, today=today))
    by, on = dialogue.officer, dialogue.from_on
    for asked in row["questions"]:
        dialogue.add_question(by=by, on=on, text=asked["text"], answer=asked.get("answer", ""))
    for given in row["promises"]:
        promise = dialogue.promise(
            by=by, on=on, text=given["text"], unit=staff.units[given["unit"]],
            due_on=days_after(today, -given["due"]),
        )  # fmt: skip
        if "kept" in given:
            kept_on = days_after(today, -given["kept"])
            dialogue.keep_promise(
                by=by, on=kept_on, promise=promise, kept_on=kept_on, result=given["result"]
            )


def plan_visits(
    rows: list[dict[str, Any]], staff: Staff, *, today: date
) -> dict[str, PlannedVisit]:
    """The programme, drawn up in the autumn or winter before."""
    programme: dict[str, PlannedVisit] = {}
    for row in rows:
        made = PlannedVisit.note(
            by=staff[row["by"]], on=days_after(today, -160), programme=row["programme"],
            title=row["title"], topic=row["topic"], visited=staff.units[row["visited"]],
            unit=staff.units["vp"],
            from_on=days_after(today, -row["from"]), to_on=days_after(today, -row["until"]),
            team=row["team"], basis=row.get("basis", ""),
            combined_with=programme.get(row.get("with", "")),
        )  # fmt: skip
        programme[row.get("key", made.code)] = made
    return programme


def visit(
    row: dict[str, Any], staff: Staff, programme: dict[str, PlannedVisit], *, today: date
) -> None:
    """Opened; where ``worked`` stands, made and concluded."""
    unit, opened = staff.units[row["visited"]], days_after(today, -row["opened"])
    planned = programme.get(row.get("key", ""))
    own = row["kind"] == "tu-kiem-tra"
    by = head_at(unit, staff) if own else staff["tuyen"]
    from_on = planned.from_on if planned else opened
    made = SiteVisit.open_visit(
        by=by, on=opened, kind=row["kind"], visited=unit, unit=unit if own else staff.units["vp"],
        title=planned.title if planned else "Tự kiểm tra việc thực hiện dân chủ",
        leader=staff[row["leader"]] if "leader" in row else by, planned=planned,
        members=[staff[name] for name in row.get("members", ())],
        reference=row.get("reference", ""), dated_on=None if own else opened, from_on=from_on,
        to_on=planned.to_on if planned else days_after(opened, 7),
        report_due=None if own else days_after(from_on, -1),
    )  # fmt: skip
    if "worked" in row:
        work(made, row, staff, by=by, on=days_after(today, -row["worked"]), today=today)


def work(
    made: SiteVisit, row: dict[str, Any], staff: Staff, *, by: Any, on: date, today: date
) -> None:
    head = head_at(made.visited, staff)
    if "report" in row:
        made.send_report(by=head, on=days_after(made.from_on, -2), text=row["report"])
    look_through(made, row.get("missing", ()), by=by, on=on)
    made.write_minutes(by=by, on=on, met_on=on, present=row["present"], text=row["minutes"])
    for each in row.get("advice", ()):
        named = {name: each.get(name, "") for name in ("limit", "cause")}
        due_on = days_after(today, -each["due"])
        made.advise(by=by, on=on, text=each["text"], due_on=due_on, **named)
    signed = calendar().on_or_after(days_after(on, 5))
    signer = head if made.is_self else staff["ha"]
    made.conclude(by=signer, on=signed, strengths=row["strengths"], limits=row.get("limits", ""),
                  prepared_by=by)  # fmt: skip
    if made.plan:
        made.plan.send_out(by=staff["mai"], on=signed, number=row["number"], symbol="TB-SLĐTBXH",
                           dated_on=signed)  # fmt: skip


def head_at(unit: Unit, staff: Staff) -> Any:
    return staff["ha"] if unit.kind == Unit.Kind.HEADQUARTERS else staff.head_of(unit)


def look_through(made: SiteVisit, missing: Any, *, by: Any, on: date) -> None:
    found = found_at(made.visited, on=on)
    made.check_documents(by=by, on=on, answers=[
        {
            "item": each.code,
            "state": "khong" if each.code in missing else "co",
            "found": "; ".join(row.words for row in found.get(each.code, ()))[:300],
            "remark": "" if each.code in found else "Không có cả bản giấy"
            if each.code in missing else "Xem bản giấy tại đơn vị",
        }
        for each in CHECKLIST
    ])  # fmt: skip
