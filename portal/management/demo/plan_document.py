"""The office's plan as the paper it is: written out, read by the importer, made a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from portal.official_text import read_document
from portal.planning import Plan, PlanDocument
from portal.planning.from_document import Names, as_row, fill

from .office import Staff

NAME = "ke-hoach-dan-chu.txt"
OWNERS = {"vp": "Văn phòng Sở", "": "Các đơn vị trực thuộc"}


def read_into(plan: Plan, facts: dict[str, Any], staff: Staff, *, on: date) -> None:
    """Part II as it was read; the duty of part III stays words. Bases are cited in full before."""
    content = "\n".join(lines_of(facts, year=plan.year)).encode()
    by, at = staff["tuyen"], timezone.make_aware(datetime.combine(on, time(9)))
    reading = read_document(content, name=NAME)
    document = PlanDocument.keep(reading, content=content, name=NAME, by=by, at=at)
    document.reading["basis"] = []
    names = Names.on(on)
    rows = [as_row(said, names) for said in document.tasks if said["ref"].startswith("II.")]
    for row in rows:
        row["text"] = row["text"].rstrip(".")
    fill(plan, document, rows, by=by, on=on, at=at)
    for row in facts["task"]:
        if row.get("record") or row.get("partners"):
            partners = [staff.units[code] for code in row.get("partners", ())]
            task = plan.tasks.get(ref=row["ref"])
            plan.edit_task(by=by, on=on, task=task, partners=partners,
                           record=row.get("record", ""))  # fmt: skip


def lines_of(facts: dict[str, Any], *, year: int) -> Iterator[str]:
    head, (purpose, organisation) = facts["plan"], facts["section"]
    yield from ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", f"Số: {head['number']}/{head['symbol']}")
    yield f"Tân Giang, ngày 06 tháng 5 năm {year}"
    yield from ("", "KẾ HOẠCH", head["title"].format(year=year), "")
    yield from (f"Căn cứ {words.format(year=year)};" for words in head["bases"])
    yield from ("I. MỤC ĐÍCH, YÊU CẦU", purpose["text"], "II. NỘI DUNG")
    for row in facts["task"]:
        yield f"{row['ref'].removeprefix('II.')}. {row['text']}."
        if row["raw_time"]:
            yield f"Thời gian thực hiện: {row['raw_time'].format(year=year)}."
        yield f"Đơn vị thực hiện: {OWNERS[row.get('lead', '')]}."
        if row.get("product"):
            yield f"Sản phẩm: {row['product']}."
    yield from ("III. TỔ CHỨC THỰC HIỆN", organisation["text"])
    yield from ("Trên đây là Kế hoạch của Sở./.", "Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.")
