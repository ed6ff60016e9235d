"""``import_register procedures``: a catalogue from a table; the national headings are known too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from portal.importing import (
    Column,
    Fault,
    Register,
    Report,
    Sheet,
    Unreadable,
    choice,
    flag,
    one_line,
    read_day,
)
from reforms.catalogue.bringing import bring_in
from reforms.catalogue.delivered import KINDS, STATES, authorities
from reforms.models.procedure.vocabulary import Kind, Level, Measure, Online
from reforms.procedure_codes import Code, NotACode, read_code

BROUGHT_BY = "nhập sổ"
ONLINE = {"toan_trinh": Online.FULL, "mot_phan": Online.PARTIAL, "thong_tin": Online.INFORMATION}
MEASURES = {"working": Measure.WORKING, "calendar": Measure.CALENDAR, "hours": Measure.HOURS}
NATIONAL = {
    "ma_tthc": "code", "ten_tthc": "name", "linh_vuc": "field", "co_quan_thuc_hien": "authority",
    "co_quan_cong_bo": "published_by", "trang_thai": "state", "loai": "kind",
}  # fmt: skip
"""The headings of the national catalogue, and the columns that they are."""


def code_cell(typed: str) -> Code | None:
    try:
        return read_code(typed) if typed.strip() else None
    except NotACode as problem:
        raise Unreadable(str(problem)) from problem


def days_cell(typed: str) -> Decimal | None:
    words = typed.strip().replace(",", ".")
    try:
        days = Decimal(words) if words else None
    except InvalidOperation:
        raise Unreadable("Thời hạn ghi bằng chữ số, như 10 hoặc 0,5.") from None
    if days is not None and not 0 <= days < 10_000:
        raise Unreadable("Thời hạn ghi bằng chữ số, như 10 hoặc 0,5.")
    return days


def level_cell(typed: str) -> str:
    """One of the levels by its code or its words; other words are left out of the column."""
    known = {value: value for value in Level.values}
    known |= {str(words).lower(): value for value, words in Level.choices}
    return known.get(typed.strip().lower(), "")


def kind_cell(typed: str) -> str:
    known = {value: value for value in Kind.values} | {key: str(one) for key, one in KINDS.items()}
    return known.get(typed.strip(), "")


def authority_cell(typed: str) -> str:
    return authorities(one_line(500)(typed))


COLUMNS = (
    Column("code", code_cell, True, "Mã thủ tục", "Ví dụ 1.014199 hoặc 1.014199.H05."),
    Column("name", one_line(1_000), True, "Tên thủ tục"),
    Column("field", one_line(200), True, "Lĩnh vực", "Lĩnh vực chưa có thì được thêm vào."),
    Column("level", level_cell, False, "Cấp thực hiện", "tinh, xa, dung-chung, khac.",
           {str(words): value for value, words in Level.choices}),
    Column("authority", authority_cell, False, "Cơ quan thực hiện"),
    Column("published_by", one_line(200), False, "Cơ quan công bố"),
    Column("state", one_line(60), False, "Tình trạng", "Giữ nguyên chữ như danh mục ghi."),
    Column("kind", kind_cell, False, "Loại", "Do Bộ công bố, đặc thù, nội bộ.",
           {str(words): value for value, words in Kind.choices}),
    Column("online", choice(ONLINE), False, "Mức độ trực tuyến", "",
           {str(value.label): key for key, value in ONLINE.items()}),
    Column("eligible_full_online", flag, False, "Đủ điều kiện toàn trình", "1 là có, 0 là không.",
           {"Có": "1", "Không": "0"}),
    Column("limit_days", days_cell, False, "Thời hạn", "Số ngày hoặc số giờ."),
    Column("limit_unit", choice(MEASURES), False, "Đơn vị thời hạn", "",
           {"ngày làm việc": "working", "ngày": "calendar", "giờ làm việc": "hours"}),
    Column("bcci", flag, False, "Nhận, trả qua bưu chính công ích", "1 là có, 0 là không.",
           {"Có": "1", "Không": "0"}),
    Column("decision", one_line(200), False, "Quyết định công bố", "Số, ký hiệu."),
    Column("effective_on", read_day, False, "Áp dụng từ ngày"),
    Column("decided_on", read_day, False, "Ngày ký quyết định"),
    Column("published_on", read_day, False, "Ngày công khai"),
)  # fmt: skip


class CatalogueRegister(Register):
    """Understands the headings of the national catalogue."""

    def run(self, sheet: Sheet, **how: Any) -> Report:
        headings = [NATIONAL.get(name.strip().lower(), name) for name in sheet.headings]
        return super().run(replace(sheet, headings=headings), **how)


def write(
    rows: list[tuple[int, dict[str, Any]]], report: Report, dry_run: bool,
    progress: Callable[[str], None],
) -> None:  # fmt: skip
    seen: dict[str, int] = {}
    for line, row in rows:
        check(line, row, seen, report)
    report.errors.sort(key=lambda fault: fault.line)
    if report.errors:
        return
    report.created = len(rows)
    if not dry_run:
        progress("Đang ghi danh mục thủ tục")
        on = timezone.localdate()
        report.created = bring_in([told(row) for _, row in rows], by=BROUGHT_BY, on=on)


def check(line: int, row: Mapping[str, Any], seen: dict[str, int], report: Report) -> None:
    code = row["code"]
    if code is not None:
        report.warnings += [Fault(line, "code", words) for words in code.warnings]
        if code.code in seen:
            first = seen[code.code]
            report.errors.append(Fault(line, "code", f"Mã này đã có ở dòng {first}."))
        seen.setdefault(code.code, line)
    if (row["limit_days"] is None) != (row["limit_unit"] is None):
        lacking = "limit_days" if row["limit_days"] is None else "limit_unit"
        report.errors.append(Fault(line, lacking, "Thời hạn ghi cả số và đơn vị."))


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """As the catalogue takes it in."""
    return {
        "code": row["code"], "name": row["name"], "area": row["field"],
        "level": row["level"], "authority": row["authority"] or "",
        "published_by": row["published_by"] or "",
        "state": STATES.get(row["state"], row["state"] or ""),
        "kind": row["kind"], "online_level": row["online"],
        "eligible_full_online": row["eligible_full_online"],
        "quantity": row["limit_days"], "measure": row["limit_unit"],
        "post_receive": row["bcci"], "post_return": row["bcci"],
        "decision": row["decision"], "opened_on": row["effective_on"],
        "decided_on": row["decided_on"], "published_on": row["published_on"],
    }  # fmt: skip


PROCEDURES = CatalogueRegister("procedures", COLUMNS, write)
