"""A session in words: whether it was posted in time, what the law asks before it goes online."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery

from portal import deadlines, history
from portal.deadlines import Standing
from portal.people import User
from portal.text import day, upper_first
from portal.working_days import calendar

from .. import statutes
from ..models.reception.vocabulary import Kind, ReceptionStage
from .timeline import Entry

ONE_HOUR_BEFORE = "Mở kết nối ít nhất 1 giờ trước giờ tiếp (Điều 23 Nghị định 154/2026/NĐ-CP)."


@dataclass(frozen=True)
class Duty:
    """Something that the law wants done so many working days before the session."""

    label: str
    standing: Standing
    article: str


def duties(session: Any, *, on: date) -> list[Duty]:
    """Niêm yết, and online the notice and the test of the line; the last days are counted back."""
    asked = [("niêm yết", "TCD_NIEM_YET", session.displayed_on)] if is_posted(session) else []
    if session.online:
        asked += [
            ("thông báo cho các bên", "TCD_TT_BAO", session.notified_on),
            ("kiểm tra đường truyền", "TCD_TT_THU", session.tested_on),
        ]
    told = (duty(act, rule, done_on, session, on=on) for act, rule, done_on in asked)
    return [each for each in told if each]


def is_posted(session: Any) -> bool:
    """An extraordinary session cannot be posted days before."""
    return session.kind == Kind.PERIODIC


def duty(act: str, rule: str, done_on: date | None, session: Any, *, on: date) -> Duty | None:
    term = statutes.RULES[rule]
    if session.date < term.versions[0].since:
        return None
    deadline = deadlines.compute(term, start=session.date, calendar=calendar())
    assert deadline.due is not None
    if done_on is None and session.stage != ReceptionStage.PLANNED:
        return None
    stands = done(act, done_on, deadline.due) if done_on else not_done(deadline.due, on=on)
    return Duty(upper_first(act), stands, deadline.article)


def done(act: str, done_on: date, due: date) -> Standing:
    """On its last day it is still in time."""
    if done_on <= due:
        short = f"Đã {act} {day(done_on)}"
        return Standing("done", f"{short}, đúng hạn {day(due)}", short, None)
    late = calendar().count(due, done_on)
    words = f"Đã {act} {day(done_on)}, chậm {late} ngày làm việc (hạn {day(due)})"
    return Standing("late", words, f"Chậm {late} ngày làm việc", due)


def not_done(due: date, *, on: date) -> Standing:
    return deadlines.standing(due, as_of=on, calendar=calendar())


def posting(session: Any, *, on: date) -> Standing | None:
    """How the posting stands, for a line of the schedule."""
    found = duty("niêm yết", "TCD_NIEM_YET", session.displayed_on, session, on=on)
    return found.standing if found and is_posted(session) else None


def last_day_to_post(held_on: date) -> date | None:
    """Counted back from the day of a periodic session; None before the law asked for it."""
    term = statutes.RULES["TCD_NIEM_YET"]
    if held_on < term.versions[0].since:
        return None
    return deadlines.compute(term, start=held_on, calendar=calendar()).due


def posting_counts_from(posted_on: date) -> str:
    """What posting on that day is in time for, before any day has been chosen."""
    days = statutes.RULES["TCD_NIEM_YET"].versions[-1].length
    first = day(calendar().add(posted_on, days))
    return f"Buổi định kỳ niêm yết hôm nay thì tiếp từ ngày {first} mới đủ {days} ngày làm việc"


def late_posting(held_on: date, *, posted_on: date) -> str:
    """The warning that goes with a posting after its last day, or ''."""
    due = last_day_to_post(held_on)
    if due is None or posted_on <= due:
        return ""
    late = calendar().count(due, posted_on)
    return f"Hạn niêm yết buổi ngày {day(held_on)} là {day(due)}, chậm {late} ngày làm việc."


def when_to_post(session: Any) -> str:
    """Beside the day of posting: until when, and by which article."""
    due = last_day_to_post(session.date) if is_posted(session) else None
    if due is None:
        return ""
    article = statutes.RULES["TCD_NIEM_YET"].versions[0].article
    return f"Chậm nhất ngày {day(due)} ({article})"


def head_of_month_missing(year: int, sessions: list[Any]) -> list[int]:
    """Months without a day of the head in person (khoản 2 Điều 18 Luật Tiếp công dân)."""
    own = {
        session.date.month
        for session in sessions
        if session.unit_id is None
        and session.host == "thu_truong"
        and session.stage in (ReceptionStage.PLANNED, ReceptionStage.HELD)
    }
    return [month for month in range(1, 13) if month not in own]


def facts_of(session: Any) -> list[tuple[str, str]]:
    """What the page of a session says of it."""
    told = [
        ("Người chủ trì", f"{session.host_words} ({session.get_host_display().lower()})"),
        ("Thời gian", session.hours),
        ("Địa điểm", f"{session.place}\n{session.place.address}" if session.place else ""),
        ("Đơn vị", str(session.unit or "")),
        ("Thành phần", session.participants),
        ("Nội dung dự kiến", session.expected_content),
        ("Niêm yết", day(session.displayed_on) if session.displayed_on else ""),
        ("Lý do", session.reason),
    ]
    return [(words, value) for words, value in told if value]


def told_of(session: Any) -> list[Entry]:
    """Diễn biến, the newest first; who registered stands in a list of its own."""
    name = Subquery(User.objects.filter(username=OuterRef("by")).values(name=F("full_name")))
    rows = history.events(session.stream).exclude(step="enrol").annotate(by_name=name)
    return [entry_of(event) for event in rows.order_by("-seq")]


def entry_of(event: Any) -> Entry:
    number = event.facts.get("number", "")
    return Entry(
        on=event.on,
        at=event.at,
        title=f"{event.label} số {number}" if number else event.label,
        by=event.by_name or event.by,
        text="\n".join(str(value) for value in event.values.values() if value),
    )
