"""Who may do what with the catalogue of procedures."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.permissions import holds, is_leader
from portal.planning.rules import works_here
from reforms.rules import keeps_procedures, of_its_unit

keeps = (keeps_procedures | of_its_unit).because(
    "Việc này do đầu mối kiểm soát TTHC hoặc đơn vị phụ trách thủ tục thực hiện."
)
opens_changes = holds(
    *("procedure_officer", "coordinator", "head", "deputy_head", "officer"),
    why_not="Việc này do đầu mối kiểm soát TTHC hoặc phòng chuyên môn thực hiện.",
)
reviews = opens_changes.because("Việc này do đơn vị được giao rà soát thực hiện.")
reviews_item = keeps.because("Việc này do đơn vị được giao rà soát thực hiện.")
approves = is_leader.because("Việc này do lãnh đạo cơ quan phê duyệt.")

SEEN_BY_ALL = ~Q(kind="noi-bo")
"""What the public may read; procedures inside the State are read by staff."""


def may_read(user: Any, *, on: date) -> bool:
    return works_here(user, on=on)
