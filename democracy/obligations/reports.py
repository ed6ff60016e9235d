"""T15: whoever has a model on the list reports on the movement by the outline's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from democracy import reporting  # noqa: F401  the outlines make themselves known
from democracy.models import Practice
from democracy.models.practice.vocabulary import Kind
from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.reporting import Report
from portal.reporting.outlines import outlines
from portal.reporting.reports import Stage

MOVEMENT = "dan-van"


def movement_reports(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Units with a model of the year; who has none is told by the duty to have one."""
    outline = outlines()[MOVEMENT]
    models = Practice.objects.listed().of_year(year).filter(kind=Kind.MODEL, unit__in=units)
    wanted = set(models.values_list("unit", flat=True))
    rows = Report.objects.filter(outline=MOVEMENT, unit__in=wanted, to_on__year=year)
    made = {row.unit_id: row for row in rows}
    for unit in (each for each in units if each.pk in wanted):
        row = made.get(unit.pk)
        yield Owed(
            outline.name, unit, due=outline.last_day(year),
            done_on=row.dated_on if row and row.stage == Stage.SENT else None,
            record=row.code if row else "",
            url=row.get_absolute_url() if row
            else f"/bao-cao-ky/?loai={MOVEMENT}&don-vi={unit.code}",
        )  # fmt: skip


register(
    Duty("T15", "Báo cáo phong trào “Dân vận khéo”", outlines()[MOVEMENT].due_source,
         movement_reports)
)  # fmt: skip
