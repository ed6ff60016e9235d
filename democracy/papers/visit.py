"""The papers of a visit out of its record: minutes, and the notice of what was concluded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from docx import Document

from democracy.papers.conference import issuer
from portal.documents import (
    DOTS,
    ROOM_TO_SIGN,
    Sheet,
    columns,
    line,
    paragraph,
    set_page,
    write_foot,
    write_head,
    write_table,
)
from portal.office import office
from portal.people import Unit
from portal.text import day, day_long

MINUTES, CONCLUSION = "bien-ban", "ket-luan"
PAPERS = {MINUTES: "Biên bản làm việc", CONCLUSION: "Thông báo kết luận"}


def papers_of(visit: Any) -> list[tuple[str, str]]:
    """What there is something to say in."""
    there = {MINUTES: visit.met_on is not None, CONCLUSION: visit.is_concluded}
    return [(kind, title) for kind, title in PAPERS.items() if there[kind]]


def write_paper(target: IO[bytes], *, kind: str, visit: Any, on: date) -> None:
    document: Any = Document()
    set_page(document)
    sheet = sheet_of(kind, visit, on=on)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    line(document, "")
    (minutes if kind == MINUTES else conclusion)(document, visit)
    if kind == MINUTES:
        both_sign(document, visit)
    else:
        write_foot(document, sheet)
    document.save(target)


def sheet_of(kind: str, visit: Any, *, on: date) -> Sheet:
    """Number and day come from the clerk; of minutes they are those of the visit."""
    own_paper = visit.unit.kind == Unit.Kind.SUBORDINATE
    here = issuer(visit.unit, on=on) if own_paper else office(on)
    dated = visit.met_on if kind == MINUTES else visit.plan and visit.plan.dated_on
    short = "BB" if kind == MINUTES else "TB"
    reference = "" if kind == MINUTES or not visit.plan else visit.plan.reference
    return Sheet(
        office=here,
        number=reference or f"……/{short}-{here.symbol or '……'}",
        dated=day_long(dated) if dated else f"ngày …… tháng …… năm {on.year}",
        title=PAPERS[kind],
        subject=f"{visit.get_kind_display()}: {visit.title} tại {visit.visited}",
        text="",
        recipients=f"- {visit.visited} (thực hiện);\n- Ban Chỉ đạo;\n- Đoàn;\n- Lưu: VT.",
        signs_as=[title_of(visit)],
        signer=str(visit.concluded_by or ""),
    )


def title_of(visit: Any) -> str:
    if visit.concluded_by is None:
        return "Thủ trưởng cơ quan"
    held = visit.concluded_by.positions_on(visit.concluded_on)
    return held[0].printed_title if held else "Thủ trưởng cơ quan"


def minutes(document: Any, visit: Any) -> None:
    for words in said_in_minutes(visit):
        paragraph(document, words)
    write_documents(document, visit)
    paragraph(document, f"Biên bản lập xong ngày {day(visit.met_on)}, đã đọc lại, hai bên cùng ký.")


def said_in_minutes(visit: Any) -> Iterator[str]:
    if visit.reference:
        dated = f" ngày {day(visit.dated_on)}" if visit.dated_on else ""
        yield f"Căn cứ {visit.reference}{dated};"
    yield f"Ngày {day(visit.met_on)}, đoàn do {visit.leader} làm trưởng đoàn làm việc tại"\
        f" {visit.visited}."  # fmt: skip
    yield "I. Thành phần"
    yield from lines(visit.present)
    yield "II. Nội dung"
    yield from lines(visit.minutes)
    yield "III. Tài liệu đã đối chiếu"


def conclusion(document: Any, visit: Any) -> None:
    for words in said_in_conclusion(visit):
        paragraph(document, words)


def said_in_conclusion(visit: Any) -> Iterator[str]:
    signer = visit.concluded_by
    yield f"Ngày {day(visit.met_on)}, đoàn do {visit.leader} làm trưởng đoàn làm việc với"\
        f" {visit.visited}. Sau khi nghe báo cáo, {signer} kết luận:"  # fmt: skip
    yield "1. Ưu điểm"
    yield from lines(visit.strengths)
    yield "2. Hạn chế, nguyên nhân"
    yield from lines(visit.limits or "Không nêu hạn chế.")
    missing = [str(row) for row in visit.documents.missing()]
    if missing:
        yield f"Tài liệu phải có mà chưa có: {'; '.join(missing)}."
    yield "3. Nhiệm vụ, kiến nghị"
    for number, row in enumerate(visit.advice.order_by("due_on", "pk"), start=1):
        yield f"{number}) {row.text.rstrip('.')}. Hạn: {day(row.due_on)}."
    yield f"{visit.visited} thực hiện và báo cáo kết quả trên Cổng theo từng nhiệm vụ./."


def lines(text: str) -> Iterator[str]:
    yield from filter(None, map(str.strip, (text or DOTS).splitlines()))


def write_documents(document: Any, visit: Any) -> None:
    rows = [
        [str(place), row.kind.words, row.get_state_display(), row.remark or row.found]
        for place, row in enumerate(visit.documents.all(), start=1)
    ]
    if rows:
        write_table(document, ["TT", "Tài liệu", "Kết quả", "Ghi chú"], rows, texts=(1, 3))


def both_sign(document: Any, visit: Any) -> None:
    left, right = columns(document)
    for place, capacity, name in (
        (left, f"Đại diện {visit.visited}", ""), (right, "Trưởng đoàn", str(visit.leader)),
    ):  # fmt: skip
        line(place, capacity.upper(), bold=True)
        for _ in range(ROOM_TO_SIGN):
            line(place, "")
        line(place, name, bold=True)
