"""Who may do what with emulation movements."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.rules import NOTERS, of_its_unit
from portal.permissions import holds, is_coordinator, is_leader, rule
from portal.planning.rules import units_of

draws_up = holds(*NOTERS, why_not="Phong trào thi đua do đơn vị được giao soạn thảo.")
prepares = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
launches = is_leader.because("Phong trào do lãnh đạo cơ quan phát động.")


@rule("Đăng ký thi đua do các phòng, đơn vị thực hiện.")
def takes_part(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in a unit for it; the coordinator for all."""
    return bool(units_of(user, on=on)) or user.holds("coordinator", as_of=on)


def sees_all(user: Any, *, on: date) -> bool:
    return user.holds("director", "deputy_director", "coordinator", as_of=on)
