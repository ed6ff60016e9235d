"""Where and when the invented office receives citizens: two years of sessions by its rules."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import count
from typing import Any

from citizens.models import Party, Reception, ReceptionPlace, ScheduleRule
from citizens.words.conclusion import recipients_of
from portal.instructions import instruct
from portal.people import Position
from portal.working_days import calendar

from .office import BEGINNING, Staff, read

EARLIER = timedelta(days=20)
LATELY = 6
"""So many of the last sessions have a conclusion; of these every third has a task left undone."""
HOURS = {"starts_at": time(7, 30), "ends_at": time(11, 30)}


def arrange(staff: Staff, *, today: date) -> None:
    """Places, rules, the sessions of this year and the next, and what became of those past."""
    facts = read("receptions.toml")
    places = [add_place(each, staff) for each in facts["place"]]
    for rule in add_rules(facts["rule"], staff, place=places[0]):
        for year in (today.year, today.year + 1):
            plan(rule, staff, year=year, today=today)
    keep_past_days(staff, facts, today=today)
    look_ahead(staff, facts, today=today)


def add_place(facts: dict[str, Any], staff: Staff) -> ReceptionPlace:
    facts = dict(facts)
    seasons, hung, unit = facts.pop("season"), facts.pop("hung", []), facts.pop("unit")
    place = ReceptionPlace.objects.create(opened_on=BEGINNING, **facts)
    charged = staff.units[unit]
    place.charges.create(unit=charged, since=charged.opened_on)
    for season in seasons:
        place.seasons.create(**season)
    for paper in hung:
        place.hung_papers.create(**paper)
    return place


def add_rules(facts: list[dict[str, Any]], staff: Staff, *, place: Any) -> list[ScheduleRule]:
    rules = []
    for row in facts:
        turns = row.pop("turns", [])
        rule = ScheduleRule.objects.create(place=place, valid_from=BEGINNING, **HOURS, **row)
        for number, username in enumerate(turns, 1):
            rule.turns.create(turn=number, position=leading(staff, username))
        rules.append(rule)
    return rules


def leading(staff: Staff, username: str) -> Position:
    held = staff[username].positions_on(staff.today)
    return next(row for row in held if row.role in ("director", "deputy_director"))


def plan(rule: ScheduleRule, staff: Staff, *, year: int, today: date) -> None:
    """Written down and posted weeks before; what lies too far ahead is not posted yet."""
    for due in rule.days_in(year, calendar=calendar()):
        on = calendar().on_or_before(min(due.on - EARLIER, today))
        session = Reception.plan(
            by=staff["lan"],
            on=on,
            rule=rule,
            date=due.on,
            host_position=rule.host_on(due.on),
            place=rule.place,
            participants=rule.participants,
            expected_content=rule.expected_content,
            **HOURS,
        )
        if due.on.year == today.year or due.on < today + 6 * EARLIER:
            session.display(by=staff["lan"], on=on, displayed_on=on)


def keep_past_days(staff: Staff, facts: dict[str, Any], *, today: date) -> None:
    """Every fifth day nobody came; the last days have their conclusions and tasks."""
    past = list(Reception.objects.to_come().filter(date__lt=today).select_related("host_position"))
    for number, session in zip(count(1), past, strict=False):
        host = staff.by_id[session.host_position.user_id]
        if number % 5 == 0:
            session.receive_nobody(by=staff["lan"], on=session.date)
        elif session in past[-LATELY:]:
            told = facts["conclusion"][number % 2]
            conclude(session, host, staff, told, today=today, undone=number % 3 == 0)
        else:
            session.hold(by=staff["lan"], on=session.date)


def conclude(
    session: Any, host: Any, staff: Staff, facts: dict[str, Any], *, today: date, undone: bool
) -> None:
    session.write_conclusion(by=staff["lan"], on=session.date, text=facts["text"])
    unit = staff.units[facts["unit"]]
    task = instruct(
        by=host,
        on=session.date,
        text=facts["task"],
        unit=unit,
        due_on=calendar().add(session.date, 10),
        subject=session,
    )
    signed_on = calendar().add(session.date, 3)
    if signed_on < today:
        session.announce(by=host, on=signed_on, draft=facts["text"])
    sent_on = calendar().add(signed_on, 1)
    if sent_on < today:
        number = f"{90 + session.pk}/TB-SLĐTBXH"
        whom = recipients_of(session)
        on = {"on": sent_on, "dated_on": sent_on}
        session.send_out(by=staff["mai"], number=number, recipients=whom, **on)
    if not undone:
        carry_out(task, host, staff.head_of(unit), facts["report"], today=today)


def carry_out(task: Any, host: Any, head: Any, report: str, *, today: date) -> None:
    """Reported two days before it is due, closed by whoever gave it when that day has come."""
    reported_on = calendar().subtract(task.due_on, 2)
    if reported_on < today:
        task.answer(by=head, on=reported_on, text=report)
    if task.due_on < today:
        task.close(by=host, on=task.due_on)


def look_ahead(staff: Staff, facts: dict[str, Any], *, today: date) -> None:
    """Who registered for the next day; of the later ones one is postponed, one called off."""
    to_come = Reception.objects.to_come().filter(date__gte=today)
    session, *_, later, last = to_come[:5]
    known = Party.objects.exclude(id_number="").order_by("pk").first()
    for row in facts["registered"]:
        person = row.pop("known", False) and known
        who = {name: getattr(person, name) for name in ("name", "id_number")} if person else {}
        session.enrol(by=staff["lan"], on=today, **(row | who))
    session.enrol_sealed(by=staff["lan"], on=today, people=1, channel="dien_thoai")
    moved_to = calendar().add(later.date, 3)
    later.postpone(by=staff["lan"], on=today, reason=facts["postponed"], date=moved_to, **HOURS)
    last.cancel(by=staff["lan"], on=today, reason=facts["cancelled"])
    go_online(staff, facts["online"], today=today)


def go_online(staff: Staff, facts: dict[str, Any], *, today: date) -> None:
    """An extraordinary session online, everybody told in time."""
    session = Reception.plan(
        by=staff["lan"],
        on=today,
        kind="dot_xuat",
        online=True,
        date=calendar().add(today, 9),
        host_position=leading(staff, "dung"),
        expected_content=facts["content"],
        **HOURS,
    )
    session.prepare_online(by=staff["lan"], on=today, notified_on=today)
    session.enrol(by=staff["lan"], on=today, **facts["registered"])
    told = {"accepts_online": True, "channel": "dien_thoai"}
    session.enrol_sealed(by=staff["lan"], on=today, **told)
