"""What a unit that ends leaves of the reform: what is still followed; what was told stays its."""

from __future__ import annotations

from collections.abc import Iterator

from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note
from reforms.models.indicator import Indicator


@carries_over("Chỉ tiêu đang theo dõi", place=70)
def move_indicators(handover: Handover) -> Iterator[str]:
    """Where a part was split off, all stays."""
    rows = Indicator.objects.followed().filter(unit=handover.old)
    for one in rows.none() if handover.stays else rows.order_by("pk"):
        one.unit = handover.heir
        one.save(update_fields=["unit"])
        note(one.stream, handover, label=f"{REASON}: chuyển chỉ tiêu", unit=one.unit.code)
        yield one.code
