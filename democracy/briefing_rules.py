"""Who calls for a document to be made known to everybody, and who says that it was."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import holds, rule
from portal.planning.rules import bodies_of, units_of

calls = holds(
    *("coordinator", "director", "deputy_director", "party_committee"),
    why_not="Đợt quán triệt do lãnh đạo, đầu mối tổng hợp hoặc cấp ủy mở.",
)


@rule("Buổi quán triệt do đơn vị, chi bộ có tên trong đợt hoặc nơi mở đợt ghi.")
def tells(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in a unit or sits in a body that has to hear of it; who calls, for all."""
    if calls(user, on=on):
        return True
    mine, bodies = set(units_of(user, on=on)), set(bodies_of(user, on=on))
    return bool(
        mine & {unit.pk for unit in subject.units.all()}
        or bodies & {body.pk for body in subject.bodies.all()}
    )
