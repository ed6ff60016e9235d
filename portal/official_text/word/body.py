"""The body of a .docx, block by block: no more than one row of it is held as a tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree

from portal.official_text.blocks import Block, Cell, Paragraph, Source, Table, Unreadable
from portal.official_text.word.numbers import Numbers, read_numbers
from portal.official_text.word.parts import MAIN, Element, child, local, number, open_parts, value
from portal.official_text.word.texts import boxes_in, has_changes, mark_is_deleted, text_of

TRACKED = (
    "Văn bản còn thay đổi chưa duyệt (Track Changes): đã đọc như khi mọi thay đổi được chấp nhận."
)
BROKEN = "Tệp “{name}” bị hỏng, không mở được. Xin mở bằng Word rồi lưu lại."
TOO_DEEP = "Tệp “{name}” có bảng lồng quá nhiều lớp. Xin in ra PDF rồi gửi lại."
EMPTY = "Tệp “{name}” không có chữ nào. Nếu là bản chụp, xin lấy bản Word hoặc PDF có chữ."
WIDEST = 200
DEEPEST = 12  # tables inside tables
MOST_BLOCKS = 200_000


@dataclass
class Body:
    """What has been read so far."""

    numbers: Numbers
    blocks: list[Block] = field(default_factory=list)
    nested: list[Table] = field(default_factory=list)
    changed: bool = False
    open_end: bool = False

    def paragraph(self, element: Element) -> None:
        self.changed = self.changed or has_changes(element)
        for text, label in self.texts(element):
            self.add(text, label)
        self.open_end = mark_is_deleted(element)

    def add(self, text: str, label: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if self.open_end and isinstance(last, Paragraph):
            self.blocks[-1] = replace(last, text=last.text + text)
        elif text.strip() or label.strip("-+*"):
            self.blocks.append(Paragraph(text, number=label, place=len(self.blocks)))

    def texts(self, paragraph: Element) -> Iterator[tuple[str, str]]:
        """Its own text, then what stands in its text boxes."""
        text = text_of(paragraph)
        label = self.numbers.printed(child(paragraph, "pPr")) if text.strip() else ""
        yield text, label
        for box in boxes_in(paragraph):
            for each in box.iter():
                if local(each) == "p":
                    yield text_of(each), self.numbers.printed(child(each, "pPr"))

    def row(self, element: Element, above: tuple[Cell, ...]) -> tuple[Cell, ...] | None:
        self.changed = self.changed or has_changes(element)
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            return None
        cells = [Cell()] * min(number(child(properties, "gridBefore")), WIDEST)
        for each in cells_in(element):
            cells.append(self.cell(each, above[len(cells)] if len(cells) < len(above) else Cell()))
            cells += [Cell()] * (min(number(child(each, "tcPr", "gridSpan"), 1), WIDEST) - 1)
        return tuple(cells[:WIDEST])

    def cell(self, element: Element, above: Cell) -> Cell:
        merged, fill = child(element, "tcPr", "vMerge"), child(element, "tcPr", "shd")
        if merged is not None and value(merged) != "restart":
            return Cell(above.text, inherited=True)
        texts = []
        for each in within(element):
            if local(each) == "tbl":
                self.nested.append(self.table(each))
            else:
                texts += [f"{label} {text}".strip() for text, label in self.cell_texts(each)]
        return Cell("\n".join(text for text in texts if text), shaded=is_colour(fill))

    def cell_texts(self, paragraph: Element) -> Iterator[tuple[str, str]]:
        """A numbered paragraph without words counts the rows of a table."""
        yield text_of(paragraph), self.numbers.printed(child(paragraph, "pPr"))
        for box in boxes_in(paragraph):
            yield text_of(box), ""

    def table(self, element: Element) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for each in element:
            if local(each) == "tr" and (row := self.row(each, rows[-1] if rows else ())):
                rows.append(row)
        return Table(tuple(rows), place=len(self.blocks))

    def close(self, rows: list[tuple[Cell, ...]]) -> None:
        for table in (Table(tuple(rows)), *self.nested):
            if table.rows:
                self.blocks.append(replace(table, place=len(self.blocks)))
        self.nested = []


def is_colour(shading: Element | None) -> bool:
    return (value(shading, "fill") or "auto").lower() not in ("auto", "ffffff")


def cells_in(row: Element) -> Iterator[Element]:
    """Also those inside content controls."""
    for each in row:
        if local(each) == "tc":
            yield each
        elif local(each) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from cells_in(each)


def within(cell: Element) -> Iterator[Element]:
    for each in cell:
        if local(each) in ("p", "tbl"):
            yield each
        elif local(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from within(each)


def read_word(content: bytes, name: str) -> Source:
    parts = open_parts(content, name)
    try:
        numbers = read_numbers(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
        body = Body(numbers)
        read_blocks(parts[MAIN], body)
    except RecursionError:
        raise Unreadable(TOO_DEEP.format(name=name)) from None
    except (ElementTree.ParseError, ValueError, KeyError, AssertionError):
        raise Unreadable(BROKEN.format(name=name)) from None
    if not body.blocks:
        raise Unreadable(EMPTY.format(name=name))
    return Source(tuple(body.blocks), notices=(TRACKED,) if body.changed else ())


def read_blocks(part: bytes, body: Body) -> None:
    """Each paragraph and row is read when it ends, and forgotten at once."""
    rows: list[tuple[Cell, ...]] = []
    tables, paragraphs = 0, 0
    events = ElementTree.iterparse(io.BytesIO(part), events=("start", "end"))  # noqa: S314
    for event, element in events:
        name = local(element)
        if event == "start":
            tables += name == "tbl"
            paragraphs += name == "p"
            if tables > DEEPEST or paragraphs > DEEPEST:
                raise RecursionError
            continue
        paragraphs -= name == "p"
        if name == "p" and not (tables or paragraphs):
            body.paragraph(element)
            element.clear()
        elif name == "tr" and tables == 1 and not paragraphs:
            if row := body.row(element, rows[-1] if rows else ()):
                rows.append(row)
            element.clear()
        elif name == "tbl":
            tables -= 1
            if tables == 0 and not paragraphs:
                body.close(rows)
                rows = []
                element.clear()
        if len(body.blocks) > MOST_BLOCKS:
            raise ValueError("more blocks than any document has")
