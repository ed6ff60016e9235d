"""``import_register dossiers``: rows of II.06a; one whose parts do not add up is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal import history
from portal.fields import Field
from portal.importing import Column, Fault, Register, Report, one_line, read_day, whole_number
from portal.people import Unit
from portal.text import day, number, upper_first
from portal.working_days import days_after
from reforms.models import DossierCount
from reforms.models.dossiers.count import OPTIONAL, PARTS, beyond, difference

Row = dict[str, Any]
Days = tuple[date, date]
STREAM, BROUGHT_BY = "bieu/ii-06a", "nhập sổ"
MOST = 10**7


def field_names() -> list[str]:
    return list(Field.objects.filter(closed_on=None).values_list("name", flat=True))


def unit_names() -> list[str]:
    return list(Unit.objects.filter(closed_on=None).values_list("name", flat=True))


def label(name: str) -> str:
    return upper_first(str(DossierCount._meta.get_field(name).verbose_name))


COLUMNS = (
    Column("period_from", read_day, True, "Từ ngày", "Ngày đầu kỳ, dạng 01/10/2026."),
    Column("period_to", read_day, True, "Đến ngày", "Ngày cuối kỳ, dạng 31/10/2026."),
    Column("field", one_line(200), True, "Lĩnh vực", "Tên hoặc mã lĩnh vực trong danh mục.",
           offered=field_names),
    Column("unit", one_line(200), False, "Đơn vị",
           "Tên, tên gọi tắt hoặc mã; để trống là số của cả cơ quan.", offered=unit_names),
    *(Column(name, whole_number(most=MOST), False, label(name), "Số hồ sơ; để trống là 0.")
      for name in PARTS),
    *(Column(name, whole_number(most=MOST), False, label(name),
             "Số hồ sơ; để trống là chưa có số liệu.") for name in OPTIONAL),
)  # fmt: skip


def write(
    rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Callable[[str], None]
) -> None:
    """Check every line, then write them all in one transaction."""
    unread = {fault.line for fault in report.errors}
    report.errors.extend(faults(rows, unread=unread))
    report.errors.sort(key=lambda fault: fault.line)
    if report.errors:
        return
    report.warnings.extend(carried_over(rows))
    report.created = len(rows)
    if not dry_run:
        progress("Đang ghi số liệu")
        bring_along([row for _, row in rows], on=timezone.localdate())


def faults(rows: list[tuple[int, Row]], *, unread: set[int]) -> Iterator[Fault]:
    """``unread``: lines with a cell that is no number; they are not added up."""
    yield from names_wanting(rows)
    for line, row in rows:
        row.update({name: row[name] or 0 for name in PARTS})
        if row["period_from"] and row["period_to"] and row["period_to"] < row["period_from"]:
            yield Fault(line, "period_to", "Ngày cuối kỳ trước ngày đầu kỳ.")
        if line in unread:
            continue
        if sentence := difference(row):
            yield Fault(line, "", sentence)
        for column, problem in beyond({name: row[name] for name in (*PARTS, *OPTIONAL)}):
            yield Fault(line, column, problem)
    yield from counted_twice(rows)


def names_wanting(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """Puts the field and the unit in the place of their names."""
    fields = named(Field.objects.all(), "code", "name")
    units = named(Unit.objects.all(), "code", "name", "short_name")
    for line, row in rows:
        field, unit = row["field"], row["unit"]
        row["field"], row["unit"] = fields.get(field or ""), units.get(unit or "")
        if field and row["field"] is None:
            yield Fault(line, "field", "Không có lĩnh vực này trong danh mục.")
        if unit and row["unit"] is None:
            yield Fault(line, "unit", "Không có đơn vị này trong danh mục.")


def named(rows: Iterable[Any], *names: str) -> dict[str, Any]:
    return {getattr(row, name): row for row in rows for name in names if getattr(row, name)}


def counted_twice(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """A day is counted once for a field: by each unit, or by the office as a whole."""
    known = taken(rows)
    for line, row in rows:
        if not (row["field"] and row["period_from"] and row["period_to"]):
            continue
        days = (row["period_from"], row["period_to"])
        unit = row["unit"].pk if row["unit"] else None
        periods = known.setdefault(row["field"].pk, {})
        if sentence := clash(periods, days, unit):
            yield Fault(line, "period_from", sentence)
        periods.setdefault(days, set()).add(unit)


def taken(rows: list[tuple[int, Row]]) -> dict[int, dict[Days, set[int | None]]]:
    fields = {row["field"].pk for _, row in rows if row["field"]}
    found: dict[int, dict[Days, set[int | None]]] = {}
    stored = DossierCount.objects.filter(field__in=fields)
    for field, first, last, unit in stored.values_list("field", "period_from", "period_to", "unit"):
        found.setdefault(field, {}).setdefault((first, last), set()).add(unit)
    return found


def clash(periods: dict[Days, set[int | None]], days: Days, unit: int | None) -> str:
    for other, units in periods.items():
        if other[0] > days[1] or other[1] < days[0]:
            continue
        told = f"từ {day(other[0])} đến {day(other[1])}"
        if unit in units:
            return f"Đã có số liệu của lĩnh vực, đơn vị này {told}."
        if (unit is None) != (None in units):
            return (
                f"Lĩnh vực này đã có số liệu {told}: ghi theo đơn vị hoặc cả cơ quan, không cả hai."
            )
    return ""


def carried_over(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """Column 6 beside column 11 of the row before, stored or in the same file."""
    left = {(row["field"].pk, key_of(row), row["period_to"]): left_in(row) for _, row in rows}
    stored = DossierCount.objects.filter(field__in={row["field"].pk for _, row in rows})
    for field, unit, last, in_time, late in stored.values_list(
        "field", "unit", "period_to", "open_in_time", "open_late"
    ):
        left[field, unit, last] = in_time + late
    for line, row in rows:
        before = left.get((row["field"].pk, key_of(row), days_after(row["period_from"], -1)))
        if before is not None and before != row["carried_over"]:
            yield Fault(line, "carried_over", told_of(before, row["carried_over"]))


def told_of(before: int, carried: int) -> str:
    return (
        f"Kỳ trước còn {number(before)} hồ sơ đang giải quyết (cột 11), kỳ này ghi chuyển sang"
        f" {number(carried)}: lệch {number(abs(carried - before))}."
    )


def key_of(row: Row) -> int | None:
    return row["unit"].pk if row["unit"] else None


def left_in(row: Row) -> int:
    return int(row["open_in_time"] + row["open_late"])


@transaction.atomic
def bring_along(rows: list[Row], *, on: date) -> None:
    DossierCount.objects.bulk_create([DossierCount(**row) for row in rows], batch_size=1000)
    days = {(row["period_from"], row["period_to"]) for row in rows}
    history.record(
        STREAM,
        "import",
        by=BROUGHT_BY,
        on=on,
        label="Nhập biểu II.06a từ tệp",
        facts={"rows": len(rows), "from": str(min(days)[0]), "to": str(max(days)[1])},
    )


DOSSIERS = Register("dossiers", COLUMNS, write)
