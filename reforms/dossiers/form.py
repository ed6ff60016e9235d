"""Biểu II.06a: its columns, its sums, a line for each field and one for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.fields import Field
from portal.people import Unit
from portal.periods import Period, period_with
from portal.returns import Check, Column, Figures, Form, Scope, checked
from portal.returns.forms import Amount
from portal.text import day
from portal.working_days import days_after
from reforms.dossiers.tally import Key, Tally, by_field, by_unit, tallies, total
from reforms.models import DossierCount

RECEIVED = "Số lượng hồ sơ nhận giải quyết"
IN_PERIOD = "Trong kỳ"
SETTLED = "Số lượng hồ sơ đã giải quyết"
OPEN = "Số lượng hồ sơ đang giải quyết"
RULES = ("3=4+5+6=7+11", "7=8+9+10", "11=12+13")
CARRIED_OVER = "6=11 kỳ trước"


def counted(scope: Scope) -> dict[int | None, Figures]:
    """The line of all fields."""
    return {scope.unit.pk if scope.unit else None: lines_in(scope)[-1].told}


def counted_by_field(scope: Scope) -> dict[str, Figures]:
    return {line.field.code: line.told for line in lines_in(scope) if line.field}


II_06A = Form(
    code="II.06a",
    title="Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải"
    " quyết thủ tục hành chính",
    version="Thông tư 01/2020/TT-VPCP",
    since=date(2020, 10, 21),
    columns=(
        Column(3, "Tổng số", (RECEIVED,)),
        Column(4, "Trực tuyến", (RECEIVED, IN_PERIOD)),
        Column(5, "Trực tiếp, bưu chính", (RECEIVED, IN_PERIOD)),
        Column(6, "Từ kỳ trước", (RECEIVED,)),
        Column(7, "Tổng số", (SETTLED,)),
        Column(8, "Trước hạn", (SETTLED,)),
        Column(9, "Đúng hạn", (SETTLED,)),
        Column(10, "Quá hạn", (SETTLED,)),
        Column(11, "Tổng số", (OPEN,)),
        Column(12, "Trong hạn", (OPEN,)),
        Column(13, "Quá hạn", (OPEN,)),
    ),
    checks=RULES,
    count=counted,
    rows=lambda scope, number: DossierCount.objects.within(*scope.period.dates),
    lines_are="Lĩnh vực",
    lines=counted_by_field,
)
NUMBERS = tuple(column.number for column in II_06A.columns)


@dataclass(frozen=True)
class FieldLine:
    """One line: of a field, of a unit or, where there is neither, of all."""

    field: Field | None
    tally: Tally
    before: int | None
    """Column 11 of the period before; None where nobody told it."""
    unit: Unit | None = None
    name: str = "Tổng cộng"

    @property
    def figures(self) -> dict[int, int | None]:
        return {number: self.tally[number] for number in NUMBERS}

    @property
    def told(self) -> Figures:
        """What is kept when the form is frozen."""
        return {number: value for number, value in self.figures.items() if value is not None}

    @property
    def off_by(self) -> int:
        """By how much column 6 differs from column 11 of the period before."""
        carried = self.tally[6]
        return 0 if carried is None or self.before is None else carried - self.before

    @property
    def checks(self) -> list[Check]:
        if not self.tally:
            return []
        carried = [] if self.before is None else [Check(CARRIED_OVER, self.off_by == 0)]
        return [*checked(RULES, self.amount), *carried]

    def amount(self, form: str, column: int) -> Amount:
        return self.tally[column] or 0


def lines(first: date, last: date, unit: Unit | None = None) -> list[FieldLine]:
    """The fields in the office's own order, then the line of all."""
    return list(lines_of(tallies(first, last), left_before(first), unit))


def lines_in(scope: Scope) -> list[FieldLine]:
    return lines(*scope.period.dates, scope.unit)


def lines_by_unit(first: date, last: date) -> list[FieldLine]:
    """Each unit that has rows, what was told of the office as a whole, then the line of all."""
    found, before = tallies(first, last), left_before(first)
    tallied = by_unit(found)
    told = [
        FieldLine(None, tallied[unit.pk], left_of(before, None, unit.pk), unit, unit.name)
        for unit in Unit.objects.filter(pk__in=[key for key in tallied if key])
    ]
    if None in tallied:
        told.append(FieldLine(None, tallied[None], None, name="Ghi chung cả cơ quan"))
    return [*told, FieldLine(None, total(found), left_of(before, None, None))]


def whole_months(start: date, end: date) -> Period | None:
    """Whole months, of the calendar or of the reports (15th to 14th)."""
    if start > end or start.day not in (1, 15) or days_after(end, 1).day != start.day:
        return None
    return period_with(start, end) or Period(start, end, f"từ {day(start)} đến {day(end)}")


def lines_of(
    found: dict[Key, Tally], before: dict[Key, int], unit: Unit | None
) -> Iterator[FieldLine]:
    key = unit.pk if unit else None
    tallied = by_field(found, unit=key)
    for field in Field.objects.filter(pk__in=tallied):
        left = left_of(before, field.pk, key)
        yield FieldLine(field, tallied[field.pk], left, name=field.name)
    yield FieldLine(None, total(found, unit=key), left_of(before, None, key))


def left_before(first: date) -> dict[Key, int]:
    """Column 11 of the rows that end on the day before."""
    rows = DossierCount.objects.filter(period_to=days_after(first, -1))
    told = rows.values_list("field", "unit", "open_in_time", "open_late")
    return {(field, unit): in_time + late for field, unit, in_time, late in told}


def left_of(before: dict[Key, int], field: int | None, unit: int | None) -> int | None:
    found = [
        count for (of, at), count in before.items() if field in (None, of) and unit in (None, at)
    ]
    return sum(found) if found else None
