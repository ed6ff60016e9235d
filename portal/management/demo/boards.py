"""The office's inspection board and its steering committees: a year of theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
    CommitteeVersion,
)
from portal.instruments import Instrument, Issuer
from portal.people import Body, Position, Unit
from portal.periods import Quarter
from portal.planning import Plan
from portal.working_days import calendar, days_after

from .office import Staff, read

OLD, TERM_BEGAN = date(2023, 4, 14), 420
"""The board before was elected under the old decree; the present one so many days ago."""


def fill(staff: Staff, *, today: date) -> None:
    facts = read("boards.toml")
    term = elect(facts["board"], staff, today=today)
    work(term, facts, staff, today=today)
    committee(facts, staff, today=today)


def working_day(today: date, before: int) -> date:
    return calendar().on_or_before(days_after(today, -before))


# the board


def elect(facts: dict[str, Any], staff: Staff, *, today: date) -> BoardTerm:
    body, unit = Body.objects.get(code="ban-ttnd"), staff.units["so"]
    for username in facts["members"][2:]:
        Position.objects.create(
            user=staff[username], role="inspection_board", body=body, opened_on=OLD,
            title="Ủy viên Ban Thanh tra nhân dân",
        )  # fmt: skip
        staff[username].forget_positions()
    on = working_day(today, TERM_BEGAN)
    old = begun(facts["before"], staff, body=body, unit=unit, on=OLD, places=3)
    old.recognise(by="portal", on=OLD, recognised_on=OLD, recognition="03/QĐ-CĐCS")
    old.end_term(by=staff["cuong"], on=on, ended_on=on, reason="Hội nghị bầu Ban nhiệm kỳ mới")
    term = begun(facts["members"], staff, body=body, unit=unit, on=on, places=5)
    recognised = calendar().add(on, 3)
    term.recognise(
        by=staff["yen"], on=recognised, recognised_on=recognised, recognition="02/QĐ-TĐD"
    )
    return term


def begun(names: list[str], staff: Staff, *, body: Body, unit: Unit, on: date, places: int) -> Any:
    by = staff["cuong"]
    term = BoardTerm.elect(by=by, on=on, body=body, unit=unit, elected_on=on, staff=62,
                           places=places)  # fmt: skip
    for place, name in enumerate(names):
        office = "truong-ban" if place == 0 else "uy-vien"
        term.fill_seat(by=by, on=on, user=staff[name], office=office, since=on)
    return term


def work(term: BoardTerm, facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    by = staff["cuong"]
    begin = calendar().on_or_after(Quarter.containing(today).start)
    parts = facts["programme"]
    quarter = BoardProgramme.draw_up(
        by=by, on=begin, term=term, period_code=Quarter.containing(today).code, **parts
    )
    quarter.issue(by=by, on=begin)
    for row in facts["inspection"]:
        inspect(term, row, quarter, staff, today=today)
    for row in facts["request"]:
        heard(term, row, staff, today=today)
    report(term, facts["report"], staff, today=today)


def inspect(
    term: BoardTerm, row: dict[str, Any], quarter: Any, staff: Staff, *, today: date
) -> None:
    """``starts``: days from today; ``notified``: days before today, none: still in preparation."""
    by, start = staff["cuong"], calendar().on_or_after(days_after(today, row["starts"]))
    drawn = working_day(today, row["planned"])
    one = BoardInspection.plan_inspection(
        by=by, on=drawn, term=term, inspected=staff.units[row["unit"]], title=row["title"],
        plan=row["plan"], kind=row["kind"], starts_on=start, ends_by=calendar().add(start, 3),
        programme=quarter if row["starts"] > 0 else None,
    )  # fmt: skip
    if not row.get("notified"):
        return
    one.notify(by=by, on=drawn, told_representative=True)
    if "results" in row:
        on = calendar().add(start, 5)
        one.write_results(by=by, on=on, results=row["results"])
        for asked in row["asked"]:
            recommend(one, asked, staff, today=today)


def recommend(one: BoardInspection, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    by, on = staff["cuong"], working_day(today, row["days"])
    asked = BoardRecommendation.send_recommendation(
        by=by, on=on, term=one.term, inspection=one, title=row["title"], text=row["text"],
        received_on=on,
    )  # fmt: skip
    if "answer" in row:
        answered = working_day(today, row["days"] - row["after"])
        asked.answer_recommendation(
            by=staff["ha"], on=answered, outcome="tiep-thu", answer=row["answer"]
        )
        if row.get("settled"):
            asked.confirm_settled(by=by, on=calendar().add(answered, 2))


def heard(term: BoardTerm, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    on = working_day(today, row["days"])
    asked = BoardRequest.ask_board(
        by=staff[row["by"]], on=on, term=term, title=row["title"], text=row["text"]
    )
    if "answer" in row:
        asked.answer_request(by=staff["cuong"], on=calendar().add(on, 4), answer=row["answer"])


def report(term: BoardTerm, words: dict[str, str], staff: Staff, *, today: date) -> None:
    last, by = Quarter.containing(today).previous(), staff["cuong"]
    on = calendar().on_or_after(days_after(last.end, 3))
    one = BoardReport.compile_report(
        by=by, on=on, term=term, kind="quy", from_on=last.start, to_on=last.end, label=last.label,
        **words,
    )  # fmt: skip
    one.send_report(by=by, on=on)


# the committees


def committee(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    body = Body.objects.get(code="bcd-dan-chu")
    first = composed(body, facts["first"], staff, on=working_day(today, 900))
    first.reconstitute(by=staff["ha"], on=first.on, valid_from=first.on, prepared_by=staff["tuyen"])
    first.note_decision(by=staff["mai"], on=first.on, reference="41/QĐ-SLĐTBXH", dated_on=first.on)
    on = working_day(today, 250)
    now = CommitteeVersion.compose(by=staff["tuyen"], on=on, unit=staff.units["so"], body=body)
    for row in facts["added"]:
        seated(now, row, staff, on=on)
    now.reconstitute(by=staff["ha"], on=on, valid_from=on, prepared_by=staff["tuyen"])
    now.note_decision(by=staff["mai"], on=on, reference="63/QĐ-SLĐTBXH", dated_on=on)
    now.attach_regulation(by=staff["tuyen"], on=on, regulation=regulation(staff, on=on))
    programme(body, facts["task"], staff, today=today)
    meet(now, facts["meeting"], staff, today=today)
    of_a_unit(facts["campaign"], staff, today=today)


def meet(version: Any, facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    """What was concluded is handed out and followed; one conclusion is done."""
    met = working_day(today, facts["days"])
    meeting = version.note_meeting(
        by=staff["tuyen"], on=met, met_on=met, present=facts["present"], text=facts["text"],
        items=[row["text"] for row in facts["item"]], focal=staff.units["vp"],
    )  # fmt: skip
    plan = meeting.plan
    for task, row in zip(plan.tasks.all(), facts["item"], strict=True):
        plan.edit_task(
            by=staff["tuyen"], on=met, task=task, lead_unit=staff.units[row["lead"]],
            time_kind="deadline", due=working_day(today, row["due"]), product="Báo cáo kết quả",
        )  # fmt: skip
    plan.issue(by=staff["ha"], on=met)
    plan.send_out(by=staff["mai"], on=met, number=facts["number"], symbol="TB-BCĐ", dated_on=met)
    share = plan.shares.order_by("pk").first()
    on = working_day(today, facts["done"])
    share.finish(by=staff.head_of(share.unit), on=on, result=facts["result"],
                 product=facts["product"], finished_on=on)  # fmt: skip


def composed(body: Body, rows: list[dict[str, Any]], staff: Staff, *, on: date) -> Any:
    one: Any = CommitteeVersion.compose(by=staff["tuyen"], on=on, unit=staff.units["so"], body=body)
    for row in rows:
        seated(one, row, staff, on=on)
    one.on = on
    return one


def seated(one: CommitteeVersion, row: dict[str, Any], staff: Staff, *, on: date) -> None:
    by = one.officer
    user = staff[row["by"]] if "by" in row else None
    one.add_seat(by=by, on=on, role=row["role"], post=row["post"], user=user)
    seat = one.seats.last()
    if "duty" in row:
        one.assign_duty(
            by=by, on=on, seat=seat, text=row["duty"],
            fields=[staff.fields[code] for code in row.get("fields", ())],
            units=[staff.units[code] for code in row.get("units", ())],
        )  # fmt: skip


def regulation(staff: Staff, *, on: date) -> Instrument:
    return Instrument.enter(
        by=staff["mai"], on=on, kind="quy-che", number="05", symbol="QC-BCĐ", year=on.year,
        month=on.month, day=on.day, issuer=Issuer.objects.get(code="so"),
        title="Quy chế hoạt động của Ban Chỉ đạo thực hiện dân chủ Sở", in_force_from=on,
        internal=True,
    )  # fmt: skip


def programme(body: Body, tasks: list[str], staff: Staff, *, today: date) -> None:
    """This year's; last year's while it is not yet March."""
    year = today.year if today.month > 2 else today.year - 1
    on = calendar().on_or_after(date(year, 2, 24))
    plan = Plan.draw_up(
        by=staff["tuyen"], on=on, kind="chuong-trinh", programme="dan-chu", body=body,
        title=f"Công tác của Ban Chỉ đạo thực hiện dân chủ năm {year}", unit=staff.units["so"],
        coordinating_unit=staff.units["vp"], year=year, from_on=date(year, 1, 1),
        to_on=date(year, 12, 31),
    )  # fmt: skip
    for place, text in enumerate(tasks, start=1):
        plan.add_task(by=staff["tuyen"], on=on, ref=str(place), text=text,
                      lead_unit=staff.units["vp"])  # fmt: skip
    plan.issue(by=staff["ha"], on=on, prepared_by=staff["tuyen"])
    plan.send_out(by=staff["mai"], on=on, number="02", symbol="CTr-BCĐ", dated_on=on)


def of_a_unit(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    """A unit's own, without its programme of the year."""
    unit, on = staff.units[row["unit"]], working_day(today, 230)
    by = staff.head_of(unit)
    one = CommitteeVersion.compose(by=by, on=on, unit=unit, kind="ban-van-dong", name=row["name"])
    for seat in row["seat"]:
        seated(one, seat, staff, on=on)
    one.reconstitute(by=by, on=on, valid_from=on)
    one.note_decision(by=by, on=on, reference="17/QĐ-TTDVVL", dated_on=on)
