"""T12: the self-score, by the last day of its round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy.models import ScoreSheet
from portal.obligations import Duty, Owed, register
from portal.people import Unit


def self_scores(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Units are rated for a year; persons' sheets are nobody's duty but their own."""
    rows = ScoreSheet.objects.filter(unit__in=units, person=None, round__year=year)
    by_id = {unit.pk: unit for unit in units}
    for row in rows.select_related("round__criteria"):
        yield Owed(
            f"Gửi bản tự chấm: {row.round}", by_id[row.unit_id], due=row.round.self_due,
            done_on=row.self_scored_on, record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip


register(Duty("T12", "Tự chấm điểm, xếp loại", "bộ tiêu chí của kỳ xếp loại", self_scores))
