"""Models on their way, a movement in its year, awards, a document that most have heard of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from democracy.models import AwardRegulation, Briefing, Movement, Nomination, Practice
from portal.attachments import File, receive
from portal.attachments.drawing import png
from portal.instruments import Instrument, deliver_instruments
from portal.people import Body, Unit
from portal.working_days import calendar, days_after

from .office import FOLDER, Staff, read

WIDTH, HEIGHT = 480, 300
PLAIN = ("kind", "title", "area", "mobilisation", "serves", "goals", "content", "place",
         "beneficiaries", "forces", "money", "labour_days", "planned_reach")  # fmt: skip
COUNCIL = {"members": 10, "present": 9}


def strive(staff: Staff, *, today: date) -> None:
    facts = read("emulation.toml")
    AwardRegulation.deliver()
    deliver_instruments()
    regulation = AwardRegulation.load((FOLDER / "awards.toml").read_text("utf-8"), by=None, on=None)
    for row in facts["practice"]:
        practise(row, staff, today=today)
    for row in facts["movement"]:
        move(row, staff, today=today)
    for row in facts["briefing"]:
        make_heard(row, staff, today=today)
    for row in facts["past"]:
        note_past(row, regulation, staff, today=today)
    for row in facts["award"]:
        commend(row, regulation, staff, today=today)


def back(today: date, days: int) -> date:
    return calendar().on_or_before(days_after(today, -days))


def photo(by: Any) -> File:
    """A grey stand-in for a photograph."""
    rows = b"".join(bytes([90 + 120 * y // HEIGHT]) * WIDTH for y in range(HEIGHT))
    drawn = png(rows, width=WIDTH, height=HEIGHT, stride=WIDTH)
    return receive(SimpleUploadedFile("anh.png", drawn), by=by)


def practise(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    unit, tuyen = staff.units[row["unit"]], staff["tuyen"]
    head, on = staff.head_of(unit), back(today, row["days"])
    one = Practice.enrol(
        by=head, on=on, unit=unit, in_charge=head.full_name, field=staff.fields[row["field"]],
        holder=row.get("holder", "tap-the"), person_name=row.get("person", ""), from_on=on,
        **{name: row[name] for name in PLAIN if name in row},
    )  # fmt: skip
    if "listed" in row:
        one.list_up(by=staff["ha"], on=back(today, row["listed"]), prepared_by=tuyen)
    for days, text, reached in row.get("notes", ()):
        one.note_progress(by=head, on=back(today, days), text=text, reached=reached)
    if "assessed" in row:
        on = back(today, row["notes"][-1][0] - 2)
        one.self_assess(by=head, on=on, assessment=row["assessed"], criteria_met=row["criteria"])
    if "recognised" in row:
        recognise(one, row, staff, today=today)


def recognise(one: Practice, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    on, head, tuyen = back(today, row["recognised"]), staff.head_of(one.unit), staff["tuyen"]
    one.recognise(by=staff["ha"], on=on, prepared_by=tuyen)
    one.note_recognition(
        by=staff["mai"], on=on, level="so", reference=row["reference"], dated_on=on
    )
    one.add_picture(by=head, on=on, file=photo(head), caption=row["picture"])
    one.present(by=head, on=on, showcase=row["showcase"])
    for unit, days, reached, note in row["spread"]:
        one.replicate(by=tuyen, on=back(today, days), unit=staff.units[unit], reached=reached,
                      from_on=back(today, days), note=note)  # fmt: skip
    for place, days, reached, note in row["outside"]:
        one.replicate(by=tuyen, on=back(today, days), place=place, reached=reached,
                      from_on=back(today, days), note=note)  # fmt: skip


def move(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    by, on = staff["tuyen"], back(today, row["days"])
    one = Movement.draw_up(
        by=by, on=on, title=row["title"], occasion=row.get("occasion", ""), content=row["content"],
        criteria=row["criteria"], launch_form=row["launch_form"], from_on=on,
        to_on=days_after(today, row["ends"]), unit=staff.units["vp"],
        most_collectives=row.get("most_collectives"), most_persons=row.get("most_persons"),
    )  # fmt: skip
    if row.get("draft"):
        return
    one.launch(by=staff["ha"], on=on, prepared_by=by)
    for name, first, last, content in row["rounds"]:
        begins = max(days_after(today, -first), on)
        one.add_round(by=by, on=on, name=name, from_on=begins, to_on=days_after(today, -last),
                      content=content)  # fmt: skip
    for unit, name, title, goal, result, reached in row["enrolments"]:
        one.enrol(by=by, on=days_after(on, 7), unit=staff.units[unit], person_name=name,
                  title=title, goal=goal)  # fmt: skip
        if result:
            one.note_result(by=by, on=back(today, 12), enrolment=one.enrolments.latest("pk"),
                            result=result, reached=reached)  # fmt: skip


def make_heard(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    by, on = staff["tuyen"], back(today, row["days"])
    number, _, symbol = row["instrument"].partition("/")
    bodies = {body.code: body for body in Body.objects.filter(kind=Body.Kind.PARTY_CELL)}
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.HEADQUARTERS)
    one = Briefing.open_briefing(
        by=by, on=on, instrument=Instrument.objects.get(number=number, symbol=symbol),
        content=row["content"], due_on=days_after(today, row["due"]), units=units,
        bodies=bodies.values(),
    )  # fmt: skip
    for code, days, form, attending, headcount, note in row["sessions"]:
        where = {"body": bodies[code]} if code in bodies else {"unit": staff.units[code]}
        day = back(today, days)
        one.note_session(by=by, on=day, held_on=day, form=form, attending=attending,
                         headcount=headcount, note=note, **where)  # fmt: skip


def note_past(
    row: dict[str, Any], regulation: AwardRegulation, staff: Staff, *, today: date
) -> None:
    year = today.year - row["years"]
    Nomination.note_past_award(
        by=staff["tuyen"], on=back(today, 30), regulation=regulation, award=row["award"],
        year=year, unit=staff.units[row["unit"]], person_name=row.get("person", ""),
        reason=row["reason"], occasion="hang-nam", reference=row["reference"],
        dated_on=min(date(year, 12, 20), back(today, 30)),
    )  # fmt: skip


def commend(row: dict[str, Any], regulation: AwardRegulation, staff: Staff, *, today: date) -> None:
    """As far as ``stop`` says."""
    unit, on, until = staff.units[row["unit"]], back(today, row["days"]), row.get("stop", "")
    head, tuyen = staff.head_of(unit), staff["tuyen"]
    one = Nomination.nominate(
        by=head, on=on, regulation=regulation, award=row["award"], year=on.year, unit=unit,
        occasion="hang-nam", person_name=row.get("person", ""), reason=row["reason"],
        person=staff[row["account"]] if "account" in row else None,
        achievements=f"{row['reason']}. Số liệu theo báo cáo của đơn vị.",
    )  # fmt: skip
    stated = {each.code: (True, "Báo cáo của đơn vị") for each in one.conditions}
    one.state_conditions(by=head, on=on, statements=stated)
    if until == "draft":
        return
    one.state_no_obstacle(by=head, on=on, words="Không có vướng mắc phải dừng khen thưởng.")
    one.send_nomination(by=head, on=on)
    if until == "sent":
        return
    one.note_council(by=tuyen, on=on, met_on=on, yes=row["yes"], remark="Nhất trí đề nghị",
                     **COUNCIL)  # fmt: skip
    if until == "reviewed":
        return
    one.commend(by=staff["ha"], on=on, prepared_by=tuyen)
    one.note_decision(by=staff["mai"], on=on, reference=row["reference"], dated_on=on)
    one.add_picture(by=tuyen, on=on, file=photo(tuyen), caption=row["picture"])
