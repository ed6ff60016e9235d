"""The office held its conference and follows the resolution; a centre has sent its invitations."""

from __future__ import annotations

import io
from datetime import date, time
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from democracy import agenda
from democracy.models import Conference
from democracy.papers.conference import PAPERS, write_paper
from portal.attachments import receive
from portal.working_days import calendar, days_after, months_after

from .office import Staff, read

HOUR = time(8, 30)
MARCH = (3, 12)


def confer(staff: Staff, *, today: date) -> None:
    facts = read("conferences.toml")
    one = held(facts["office"], staff, met=last_meeting(today))
    follow(one, facts["office"], staff, today=today)
    for row in facts["unit"]:
        held_in_short(row, facts["short"], staff, met=last_meeting(today))
    prepare(facts["centre"], staff, today=today)


def last_meeting(today: date) -> date:
    """In March about the year before; until then the one before that."""
    met = date(today.year, *MARCH)
    return calendar().on_or_after(met if days_after(met, 10) < today else months_after(met, -12))


def held(facts: dict[str, Any], staff: Staff, *, met: date) -> Conference:
    by, head = staff["tuyen"], staff["ha"]
    one = drawn_up(facts, by=by, head=head, staff=staff, work_year=met.year - 1,
                   on=days_after(met, -30))  # fmt: skip
    invite(one, facts, by=by, on=days_after(met, -14), met=met)
    one.count_present(by=by, on=met, present=facts["present"])
    for row in facts["part"]:
        reporter = agenda.PARTS[row["code"]].reporter
        one.report_part(by=by, on=met, part=row["code"], reporter=reporter, summary=row["summary"])
    one.skip_part(by=by, on=met, part="b", reason=facts["no_union"])
    one.sign_pledge(by=head, on=met, text=facts["pledge"], signed_on=met)
    one.cosign(by=staff["yen"], on=met, paper="giao-uoc")
    for row in facts["vote"]:
        other = one.present - row["yes"] - row["no"]
        one.note_vote(by=by, on=met, other=other, **row)
    adopt(one, facts, staff, on=calendar().add(met, 1))
    return one


def held_in_short(
    facts: dict[str, Any], short: dict[str, Any], staff: Staff, *, met: date
) -> Conference:
    """A unit of its own seal: its head does it all."""
    head = staff.head_of(staff.units[facts["unit"]])
    one = drawn_up(facts, by=head, head=head, staff=staff, work_year=met.year - 1,
                   on=days_after(met, -20))  # fmt: skip
    invite(one, facts, by=head, on=days_after(met, -10), met=met)
    one.count_present(by=head, on=met, present=facts["present"])
    for code in ("a", "b", "c", "d", "dd", "g"):
        reporter = agenda.PARTS[code].reporter
        one.report_part(by=head, on=met, part=code, reporter=reporter, summary=short["said"])
    one.skip_part(by=head, on=met, part="e", reason=short["none"])
    one.sign_pledge(
        by=head, on=met, text=short["pledge"], signed_on=met, partner=facts["secretary"]
    )
    one.note_vote(by=head, on=met, item=agenda.RESOLUTION, title="Nội dung nghị quyết hội nghị",
                  yes=facts["present"], no=0, other=0)  # fmt: skip
    on = calendar().add(met, 1)
    one.adopt(by=head, on=on, items=short["items"], minutes=minutes_of(one, by=head, on=on),
              focal=one.unit)  # fmt: skip
    return one


def minutes_of(one: Conference, *, by: Any, on: date) -> Any:
    """The draft stands for the signed paper."""
    written = io.BytesIO()
    write_paper(written, PAPERS["bien-ban"], one, on=on)
    return receive(SimpleUploadedFile("Bien ban hoi nghi.docx", written.getvalue()), by=by)


def drawn_up(
    facts: dict[str, Any], *, by: Any, head: Any, staff: Staff, work_year: int, on: date
) -> Conference:
    return Conference.draw_up(
        by=by, on=on, unit=staff.units[facts["unit"]], work_year=work_year,
        total_staff=facts["total_staff"], chair=head.full_name, secretary=facts["secretary"],
    )  # fmt: skip


def invite(one: Conference, facts: dict[str, Any], *, by: Any, on: date, met: date) -> None:
    one.convene(
        by=by, on=on, meets_on=met, hour=HOUR, place=facts["place"], convened=one.total_staff
    )


def adopt(one: Conference, facts: dict[str, Any], staff: Staff, *, on: date) -> None:
    """The items are handed out, signed and sent out."""
    by, rows = staff["tuyen"], facts["item"]
    one.adopt(by=by, on=on, items=[row["text"] for row in rows],
              minutes=minutes_of(one, by=by, on=on), focal=staff.units["vp"])  # fmt: skip
    plan: Any = one.plan
    for task, row in zip(plan.tasks.all(), rows, strict=True):
        plan.edit_task(
            by=by, on=on, task=task, lead_unit=staff.units[row["lead"]], time_kind="deadline",
            due=calendar().on_or_after(days_after(on, row["due"])), product="Báo cáo kết quả",
        )  # fmt: skip
    plan.issue(by=staff["ha"], on=on)
    plan.send_out(by=staff["mai"], on=on, number="01", symbol="NQ-SLĐTBXH", dated_on=on)


def follow(one: Conference, facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    plan: Any = one.plan
    for row in facts["item"]:
        if "done" not in row:
            continue
        on = calendar().on_or_after(days_after(plan.dated_on, row["done"]))
        if on >= today:
            continue
        share = plan.shares.get(task__text=row["text"])
        share.finish(by=staff.head_of(share.unit), on=on, result="Đã làm xong, đã thông báo.",
                     product=f"Báo cáo số 12 ngày {on:%d/%m/%Y}", finished_on=on)  # fmt: skip
        share.confirm(by=staff["tuyen"], on=on)
    due = one.next_check_on
    if due and due < today:
        on = calendar().on_or_before(due)
        one.check_resolution(
            by=staff["tuyen"], on=on, checked_on=on, text="Hai việc đã xong, một việc xong chậm vì"
            " chờ dự toán; việc mua máy quét làm tiếp trong quý IV.",
        )  # fmt: skip
        one.cosign(by=staff["yen"], on=on, paper="kiem-tra-1")


def prepare(facts: dict[str, Any], staff: Staff, *, today: date) -> None:
    """In the first quarter about the year before, later in the year about this one."""
    work_year = today.year - 1 if today <= date(today.year, *MARCH) else today.year
    head = staff.head_of(staff.units[facts["unit"]])
    on = calendar().on_or_before(days_after(today, -6))
    one = drawn_up(facts, by=head, head=head, staff=staff, work_year=work_year, on=on)
    met = calendar().on_or_after(days_after(today, 15))
    invite(one, facts, by=head, on=today, met=met)
