"""Who may do what with late dossiers and with breaches of the one-stop rules."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.permissions import is_leader
from portal.planning.rules import headed_by, units_of, works_here
from reforms.rules import heads_its_unit, keeps_procedures, of_its_unit, sees_all

LEADERS = ("director", "deputy_director")
WATCHERS = (*LEADERS, "procedure_officer", "coordinator")

notes_late = (keeps_procedures | of_its_unit).because(
    "Sổ này do đơn vị giải quyết hồ sơ hoặc đầu mối kiểm soát TTHC ghi."
)
signs_letters = (heads_its_unit | is_leader).because(
    "Phiếu xin lỗi do thủ trưởng đơn vị hoặc lãnh đạo cơ quan ký."
)
notes_breaches = (keeps_procedures | is_leader).because(
    "Sổ này do đầu mối kiểm soát TTHC hoặc lãnh đạo cơ quan ghi."
)


def late_seen_by(user: Any, *, on: date) -> Q:
    """Who follows the programme sees all of them, others those of their units."""
    if not works_here(user, on=on):
        return Q(pk=None)
    return Q() if sees_all(user, on=on) else Q(unit__in=units_of(user, on=on))


def breaches_seen_by(user: Any, *, on: date) -> Q:
    """The leadership, who controls procedures, and whoever heads the unit: a name is in it."""
    if user.holds(*WATCHERS, as_of=on):
        return Q()
    return Q(unit__in=headed_by(user, on=on))


def enters_late(user: Any, *, on: date) -> bool:
    return keeps_procedures(user, on=on) or bool(units_of(user, on=on))


def reads_some_breaches(user: Any, *, on: date) -> bool:
    return user.holds(*WATCHERS, as_of=on) or bool(headed_by(user, on=on))
