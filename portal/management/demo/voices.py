"""What the office made known, asked about and heard in the last weeks."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.models import Consultation, Posting, StaffDecision, Suggestion
from democracy.models.slip import drop, open_box
from portal.working_days import calendar, days_after

from .office import Staff, read


def speak(staff: Staff, *, today: date) -> None:
    facts = read("voices.toml")
    for row in facts["posting"]:
        make_known(row, staff, today=today)
    for row in facts["consultation"]:
        ask(row, staff, today=today)
    for row in facts["decision"]:
        decide(row, staff, today=today)
    write_letters(facts["letter"], staff, today=today)


def working_day(today: date, before: int) -> date:
    return calendar().on_or_before(days_after(today, -before))


def make_known(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    """``shown``: working days until it was posted; none: it waits still."""
    by, decided = staff[row["by"]], working_day(today, row["days"])
    posting = Posting.note_posting(
        by=by, on=decided, item=row["item"], title=row["title"].format(year=decided.year),
        reference=row.get("reference", ""), decided_on=decided, unit=staff.units[row["unit"]],
        circle="units" if "units" in row else "all",
        units=[staff.units[code] for code in row.get("units", ())],
    )  # fmt: skip
    if "secret" in row:
        posting.withhold(by=staff["ha"], on=decided, reason=row["secret"])
    elif "shown" in row:
        posting.display(
            by=staff["tuyen"], on=calendar().add(decided, row["shown"]), forms=row.get("forms", ())
        )


def ask(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    """``closes``: days from today, negative where it is over and summed up."""
    by, opened = staff[row["by"]], working_day(today, row["days"])
    asked = Consultation.draw_up(
        by=by, on=opened, item=row["item"], title=row["title"].format(year=today.year + 1),
        text=row["text"], forms=["cong", "phieu"], closes_on=days_after(today, row["closes"]),
        unit=staff.units[row["unit"]],
    )  # fmt: skip
    asked.consult(by=staff["ha"], on=opened, prepared_by=by)
    for voice in row["voices"]:
        on = days_after(opened, voice["after"])
        if "by" in voice:
            asked.comment(by=staff[voice["by"]], on=on, text=voice["text"])
        else:
            asked.hear(text=voice["text"], given_on=on)
    if "summary" in row:
        sum_up(asked, row, staff, today=today)


def sum_up(asked: Consultation, row: dict[str, Any], staff: Staff, *, today: date) -> None:
    on = calendar().on_or_after(days_after(asked.closes_on, 1))
    for opinion in list(asked.opinions.unanswered()):
        asked.answer_opinion(
            by=asked.officer, on=on, opinion=opinion, disposition="taken_up", answer=row["answer"]
        )
    asked.sum_up(by=staff["ha"], on=on, summary=row["summary"], prepared_by=asked.officer)
    if asked.posting:
        asked.posting.display(by=staff["tuyen"], on=calendar().add(on, 1))


def decide(row: dict[str, Any], staff: Staff, *, today: date) -> None:
    held = working_day(today, row["days"])
    StaffDecision.note(
        by=staff["tuyen"], on=held, unit=staff.units[row["unit"]], held_on=held,
        way="hoi-nghi", proposed_by="dai-dien",
        **{name: row[name] for name in ("item", "title", "convened", "present", "yes", "no",
                                        "other")},
    )  # fmt: skip


def write_letters(rows: list[dict[str, Any]], staff: Staff, *, today: date) -> None:
    """Dropped on a day, opened in the night that follows, one at a time on its way."""
    for row in sorted(rows, key=lambda each: -each["days"]):
        sent = days_after(today, -row["days"])
        drop(on=sent, addressed_to=row["to"], topic=row["topic"], text=row["text"])
        open_box(on=days_after(sent, 1))
        follow(Suggestion.objects.latest("pk"), row, staff)


def follow(letter: Suggestion, row: dict[str, Any], staff: Staff) -> None:
    by = staff[row.get("reader", "tuyen")]
    on = calendar().on_or_after(days_after(letter.sent_on, 2))
    if "unit" in row:
        letter.route(by=by, on=on, unit=staff.units[row["unit"]])
    if "answer" not in row:
        return
    who = staff.head_of(letter.unit) if letter.unit else by
    letter.answer_letter(by=who, on=calendar().add(on, 3), answer=row["answer"])
    if "summary" in row:
        letter.publish_answer(
            by=by, on=calendar().add(on, 5), summary=row["summary"], answer=row["answer"]
        )
