"""Who may do what with proposals for commendation and with the register of them.

Nothing here, and nothing that these rules guard, asks whether anybody was complained about or
denounced: that there is no obstacle is said by a person who answers for it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from democracy.rules import NOTERS, heads_its_unit, of_its_unit
from portal.people import Body
from portal.permissions import holds, is_clerk, is_coordinator, rule
from portal.planning.rules import units_of, works_here

CLOSE = ("director", "deputy_director", "coordinator")

nominates = holds(*NOTERS, why_not="Đề nghị khen thưởng do đơn vị của người được đề nghị lập.")
prepares = of_its_unit.because("Đề nghị do đơn vị đề nghị soạn.")
sends = heads_its_unit.because("Đề nghị do thủ trưởng đơn vị gửi.")
compiles = is_coordinator.because("Việc này do thường trực Hội đồng (đầu mối tổng hợp) thực hiện.")
writes_number = (is_clerk | is_coordinator).because(
    "Số và ngày quyết định do văn thư hoặc đầu mối tổng hợp ghi."
)
adds_pictures = (of_its_unit | is_clerk | is_coordinator).because(
    "Ảnh do đơn vị được khen, văn thư hoặc đầu mối tổng hợp thêm."
)
keeps_regulations = holds(
    *("coordinator", "administrator"),
    why_not="Quy định khen thưởng do đầu mối tổng hợp hoặc quản trị hệ thống nạp.",
)


@rule("Người được đề nghị không tự xác nhận cho mình; thủ trưởng đơn vị hoặc đầu mối xác nhận.")
def vouches(user: Any, subject: Any, on: date) -> bool:
    """The head of the proposing unit or the coordinator, never about themselves."""
    if subject.person_id == user.pk:
        return False
    return heads_its_unit(user, subject, on=on) or is_coordinator(user, on=on)


@rule("Việc khen thưởng do Giám đốc quyết định; không ai tự quyết định cho mình.")
def decides(user: Any, subject: Any, on: date) -> bool:
    return subject.person_id != user.pk and user.holds("director", as_of=on)


def sits_on_council(user: Any, *, on: date) -> bool:
    return any(
        row.body_id and row.body.kind == Body.Kind.COMMENDATION_COUNCIL
        for row in user.positions_on(on)
    )


def handles(user: Any, *, on: date) -> bool:
    """Reads every proposal with its conditions and votes."""
    return user.holds(*CLOSE, as_of=on) or sits_on_council(user, on=on)


def proposed_with(user: Any, *, on: date) -> Q:
    """Proposals of the reader's own unit, and about the reader."""
    return Q(unit__in=units_of(user, on=on)) | Q(person=user)


reads_regulations = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on) or keeps_regulations(user, on=on)
)
