"""The rows of a table as tasks; values that reach down from above are taken along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from portal.official_text import inline_times
from portal.official_text.blocks import Cell, Table
from portal.official_text.owners import heading_owner, spoken, stated
from portal.official_text.table_shapes import Columns, Row, body_rows, columns_of
from portal.official_text.tasks import Draft
from portal.official_text.wording import TOTALS

GROUP = re.compile(r"^(?:[IVX]+|[A-H])[.)]?$")
BARE_NUMBERS = re.compile(r"^(?:\d{1,2}|[IV]{1,3})(?:\s?[,;/-]\s?(?:\d{1,2}|[IV]{1,3}))*$")
HOURS_ONLY = re.compile(r"^\d{1,2}\s?[hg:]\s?\d{0,2}\D{0,20}(?:\d{1,2}\s?[hg:]\s?\d{0,2})?$", re.I)


def table_drafts(table: Table, *, ref: str = "", owner: str | None = None) -> Iterator[Draft]:
    columns = columns_of(table)
    if columns is None:
        return
    rows = [(place, row) for place, row in body_rows(table, columns)]
    if is_agenda(rows, columns):
        return
    group, seen = "", set()
    for number, (place, row) in enumerate(rows):
        after = rows[number + 1][1] if number + 1 < len(rows) else None
        if is_group(row, columns, after):
            group = number_of(row, columns)
            named = heading_owner(content_of(row, columns))
            owner = named or (None if GROUP.match(group) else owner)
            continue
        draft = row_draft(row, columns, owner=owner, place=table.place, line=place)
        if draft is not None:
            again = [group] if draft.ref in seen and group else []
            seen.add(draft.ref)
            yield replace(draft, ref=".".join(filter(None, [ref, *again, draft.ref])))


def is_agenda(rows: list[tuple[int, Row]], columns: Columns) -> bool:
    """The hours of one meeting are no tasks."""
    times = [columns.cell(row, "time").text.strip() for _, row in rows]
    filled = [text for text in times if text]
    return bool(filled) and sum(bool(HOURS_ONLY.match(text)) for text in filled) * 2 > len(filled)


def number_of(row: Row, columns: Columns) -> str:
    return columns.cell(row, "number").text.strip().rstrip(".")


def content_of(row: Row, columns: Columns) -> str:
    text = columns.cell(row, "content").text.strip()
    return text or next((cell.text.strip() for cell in row[1:2] if cell.text.strip()), "")


def is_group(row: Row, columns: Columns, after: Row | None) -> bool:
    """A row that only names what follows."""
    number, content = number_of(row, columns), content_of(row, columns)
    filled = {cell.text.strip() for cell in row if cell.text.strip() and not cell.inherited}
    others = filled - {number, content, columns.cell(row, "number").text.strip()}
    if TOTALS.match(content) or not content:
        return True
    if others:
        return False
    if GROUP.match(number) or content.isupper() or not number or len(row) <= 2:
        return not any(cell.inherited and cell.text for cell in row)
    next_number = number_of(after, columns) if after else ""
    return next_number.startswith(f"{number}.")


def row_draft(
    row: Row, columns: Columns, *, owner: str | None, place: int, line: int
) -> Draft | None:
    content = columns.cell(row, "content")
    if not content.text.strip() or (content.inherited and not distinct(row, columns)):
        return None
    lead, co = columns.cell(row, "lead"), columns.cell(row, "co")
    owners = stated(lead.text, co.text)
    if not owners.lead:
        said = spoken(content.text)
        owners = stated("; ".join(said.lead) or owner or "", co.text)
    number = number_of(row, columns) or f"r{line}"
    return Draft(
        number,
        tidy(content.text),
        raw_time=time_of(row, columns) or inline_times.time_in(content.text),
        owners=owners,
        own_lead=bool(lead.text),
        product=columns.cell(row, "product").text.strip(),
        place=place,
        row=line,
        inherited=any(cell.inherited and cell.text for cell in (lead, co, time_cell(row, columns))),
    )


def distinct(row: Row, columns: Columns) -> bool:
    """The same work once more for another body or another time."""
    return any(
        columns.cell(row, name).text and not columns.cell(row, name).inherited
        for name in ("lead", "time", "product")
    )


def time_cell(row: Row, columns: Columns) -> Cell:
    return columns.cell(row, "time")


def time_of(row: Row, columns: Columns) -> str | None:
    return written_time(row, columns) or (columns.marks.words(row) if columns.marks else None)


def written_time(row: Row, columns: Columns) -> str | None:
    begin = columns.cell(row, "begin").text.strip()
    end = columns.cell(row, "time").text.strip()
    heading = columns.words[columns.places["time"]] if "time" in columns.places else ""
    if heading in ("tháng", "quý") and BARE_NUMBERS.match(end):
        return f"{heading} {end}"
    if begin and end:
        return f"từ {begin} đến {end}"
    return " ".join((begin or end).split("\n")).strip() or None


def tidy(text: str) -> str:
    return " ".join(re.sub(r"^[-+•]\s*", "", text.strip()).split())
