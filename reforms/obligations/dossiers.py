"""A letter for each dossier one working day before it is late; the Director hears of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portal.obligations import Duty, Owed, in_time, register
from portal.people import Unit
from reforms.dossier_rules import LEADERS
from reforms.models import LateDossier
from reforms.models.dossiers.late import LAW, day_to_prepare, told_in_time

MOST = 100


def letters(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """What still waits for its letter or got it late, one by one; the others as a number."""
    by_id = {unit.pk: unit for unit in units}
    rows = LateDossier.objects.kept().filter(unit__in=units, due_on__year=year)
    waiting = rows.without_letter(as_of=as_of) | rows.exclude(told_in_time()).exclude(
        letter_on=None
    )
    for row in waiting.order_by("due_on", "pk")[:MOST]:
        yield Owed(
            f"Phiếu xin lỗi cho hồ sơ {row.number}", by_id[row.unit_id],
            due=day_to_prepare(row.due_on), done_on=row.letter_on, record=row.code,
            url=row.get_absolute_url(),
        )  # fmt: skip
    told: dict[int, int] = {}
    for unit in rows.filter(told_in_time()).values_list("unit", flat=True):
        told[unit] = told.get(unit, 0) + 1
    counts = [(by_id[unit], n) for unit, n in told.items()]
    yield from in_time("{n} hồ sơ đã xin lỗi, hẹn lại trước hạn", counts, on=as_of)


def past_twice(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """The new day passed too: the office itself sees to it, for its leaders to read."""
    office = next((unit for unit in units if unit.kind == Unit.Kind.HEADQUARTERS), None)
    if office is None:
        return
    rows = LateDossier.objects.past_their_new_day(as_of=as_of).filter(due_on__year=year)
    for row in rows.select_related("unit").order_by("promised_on", "pk")[:MOST]:
        yield Owed(
            f"Hồ sơ {row.number} của {row.unit} quá cả ngày hẹn lại", office,
            due=row.promised_on, record=row.code, url=row.get_absolute_url(), readers=LEADERS,
        )  # fmt: skip


register(Duty("PXL", "Phiếu xin lỗi hồ sơ quá hạn", LAW, letters))
register(Duty("QHL", "Hồ sơ quá cả ngày hẹn lại", LAW, past_twice))
