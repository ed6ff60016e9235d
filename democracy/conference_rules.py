"""Who may do what with the yearly conference of a unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from democracy.rules import heads_its_unit, sees_all
from portal.people import Unit
from portal.permissions import holds, is_coordinator
from portal.planning.rules import NO_CONTENTS

__all__ = ["begins", "cosigns", "sees_all", "signs", "staff_of", "writes"]

WRITERS = ("director", "deputy_director", "head", "deputy_head", "coordinator")

begins = holds(
    *WRITERS, why_not="Hội nghị do người đứng đầu đơn vị hoặc đầu mối tổng hợp lập trên Cổng."
)
writes = (heads_its_unit | is_coordinator).because(
    "Việc này do người đứng đầu đơn vị tổ chức hội nghị hoặc đầu mối tổng hợp ghi."
)
signs = heads_its_unit.because("Giao ước thi đua do người đứng đầu đơn vị ký.")
cosigns = holds("staff_representative", why_not="Phần này do tổ chức đại diện (Công đoàn) ký.")


def staff_of(user: Any, *, on: date) -> QuerySet[Unit]:
    """Units whose staff the reader belongs to: divisions meet with the office itself."""
    held = [row for row in user.positions_on(on) if row.unit_id and row.role not in NO_CONTENTS]
    own = Q(pk__in=[row.unit_id for row in held])
    if any(row.unit.kind != Unit.Kind.SUBORDINATE for row in held):
        own |= Q(kind=Unit.Kind.HEADQUARTERS)
    return Unit.objects.filter(own)
