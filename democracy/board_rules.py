"""Who may do what in the room of the People's Inspection Board: it writes, the head answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.permissions import holds, rule
from portal.planning.rules import headed_by, units_of, works_here

BOARD = "inspection_board"
READERS = ("director", "deputy_director", "coordinator", "staff_representative")
"""Read what the boards of all units made known."""


def boards_of(user: Any, *, on: date) -> list[int]:
    """The boards on which this user sits; a head's own position gives nothing here."""
    held = user.positions_on(on)
    return [row.body_id for row in held if row.body_id and row.role == BOARD]


def own(user: Any, *, on: date, at: str = "term__") -> Q:
    return Q(**{f"{at}body__in": boards_of(user, on=on)})


def told(user: Any, *, on: date, at: str = "term__") -> Q:
    """The staff whose board it is; that of the office is the board of all who work in it."""
    if user.holds(*READERS, as_of=on):
        return ~Q(pk=None)
    mine = Q(**{f"{at}unit__in": units_of(user, on=on)})
    return mine | Q(**{f"{at}unit__kind": "headquarters"})


works_in_the_office = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on)
)
sits_on_a_board = holds(BOARD, why_not="Việc này do Ban Thanh tra nhân dân thực hiện.")


@rule("Việc này do chính Ban Thanh tra nhân dân thực hiện; không ai khác sửa được.")
def on_its_board(user: Any, subject: Any, on: date) -> bool:
    return subject.body_id in boards_of(user, on=on)


@rule("Kiến nghị do người đứng đầu cơ quan, đơn vị trả lời.")
def heads_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)


@rule("Ban này đang hoạt động, đầu mối tổng hợp không làm thay.")
def looks_after_a_gone_board(user: Any, subject: Any, on: date) -> bool:
    """Nobody sits on it any more: what it left open is ended with a reason."""
    return subject.body_is_gone(on=on) and user.holds("coordinator", as_of=on)


@rule("Đề nghị gửi tới Ban của đơn vị mình.")
def has_this_board(user: Any, subject: Any, on: date) -> bool:
    """Staff of the unit; of the office, everybody who works in it."""
    if not works_here(user, on=on):
        return False
    return subject.unit.kind == "headquarters" or subject.unit_id in units_of(user, on=on)


recognises = holds("staff_representative", why_not="Kết quả bầu do tổ chức đại diện công nhận.")
ends = (on_its_board | looks_after_a_gone_board).because(on_its_board.why_not)
