"""Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả, as a Word file.

The applicant's name and number stand in the one-stop system alone: here they are dots.
"""

from __future__ import annotations

from datetime import date
from typing import IO

from django.utils import timezone

from portal.documents import Sheet, write_sheet
from portal.office import Office, office
from portal.people import Unit
from portal.text import day_long, hour
from reforms.models import LateDossier

DOTS = "……………………………………………"
LETTER = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"


def write_apology(target: IO[bytes], row: LateDossier) -> None:
    on = row.letter_on or timezone.localdate(row.due_at)
    here = issuer(row.unit, on=on)
    sheet = Sheet(
        office=here,
        number=f"……/PXL-{here.symbol}" if here.symbol else "……/PXL",
        dated=day_long(on),
        title=LETTER,
        subject=f"Mã hồ sơ: {row.number}",
        text="\n".join(paragraphs(row)),
        recipients="- Như trên;\n- Bộ phận Tiếp nhận và Trả kết quả;\n- Lưu: VT.",
        signs_as=("Thủ trưởng đơn vị",),
        signer="",
    )
    write_sheet(target, sheet)


def paragraphs(row: LateDossier) -> list[str]:
    received, due = timezone.localtime(row.received_at), timezone.localtime(row.due_at)
    code = f" (mã {row.procedure.code})" if row.procedure else ""
    promised = day_long(row.promised_on) if row.promised_on else DOTS
    return [
        f"Kính gửi: {DOTS}",
        f"Số định danh: {DOTS}",
        f"{row.unit.name} tiếp nhận hồ sơ của ông/bà, quý cơ quan lúc {hour(received.time())},"
        f" {day_long(received.date())}, đề nghị giải quyết thủ tục: {row.title}{code}.",
        f"Thời gian hẹn trả kết quả: {hour(due.time())}, {day_long(due.date())}.",
        "Hồ sơ không giải quyết xong theo thời gian đã hẹn.",
        f"Lý do: {row.reason or DOTS}",
        f"{row.unit.name} xin lỗi ông/bà, quý cơ quan vì sự chậm trễ này và hẹn trả kết quả vào"
        f" {promised}.",
        "Mong ông/bà, quý cơ quan thông cảm.",
    ]


def issuer(unit: Unit, *, on: date) -> Office:
    """The office, or a unit below it."""
    here = office(on)
    if unit.kind == Unit.Kind.HEADQUARTERS:
        return here
    return Office(name=unit.name, parent_body=here.name, symbol=unit.symbol, place=here.place)
