"""Times without a day of the calendar: what recurs, lasts, depends on an event or a document."""

from __future__ import annotations

import re
from datetime import date

from portal.official_text.time_frames import wording
from portal.official_text.time_frames.frame import NOTHING, Context, Kind, TimeFrame
from portal.working_days import (
    days_after,
    delivered_calendar,
    end_of_month,
    months_after,
)

UNTIL = re.compile(r"(?:đến|tới) (?:hết|cuối|ngày|tháng|quý|năm)")
WHOLE_YEAR = re.compile(r"suốt (?:cả )?năm")
TIGHT = re.compile(r"không quá|(?:chậm|muộn) nhất|trước|^trong \d|^\d")
RECURRENCES = tuple((rule, re.compile(words)) for rule, words in wording.RECURRENCES)


def recurring(text: str) -> TimeFrame | None:
    """Every period anew; each occurrence gets days of its own later."""
    rules = [rule for rule, words in RECURRENCES if words.search(text)]
    rounds = wording.REPORTING_ROUND.search(text + " ")
    ends = wording.END_OF_ROUND.search(text)
    if not (rules or rounds or ends):
        return None
    named = [rule for rule in dict.fromkeys(rules) if rule != "UNSPECIFIED"] or rules[:1]
    flags = ["continuous"] if wording.CONTINUOUS.search(text) else []
    flags += ["relative_year"] if wording.RELATIVE_YEAR.search(text) else []
    flags += ["ad_hoc"] if wording.AD_HOC.search(text) else []
    return TimeFrame(Kind.RECURRING, rule="; ".join(named) or "ROUNDS", flags=tuple(flags))


def continuous(text: str, dated: TimeFrame | None, *, context: Context) -> TimeFrame:
    """The whole period; without one, what is left of the plan's year."""
    if dated and dated.kind in (Kind.WINDOW, Kind.POINT):
        return TimeFrame(Kind.CONTINUOUS, dated.start, dated.due, flags=dated.flags)
    if dated and dated.kind == Kind.DEADLINE and UNTIL.search(text):
        return TimeFrame(Kind.CONTINUOUS, None, dated.due, flags=dated.flags)
    if wording.WHOLE_SPAN_OF_EVENT.search(text) and not WHOLE_YEAR.search(text):
        return TimeFrame(Kind.CONTINUOUS, flags=("needs_anchor",))
    return without_period(dated.start if dated and dated.kind == Kind.OPEN else None, context)


def without_period(start: date | None, context: Context) -> TimeFrame:
    year = max(start.year if start else 0, context.plan_year or 0)
    if not year:
        return TimeFrame(Kind.CONTINUOUS, flags=("no_period", "year_unknown"))
    if start is None and context.issued_before_its_year:
        start = date(year, 1, 1)
    return TimeFrame(Kind.CONTINUOUS, start, end_of_month(year, 12), flags=("no_period",))


def counted(text: str, *, context: Context) -> TimeFrame | None:
    """ "05 ngày làm việc kể từ ngày nhận": per case, unless counted from the plan's own day."""
    length = wording.LENGTH.search(text)
    if length is None or not (wording.PER_CASE.search(text) or TIGHT.search(text)):
        return None
    if wording.ISSUE.search(text):
        return from_issue(int(length["n"]), length["unit"], context.issued)
    if re.search(r"sau (?:khi|ngày)", text) and "kể từ" not in text:
        return TimeFrame(Kind.EVENT, rule=f"+{length[0]}", flags=("needs_anchor",))
    return TimeFrame(Kind.SLA, rule=length[0])


def from_issue(how_many: int, unit: str, issued: date | None) -> TimeFrame:
    if issued is None or unit.startswith("giờ"):
        return TimeFrame(Kind.EVENT, rule=f"ISSUE_DATE+{how_many} {unit}", flags=("needs_anchor",))
    if unit == "ngày làm việc":
        due = delivered_calendar().add(issued, how_many)
    elif unit == "tháng":
        due = months_after(issued, how_many)
    else:
        due = days_after(issued, how_many * (7 if unit == "tuần" else 1))
    return TimeFrame(Kind.DEADLINE, None, due, rule="ISSUE_DATE", flags=("from_issue",))


def undated(text: str, *, context: Context) -> TimeFrame:
    """Nothing of the calendar stands in it."""
    if away := wording.EVENT_THEN_DAYS.search(text):
        return TimeFrame(Kind.EVENT, rule=away[0], flags=("needs_anchor",))
    if found := counted(text, context=context):
        return found
    if wording.ISSUE.search(text):
        return TimeFrame(Kind.OPEN, context.issued, rule="ISSUE_DATE", flags=("needs_anchor",))
    if wording.ON_DEMAND.search(text):
        return TimeFrame(Kind.EVENT, rule="ON_DEMAND")
    if wording.EVENTS.search(text):
        return TimeFrame(Kind.EVENT, rule=text, flags=("needs_anchor",))
    if wording.REFERENCE.search(text):
        return TimeFrame(Kind.REFERENCE, rule=text)
    return NOTHING.flagged("not_understood")
