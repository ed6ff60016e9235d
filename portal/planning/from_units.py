"""``import_register task_reports``: what units that never sign in report, a row a task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.importing import Column, Fault, Register, Report, one_line, read_day, whole_number
from portal.importing.cells import lines_of_text
from portal.people import Unit
from portal.planning.plans import Plan
from portal.planning.shares import OPEN, TaskUnit
from portal.text import day
from portal.workflow import Refused

BROUGHT_BY = "nhập sổ"
Row = dict[str, Any]


def unit_names() -> list[str]:
    return list(Unit.objects.filter(closed_on=None).values_list("name", flat=True))


def plan_numbers() -> list[str]:
    return [plan.reference for plan in Plan.objects.in_force()]


COLUMNS = (
    Column("plan", one_line(80), True, "Kế hoạch số", "Số và ký hiệu như trên kế hoạch.",
           offered=plan_numbers),
    Column("unit", one_line(200), True, "Đơn vị", "Tên, tên gọi tắt hoặc mã của đơn vị.",
           offered=unit_names),
    Column("ref", one_line(40), True, "Mục", "Số mục của nhiệm vụ trong kế hoạch, ví dụ II.6."),
    Column("percent", whole_number(most=100), False, "Tiến độ, phần trăm", "Từ 0 đến 100."),
    Column("text", lines_of_text(5_000), True, "Việc đã làm", "Số lượng, số và ngày văn bản."),
    Column("product", one_line(300), False, "Sản phẩm",
           "Chỉ ghi khi đã xong: số và ngày văn bản, hoặc số lượng."),
    Column("finished_on", read_day, False, "Ngày hoàn thành", "Ghi cùng sản phẩm khi đã xong."),
    Column("reported_on", read_day, False, "Ngày báo cáo", "Để trống là hôm nay."),
)  # fmt: skip


def write(
    rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Callable[[str], None]
) -> None:
    """Every line through the verbs, in one transaction; one that is refused and none is kept."""
    today = timezone.localdate()
    known = {(fault.line, fault.column) for fault in report.errors}
    with transaction.atomic():
        for line, row in rows:
            for column, sentence in told_of(row, today=today):
                if (line, column) not in known:
                    report.errors.append(Fault(line, column, sentence))
        report.created = len(rows)
        report.errors.sort(key=lambda fault: fault.line)
        if report.errors or dry_run:
            transaction.set_rollback(True)


def told_of(row: Row, *, today: date) -> list[tuple[str, str]]:
    """Take the report of one line; what is wrong with it, by column."""
    share, wrong = share_of(row)
    if share is None:
        return wrong
    on = row["reported_on"] or today
    if on > today:
        return [("reported_on", f"Ngày báo cáo không sau hôm nay, {day(today)}.")]
    if bool(row["product"]) != bool(row["finished_on"]):
        return [("finished_on", "Sản phẩm và ngày hoàn thành ghi cùng nhau.")]
    try:
        take_report(share, row, on=on)
    except Refused as refusal:
        return [(refusal.field or "ref", str(refusal))]
    return []


def take_report(share: TaskUnit, row: Row, *, on: date) -> None:
    if row["finished_on"]:
        share.finish(
            by=BROUGHT_BY,
            on=on,
            result=row["text"],
            product=row["product"],
            finished_on=row["finished_on"],
        )
    else:
        percent = share.percent if row["percent"] is None else row["percent"]
        share.report_progress(by=BROUGHT_BY, on=on, percent=percent, text=row["text"])


def share_of(row: Row) -> tuple[TaskUnit | None, list[tuple[str, str]]]:
    """The share that a line is about."""
    number, _, symbol = (row["plan"] or "").partition("/")
    plan = Plan.objects.in_force().filter(number=number.zfill(2), symbol=symbol).first()
    if plan is None:
        return None, [("plan", "Không có kế hoạch đang thực hiện mang số này.")]
    unit = unit_named(row["unit"] or "")
    if unit is None:
        return None, [("unit", "Không có đơn vị này.")]
    shares = TaskUnit.objects.filter(plan=plan, unit=unit, task__ref=row["ref"] or "")
    share = shares.select_related("task", "plan", "unit").first()
    if share is None:
        return None, [("ref", "Kế hoạch không giao mục này cho đơn vị.")]
    if share.stage not in OPEN:
        return None, [("ref", f"Mục này {share.get_stage_display().lower()}.")]
    return share, []


def unit_named(name: str) -> Unit | None:
    units = Unit.objects.filter(closed_on=None)
    for column in ("name", "code", "short_name"):
        if name and (found := units.filter(**{column: name}).first()):
            return found
    return None


TASK_REPORTS = Register("task_reports", COLUMNS, write)
