"""Papers about many proposals at once: the unit's or council's submission, minutes, decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import IO, Any

from docx import Document

from democracy.award_regulation import DecidedBy
from portal.documents import (
    DOTS,
    Sheet,
    line,
    paragraph,
    set_page,
    write_foot,
    write_head,
    write_table,
)
from portal.office import Office
from portal.text import day, number

Rows = Sequence[Any]


@dataclass(frozen=True)
class Paper:
    """``takes``: which proposals it is about, of those that the reader asked for."""

    short: str
    title: str
    subject: str
    takes: Callable[[Any], bool]
    before: Callable[[Rows, Office], Iterator[str]]
    after: Callable[[Rows, Office], Iterator[str]]
    heads: Sequence[str]
    cells: Callable[[Any], Sequence[str]]
    signs_as: str


def write_paper(target: IO[bytes], *, paper: Paper, rows: Rows, here: Office, on: date) -> None:
    document: Any = Document()
    set_page(document)
    sheet = sheet_of(paper, here, on=on)
    write_head(document, sheet)
    line(document, paper.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    line(document, "")
    for words in paper.before(rows, here):
        paragraph(document, words)
    for award, of_it in by_award(rows):
        paragraph(document, f"{award} ({number(len(of_it))}):", bold=True)
        numbered = ([str(at), *paper.cells(row)] for at, row in enumerate(of_it, start=1))
        write_table(document, ["TT", *paper.heads], numbered, texts=(1, 2, 3))
    for words in paper.after(rows, here):
        paragraph(document, words)
    write_foot(document, sheet)
    document.save(target)


def by_award(rows: Rows) -> Iterator[tuple[str, list[Any]]]:
    ordered = sorted(rows, key=lambda row: (row.award_name, row.unit.name, row.person_name))
    for award, of_it in groupby(ordered, key=lambda row: row.award_name):
        yield award, list(of_it)


def sheet_of(paper: Paper, here: Office, *, on: date) -> Sheet:
    return Sheet(
        office=here, number=f"……/{paper.short}-{here.symbol or '……'}",
        dated=f"ngày …… tháng …… năm {on.year}", title=paper.title, subject=paper.subject,
        text="", recipients="- Như trên;\n- Các phòng, đơn vị;\n- Lưu: VT, Hội đồng TĐKT.",
        signs_as=[paper.signs_as], signer="",
    )  # fmt: skip


def grounds(rows: Rows) -> Iterator[str]:
    """The regulations by which these were proposed, each once."""
    cited = {row.regulation.reference or row.regulation.title for row in rows}
    yield from (f"Căn cứ {words};" for words in sorted(cited))


def whom(rows: Rows) -> str:
    collectives = sum(1 for row in rows if not row.person_name)
    return f"{number(collectives)} tập thể, {number(len(rows) - collectives)} cá nhân"


def submitting(rows: Rows, here: Office) -> Iterator[str]:
    yield from grounds(rows)
    yield f"Kính trình {DOTS} xem xét khen thưởng {whom(rows)} sau đây:"


def submitted(rows: Rows, here: Office) -> Iterator[str]:
    met = sorted({row.met_on for row in rows if row.met_on})
    if met:
        days = ", ".join(day(each) for each in met)
        yield f"Hội đồng thi đua – khen thưởng đã họp, bỏ phiếu ngày {days}."
    yield "Kính trình xem xét, quyết định./."


def meeting(rows: Rows, here: Office) -> Iterator[str]:
    for met_on in sorted({row.met_on for row in rows}):
        first = next(row for row in rows if row.met_on == met_on)
        yield (
            f"Ngày {day(met_on)}, Hội đồng họp: dự {first.council_present} trên"
            f" {first.council_members} thành viên."
        )
    yield f"Chủ trì: {DOTS}. Thư ký: {DOTS}."
    yield f"Hội đồng xem xét {whom(rows)}, kết quả bỏ phiếu:"


def met(rows: Rows, here: Office) -> Iterator[str]:
    yield "Biên bản đã thông qua tại cuộc họp./."


def deciding(rows: Rows, here: Office) -> Iterator[str]:
    yield f"GIÁM ĐỐC {here.name.upper()}"
    yield from grounds(rows)
    yield "Theo đề nghị của Hội đồng thi đua – khen thưởng."
    yield "QUYẾT ĐỊNH:"
    yield f"Điều 1. Khen thưởng {whom(rows)} có tên sau đây:"


def decided(rows: Rows, here: Office) -> Iterator[str]:
    yield "Điều 2. Tiền thưởng thực hiện theo quy định hiện hành."
    yield (
        "Điều 3. Quyết định này có hiệu lực từ ngày ký. Thủ trưởng các phòng, đơn vị và tập thể,"
        " cá nhân có tên tại Điều 1 thi hành Quyết định này./."
    )


def asked_for(row: Any) -> Sequence[str]:
    return [str(row.who), str(row.unit) if row.person_name else "", row.reason]


def voted(row: Any) -> Sequence[str]:
    votes = f"{row.council_yes} trên {row.council_members}"
    return [str(row.who), str(row.unit) if row.person_name else "", row.council_remark, votes]


SUBMISSION = "to-trinh"
NAMED = ("Tập thể, cá nhân", "Đơn vị", "Thành tích")
PAPERS = {
    SUBMISSION: Paper(
        "TTr", "Tờ trình", "Về việc đề nghị khen thưởng",
        lambda row: row.stage in ("draft", "sent", "reviewed", "sent_up"),
        submitting, submitted, NAMED, asked_for, "Thủ trưởng đơn vị",
    ),
    "bien-ban": Paper(
        "BB", "Biên bản", "Họp Hội đồng thi đua – khen thưởng",
        lambda row: row.met_on is not None,
        meeting, met, (*NAMED[:2], "Ý kiến Hội đồng", "Phiếu đồng ý"), voted, "Chủ tịch Hội đồng",
    ),
    "quyet-dinh": Paper(
        "QĐ", "Quyết định", "Về việc khen thưởng",
        lambda row: row.of.decided_by == DecidedBy.HEAD and not row.reference
        and row.stage in ("reviewed", "commended"),
        deciding, decided, NAMED, asked_for, "Giám đốc",
    ),
}  # fmt: skip
