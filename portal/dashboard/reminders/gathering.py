"""What a person is reminded of on a day: the late, the near, what waits for that person's act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.dashboard.desk import Desk
from portal.deadlines import last_soon, standing
from portal.notifications import Item
from portal.people import User
from portal.text import number
from portal.working_days import calendar

CIRCLE = {"qua-han": "quá hạn", "sap-han": "sắp đến hạn"}


def items_for(user: User, *, on: date) -> list[Item]:
    """One's own lines first, then the counts of what one answers for; nothing names anybody."""
    desk = Desk(user, on)
    return [*slips(desk), *orders(desk, on=on), *works(desk), *circle(desk)]


def slips(desk: Desk) -> Iterator[Item]:
    for row in desk.slips.tray:
        yield line_of(row, "chờ đồng chí cho ý kiến, phê duyệt")
    for row in desk.slips.handed_back:
        yield line_of(row, "bị trả lại để hoàn thiện")


def line_of(slip: Any, words: str) -> Item:
    submission = slip.submission
    code = submission.stream.partition("/")[2]
    return Item(f"Phiếu trình {code}", words, f"/trinh/{submission.pk}/")


def orders(desk: Desk, *, on: date) -> Iterator[Item]:
    for row in desk.orders.to_report:
        if row.due_on <= last_soon(on):
            stands = standing(row.due_on, as_of=on, calendar=calendar())
            yield Item("Chỉ đạo chưa báo cáo", lower(stands.words), f"/chi-dao/{row.pk}/")


def works(desk: Desk) -> Iterator[Item]:
    """Each petition and case once, however many papers of it wait; of the own book a count."""
    told: dict[str, Item] = {}
    near = [row for row in [*desk.papers, *desk.work] if row.late or row.soon]
    if sealed := sum(row.sealed for row in near):
        words = f"{number(sealed)} việc quá hạn, sắp đến hạn"
        yield Item("Sổ riêng", words, "/cong-viec/?muc=tat-ca")
    for row in near:
        if not row.sealed:
            told.setdefault(row.code, Item(row.code, lower(row.standing.words), row.url))
    waiting = [row for row in desk.papers if row.code not in told]
    told.update({row.code: Item(row.code, "văn bản chờ lấy số", row.url) for row in waiting})
    yield from told.values()


def circle(desk: Desk) -> Iterator[Item]:
    """For who answers for a unit or the office: how many, not which."""
    for part, words in CIRCLE.items():
        if count := desk.around.get(part):
            yield Item("Trong phạm vi phụ trách", f"{number(count)} đơn, vụ việc {words}",
                       f"/cong-viec/?muc={part}")  # fmt: skip


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]
