"""The yearly reform plan in Word: five parts, then the appendix with a line for every task."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt

from portal.documents import (
    JUSTIFY,
    Sheet,
    line,
    set_page,
    write_foot,
    write_head,
    write_table,
)
from portal.office import office
from portal.planning.contents import Section
from portal.text import day, day_long, number
from reforms import areas

DOTS = "……………………………………"
COLUMNS = ("STT", "Nội dung nhiệm vụ", "Sản phẩm/kết quả", "Đơn vị chủ trì", "Đơn vị phối hợp",
           "Thời gian hoàn thành", "Kinh phí (dự kiến)", "Ghi chú")  # fmt: skip
PARTS = (
    ("I", "Mục đích, yêu cầu", (Section.Kind.PURPOSE, Section.Kind.TARGETS)),
    ("II", "Nhiệm vụ", ()),
    ("III", "Giải pháp", (Section.Kind.CONTENT,)),
    ("IV", "Kinh phí thực hiện", (Section.Kind.BUDGET,)),
    ("V", "Tổ chức thực hiện", (Section.Kind.ORGANISATION, Section.Kind.CLOSING)),
)
NOWHERE = "Chưa ghi nội dung"


def write_plan(target: IO[bytes], plan: Any, *, on: date) -> None:
    document: Any = Document()
    sheet = sheet_of(plan, on=on)
    set_page(document)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    for basis in plan.bases.all():
        paragraph(document, f"Căn cứ {basis.words};", italic=True)
    tasks = tasks_by_area(plan)
    sections = list(plan.sections.all())
    for ref, title, kinds in PARTS:
        paragraph(document, f"{ref}. {title}".upper(), bold=True)
        texts = told(sections, kinds) if kinds else duties(tasks)
        for words in texts or [DOTS]:
            paragraph(document, words)
    write_foot(document, sheet)
    write_appendix(document, plan, tasks)
    document.save(target)


def sheet_of(plan: Any, *, on: date) -> Sheet:
    dated = plan.dated_on
    return Sheet(
        office=office(dated or on),
        number=plan.reference or f"……/KH-{office(on).symbol}",
        dated=day_long(dated) if dated else f"ngày …… tháng …… năm {on.year}",
        title=plan.get_kind_display(),
        subject=plan.title,
        text="",
        recipients="\n".join(f"- {row.place};" for row in plan.recipients.all()),
        signs_as=["Thủ trưởng cơ quan"],
        signer=str(plan.signer or ""),
    )


def paragraph(document: Any, words: str, **look: Any) -> None:
    written = line(document, words, alignment=JUSTIFY, **look)
    written.paragraph_format.first_line_indent = Mm(12.7)
    written.paragraph_format.space_after = Pt(6)


def told(sections: list[Section], kinds: tuple[str, ...]) -> list[str]:
    """What was written under these headings."""
    found = [each for each in sections if each.kind in kinds]
    lines = [words for each in found for words in (each.title, *each.text.splitlines())]
    return [words for words in map(str.strip, lines) if words]


def tasks_by_area(plan: Any) -> list[tuple[str, list[Any]]]:
    """In the order of the programme of the plan's year; nothing is left out."""
    rows = plan.tasks.select_related("lead_unit", "lead_body", "reform_area", "plan__unit")
    grouped: dict[str, list[Any]] = {}
    for task in rows.prefetch_related("partner_units", "budgets"):
        area = task.reform_area.area if hasattr(task, "reform_area") else ""
        grouped.setdefault(area, []).append(task)
    order = [*areas.choices(plan.year), ("", NOWHERE)]
    return [(words, grouped[code]) for code, words in order if code in grouped]


def duties(parts: list[tuple[str, list[Any]]]) -> list[str]:
    return [
        words
        for area, tasks in parts
        for words in (f"{area}: {number(len(tasks))} nhiệm vụ (Phụ lục).",)
    ]


def write_appendix(document: Any, plan: Any, parts: list[tuple[str, list[Any]]]) -> None:
    """Eight columns, on pages that lie on their side."""
    page = document.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    line(document, "PHỤ LỤC", bold=True)
    line(document, "Danh mục nhiệm vụ cải cách hành chính", bold=True)
    reference = f"số {plan.reference} ngày {day(plan.dated_on)}" if plan.reference else "……"
    line(document, f"(Kèm theo {plan.get_kind_display()} {reference})", italic=True)
    write_table(document, COLUMNS, lines_of(parts), texts=(1, 2, 3, 4, 5, 7))


def lines_of(parts: list[tuple[str, list[Any]]]) -> Iterator[list[str]]:
    """A line for each content, then its tasks, numbered through."""
    count = 0
    for area, tasks in parts:
        head, _, words = area.partition(". ")
        yield [head if words else "", words or area, *[""] * (len(COLUMNS) - 2)]
        for task in tasks:
            count += 1
            yield line_of(task, count)


def line_of(task: Any, count: int) -> list[str]:
    partners = [str(unit) for unit in task.partner_units.all()]
    money = sum(row.estimated for row in task.budgets.all())
    due = f"Đến hết ngày {day(task.due)}" if task.due else task.get_time_kind_display()
    return [
        str(count),
        task.text,
        task.product,
        task.lead or str(task.plan.unit),
        "; ".join([*partners, *filter(None, [task.partner_words])]),
        task.raw_time or due,
        number(money) if money else "",
        "",
    ]
