"""What a person is reminded of on a day: the late, the near, what waits for that person's act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from citizens.statistics import CASES_OVERDUE, PETITIONS_OVERDUE
from democracy import letters_of_month
from portal.dashboard.desk import Desk
from portal.dashboard.leadership import waits_for
from portal.deadlines import last_soon, standing
from portal.notifications import Item, is_told
from portal.notifications.mentions import told_to
from portal.people import User
from portal.templatetags.navigation import steers
from portal.text import number
from portal.working_days import calendar

FEW = 3
CIRCLE = {"qua-han": "quá hạn", "sap-han": "sắp đến hạn"}


def items_for(user: User, *, on: date) -> list[Item]:
    """One's own lines first, then the counts of what one answers for; nothing names anybody."""
    desk = Desk(user, on)
    parts: dict[str, Callable[[], Iterable[Item]]] = {
        "mentions": lambda: mentions(user, on=on),
        "office": lambda: of_the_office(user, on=on),
        "slips": lambda: slips(desk),
        "restorations": lambda: restorations(desk),
        "orders": lambda: orders(desk, on=on),
        "works": lambda: works(desk),
        "duties": lambda: duties(desk, on=on),
        "tasks": lambda: tasks(desk, on=on),
        "circle": lambda: circle(desk),
        "letters": lambda: letters_of_month.told_to(user, on=on),
    }
    return [item for kind, lines in parts.items() if is_told(kind, on=on) for item in lines()]


def mentions(user: User, *, on: date) -> Iterator[Item]:
    """The record's code; who wrote and what stands in the note itself."""
    for mention, subject in told_to(user, on=on, unread=True):
        yield Item(mention.code, "có đồng nghiệp nhắc tên", subject.get_absolute_url())


def of_the_office(user: User, *, on: date) -> Iterator[Item]:
    """For who steers the office: how many of each wait or are late, and where the rest stands."""
    if not steers(user, on=on):
        return
    signing, unreported, _ = waits_for(user, on=on)[0]
    counts = (
        (signing, "chờ ký"),
        (CASES_OVERDUE.value(on), "vụ việc quá hạn"),
        (PETITIONS_OVERDUE.value(on), "đơn quá hạn"),
        (unreported, "chỉ đạo chưa báo cáo"),
    )
    told = ", ".join(f"{number(count)} {words}" for count, words in counts if count)
    if told:
        yield Item("Báo cáo nhanh", told, "/dieu-hanh/")


def slips(desk: Desk) -> Iterator[Item]:
    for row in desk.slips.tray:
        yield line_of(row, "chờ đồng chí cho ý kiến, phê duyệt")
    for row in desk.slips.handed_back:
        yield line_of(row, "bị trả lại để hoàn thiện")


def line_of(slip: Any, words: str) -> Item:
    submission = slip.submission
    code = submission.stream.partition("/")[2]
    return Item(f"Phiếu trình {code}", words, f"/trinh/{submission.pk}/")


def restorations(desk: Desk) -> Iterator[Item]:
    for row in desk.restorations:
        yield Item("Khôi phục đăng nhập", "chờ đồng chí xác nhận", f"/khoi-phuc/{row.pk}/")


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


def duties(desk: Desk, *, on: date) -> Iterator[Item]:
    """What a unit owes by law or plan: the duty and the code of its record, not what it is about.

    More than a handful of one duty is a number.
    """
    kinds: dict[tuple[str, Any], list[Any]] = {}
    for line in desk.duties.pressing:
        kinds.setdefault((line.duty.label, line.owed.place), []).append(line.owed)
    for (label, place), rows in kinds.items():
        if len(rows) > FEW:
            late = sum(row.is_late(as_of=on) for row in rows)
            told = f"{number(len(rows))} việc, {number(late)} quá hạn"
            yield Item(label, f"{place}: {told}", f"/dan-chu/viec-phai-lam/?cua={place.code}")
            continue
        for row in rows:
            words = lower(row.standing(as_of=on).words)
            yield Item(
                label, f"{row.record or place}: {words}", row.url or "/dan-chu/viec-phai-lam/"
            )


def tasks(desk: Desk, *, on: date) -> Iterator[Item]:
    """Shares of the reader's unit that are late or near; what waits for who follows the plans."""
    for row in desk.tasks.rows:
        if desk.tasks.is_for_the_reader(row) and row.due and row.due <= last_soon(on):
            words = lower(row.standing(as_of=on).words)
            yield Item(f"Nhiệm vụ {row.code}", words, row.get_absolute_url())
    for waiting in desk.tasks.waiting:
        yield Item("Kế hoạch, nhiệm vụ", waiting["words"], waiting["url"])


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]
