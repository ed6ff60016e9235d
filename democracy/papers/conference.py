"""The papers of a conference out of its record: invitation, minutes, resolution, pledge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from docx import Document
from docx.shared import Mm, Pt

from democracy import agenda, items
from portal.documents import JUSTIFY, ROOM_TO_SIGN, Sheet, columns, line, set_page, write_head
from portal.office import Office, office
from portal.people import Unit
from portal.text import day, day_long, hour, number

DOTS = "……………………………………"
STAFF = "cán bộ, công chức, viên chức, người lao động"
Lines = Iterator[str]


@dataclass(frozen=True)
class Paper:
    """``left`` and ``right``: in which capacity, and who; the left one may be nobody."""

    kind: str
    title: str
    subject: str
    lines: Callable[[Any], Lines]
    left: Callable[[Any], tuple[str, str]]
    right: Callable[[Any], tuple[str, str]]


def write_paper(target: IO[bytes], paper: Paper, one: Any, *, on: date) -> None:
    document: Any = Document()
    set_page(document)
    write_head(document, head_of(paper, one, on=on))
    line(document, paper.title.upper(), bold=True)
    line(document, f"{paper.subject} năm công tác {one.work_year}", bold=True)
    line(document, "")
    for words in paper.lines(one):
        heading = words.isupper()
        written = line(document, words, bold=heading, alignment=JUSTIFY)
        written.paragraph_format.first_line_indent = Mm(12.7)
        written.paragraph_format.space_after = Pt(6)
    line(document, "")
    for place, (capacity, name) in zip(
        columns(document), (paper.left(one), paper.right(one)), strict=True
    ):
        line(place, capacity.upper(), bold=True)
        for _ in range(ROOM_TO_SIGN):
            line(place, "")
        line(place, name, bold=True)
    document.save(target)


def head_of(paper: Paper, one: Any, *, on: date) -> Sheet:
    """Number and day are written by hand."""
    here = issuer(one.unit, on=on)
    dated = day_long(one.held_on) if one.held_on else f"ngày …… tháng …… năm {on.year}"
    return Sheet(
        office=here, number=f"……/{paper.kind}-{here.symbol}" if here.symbol else "……",
        dated=dated, title=paper.title, subject=paper.subject, text="", recipients="",
        signs_as=(), signer="",
    )  # fmt: skip


def issuer(unit: Unit, *, on: date) -> Office:
    """The office, or a unit below it."""
    here = office(on)
    if unit.kind == Unit.Kind.HEADQUARTERS:
        return here
    return Office(name=unit.name, parent_body=here.name, symbol=unit.symbol, place=here.place)


def nobody(one: Any) -> tuple[str, str]:
    return "", ""


def head(one: Any) -> tuple[str, str]:
    return "Người đứng đầu", one.chair


def partner(one: Any) -> tuple[str, str]:
    pledge = one.pledges.first()
    return "Đại diện tổ chức Công đoàn", pledge.partner if pledge else ""


# what each of them says


def invitation(one: Any) -> Lines:
    last = one.convenings.last()
    yield f"Kính mời: {STAFF} của {one.unit}" + (
        " là đại biểu được cử dự hội nghị." if one.mode == "dai-bieu" else "."
    )
    if last:
        yield f"Thời gian: {hour(last.hour)}, {day_long(last.meets_on)}."
        yield f"Địa điểm: {last.place}."
    yield f"Chủ trì: {one.chair}."
    yield "Nội dung:"
    for row in one.parts_told():
        if not row.skipped_because:
            yield f"{row.letter}) {row.part.words}."
    yield "Hội nghị cần ít nhất hai phần ba số người được triệu tập có mặt; đề nghị dự đúng giờ."


def minutes(one: Any) -> Lines:
    yield "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"
    yield from attendance(one)
    if not one.was_balloted:
        yield "II. NỘI DUNG"
        for row in one.parts_told():
            yield f"{row.letter}) {row.part.words}. Người trình bày: {row.reporter}."
            yield from told_of(row)
    yield "III. BIỂU QUYẾT"
    yield from votes(one)
    yield f"Kết thúc lúc …… giờ …… {day_long(one.held_on) if one.held_on else DOTS}. Biên bản này"\
        " đã đọc lại trước hội nghị."  # fmt: skip


def attendance(one: Any) -> Lines:
    for row in one.convenings.all():
        came = DOTS if row.present is None else number(row.present)
        fewer = "" if row.present is None or row.has_quorum else ", không đủ người dự"
        yield (
            f"Lần {row.number}: {hour(row.hour)}, {day_long(row.meets_on)}, tại {row.place}; triệu"
            f" tập {number(row.convened)} người, có mặt {came} người (cần ít nhất"
            f" {number(row.quorum)}){fewer}."
        )
    if one.was_balloted:
        yield (
            f"Lấy ý kiến bằng phiếu, thống nhất với {one.ballot_agreed_with} ngày"
            f" {day(one.ballot_agreed_on)}: {one.ballot_because}. Gửi {number(one.convened)} phiếu,"
            f" thu về {number(one.present)} phiếu, kiểm phiếu ngày {day(one.held_on)}."
        )
    yield f"Tổng số {STAFF} của {one.unit}: {number(one.total_staff)} người."
    yield f"Chủ trì: {one.chair}. Thư ký: {one.secretary}."


def told_of(row: Any) -> Lines:
    if row.skipped_because:
        yield f"Bỏ qua nội dung này: {row.skipped_because}."
    elif row.summary:
        yield from filter(None, row.summary.splitlines())
    elif row.filled:
        yield "Kết quả ghi ở phần sau của biên bản."
    else:
        yield DOTS


def votes(one: Any) -> Lines:
    found = list(one.votes_that_count().order_by("pk"))
    for place, vote in enumerate(found, start=1):
        yield (
            f"{place}. {vote.title} ({items.DECIDED[vote.item].article}): tán thành"
            f" {number(vote.yes)}, không tán thành {number(vote.no)}, ý kiến khác"
            f" {number(vote.other)} trên {number(vote.present)} người. {vote.outcome}."
        )
    if not found:
        yield DOTS


def resolution(one: Any) -> Lines:
    vote = next(
        (row for row in one.votes_that_count().filter(item=agenda.RESOLUTION) if row.is_passed),
        None,
    )
    if vote:
        yield (
            f"Hội nghị ngày {day(one.held_on)} biểu quyết thông qua nghị quyết với"
            f" {number(vote.yes)} trên {number(vote.present)} người tán thành:"
        )
    tasks = list(one.plan.tasks.select_related("lead_unit", "lead_body")) if one.plan else []
    for task in tasks:
        who = f" Thực hiện: {task.lead}." if task.lead else ""
        due = f" Hạn: {day(task.due)}." if task.due else ""
        yield f"{task.ref}. {task.text.rstrip('.')}.{who}{due}"
    if not tasks:
        yield DOTS
    yield "Người đứng đầu và tổ chức Công đoàn kiểm tra việc thực hiện 6 tháng một lần, thông báo"\
        f" kết quả đến toàn thể {STAFF}."  # fmt: skip


def pledge(one: Any) -> Lines:
    row = one.pledges.first()
    yield from filter(None, (row.text if row else opening_pledge(one)).splitlines())


def opening_pledge(one: Any) -> str:
    """How a pledge begins; those who sign go on writing."""
    return (
        f"Người đứng đầu {one.unit} và tổ chức Công đoàn cùng giao ước năm {one.work_year + 1}:\n"
        "1. Hoàn thành kế hoạch công tác năm: ……\n"
        "2. Thực hiện dân chủ, công khai: ……\n"
        "3. Chăm lo đời sống người làm việc: ……\n"
        "4. Phấn đấu danh hiệu thi đua: ……"
    )


NAMED = f"Hội nghị {STAFF}"
PAPERS = {
    "giay-moi": Paper("GM", "Giấy mời", f"Dự {NAMED[:1].lower()}{NAMED[1:]}", invitation,
                      nobody, head),
    "bien-ban": Paper("BB", "Biên bản", NAMED, minutes,
                      lambda one: ("Thư ký", one.secretary), lambda one: ("Chủ trì", one.chair)),
    "nghi-quyet": Paper("NQ", "Nghị quyết", NAMED, resolution, nobody,
                        lambda one: ("Chủ trì", one.chair)),
    "giao-uoc": Paper("GU", "Giao ước thi đua", NAMED, pledge, partner, head),
}  # fmt: skip
