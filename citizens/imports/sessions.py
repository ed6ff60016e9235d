"""``import_register sessions``: the leaders' days of reception as an office kept them before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal import history, registers
from portal.importing import Column, Fault, Register, Report, choice, flag, one_line, read_day

from ..models import Reception
from ..models.reception.vocabulary import Host, Kind, ReceptionStage
from .cells import YES_NO, codes, words
from .office import UNKNOWN, Office, unit_names

Row = dict[str, Any]
NOT_YET = "Ngày này chưa đến: buổi tiếp chưa thể đã tiếp."
NO_REASON = "Buổi đã qua mà không tiếp thì nên ghi lý do."
COLUMNS = (
    Column(
        "date",
        read_day,
        needed=True,
        label="Ngày tiếp",
        hint="Dạng 03/08/2026.",
    ),
    Column(
        "kind",
        choice(codes(Kind)),
        needed=True,
        label="Loại buổi tiếp",
        hint="Chọn trong danh sách.",
        options=words(Kind),
    ),
    Column(
        "host",
        choice(codes(Host)),
        needed=True,
        label="Người chủ trì",
        hint="Thủ trưởng tiếp, hoặc ủy quyền cho cấp phó.",
        options=words(Host),
    ),
    Column(
        "announced",
        flag,
        label="Đã niêm yết",
        hint="Có hoặc Không.",
        options=YES_NO,
    ),
    Column(
        "held",
        flag,
        label="Đã tiếp",
        hint="Có hoặc Không.",
        options=YES_NO,
    ),
    Column(
        "reason",
        one_line(500),
        label="Lý do không tiếp",
        hint="Ghi khi buổi đã qua mà không tiếp.",
    ),
    Column(
        "unit",
        one_line(200),
        label="Đơn vị phục vụ",
        hint="Tên, tên gọi tắt hoặc mã trong danh mục.",
        offered=unit_names,
    ),
)


def write(
    rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Callable[[str], None]
) -> None:
    """Check every line, then write them all in one transaction."""
    today = timezone.localdate()
    office = Office(today=today)
    report.errors.extend(faults(rows, office=office, today=today))
    report.errors.sort(key=lambda fault: fault.line)
    if report.errors:
        return
    report.warnings.extend(
        Fault(line, "reason", NO_REASON)
        for line, row in rows
        if stage_of(row, today=today) == ReceptionStage.CANCELLED and not row["reason"]
    )
    report.created = len(rows)
    if not dry_run:
        bring_along([row for _, row in rows], today=today)


def faults(rows: list[tuple[int, Row]], *, office: Office, today: date) -> Iterator[Fault]:
    """Puts the units in the place of their names."""
    for line, row in rows:
        name, row["unit"] = row["unit"], None
        if name:
            row["unit"] = office.find("unit", name)
            if row["unit"] is None:
                yield Fault(line, "unit", UNKNOWN["unit"])
        if row["held"] and row["date"] and row["date"] > today:
            yield Fault(line, "held", NOT_YET)


def stage_of(row: Row, *, today: date) -> str:
    if row["held"]:
        return ReceptionStage.HELD
    return ReceptionStage.CANCELLED if row["date"] < today else ReceptionStage.PLANNED


@transaction.atomic
def bring_along(rows: list[Row], *, today: date) -> None:
    for row in sorted(rows, key=lambda row: row["date"]):
        number = registers.take_number(Reception.book, on=row["date"])
        session = Reception.objects.create(
            code=number.code,
            date=row["date"],
            kind=row["kind"],
            host=row["host"],
            unit=row["unit"],
            announced=bool(row["announced"]),
            stage=stage_of(row, today=today),
            reason=row["reason"] or "",
        )
        facts = {"date": session.date.isoformat(), "stage": ["", session.stage]}
        history.record(
            session.stream, "import", by="portal", on=today, label="Nhập từ sổ cũ", facts=facts
        )


SESSIONS = Register("sessions", COLUMNS, write)
