"""A register that can be imported: its columns, its faults, its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.importing.cells import Cell, Unreadable
from portal.importing.opening import NOTHING_IN_IT
from portal.importing.sheets import Sheet, Wrong
from portal.text import fold, number

MOST_ERRORS = 1000
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Column:
    """A heading, how its cells are read, and whether each must be filled."""

    name: str
    read: Cell
    needed: bool = False
    label: str = ""
    """The heading of the form that an office fills in; the sentence below it."""
    hint: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    """What is chosen from a list: the words, and the code that each stands for."""
    offered: Callable[[], Iterable[str]] | None = None
    """The names that the list of the form offers, read when the form is made."""
    secret: bool = False
    """What no page shows of a line about a denunciation."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell, in one sentence."""

    line: int
    column: str
    problem: str

    def as_dict(self) -> dict[str, Any]:
        return {"line": self.line, "column": self.column, "problem": self.problem}


@dataclass
class Report:
    """What an import did, or would do."""

    rows: int = 0
    created: int = 0
    errors: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "created": self.created,
            "errors": [fault.as_dict() for fault in self.errors[:MOST_ERRORS]],
            "warnings": [fault.as_dict() for fault in self.warnings[:MOST_ERRORS]],
        }


@dataclass(frozen=True)
class Register:
    """One KIND of ``import_register``: ``write`` checks all rows and writes all or nothing."""

    kind: str
    columns: tuple[Column, ...]
    write: Callable[[list[tuple[int, dict[str, Any]]], Report, bool, Progress], None]
    sealed_by: tuple[str, str] = ("", "")
    """The column, and its code, that make a line one of a denunciation."""

    def is_sealed(self, typed: Mapping[str, str]) -> bool:
        """Whether a line, as it was typed, is about a denunciation, or may be."""
        name, code = self.sealed_by
        if not name:
            return False
        try:
            return self.column(name).read(filled(typed.get(name, ""))) == code
        except Unreadable:
            return True

    def speaks_of_sealed(self, sheet: Sheet) -> bool:
        """Whether any cell, under whatever heading, says that a line may be of a denunciation."""
        name, code = self.sealed_by
        if not name:
            return False
        said = [code, *(words for words, each in self.column(name).options.items() if each == code)]
        marks = {fold(words) for words in said}
        return any(fold(cell) in marks for _, cells in sheet.rows for cell in cells)

    def column(self, name: str) -> Column:
        return next(each for each in self.columns if each.name == name)

    @property
    def headings(self) -> list[str]:
        return [f"{column.name}*" if column.needed else column.name for column in self.columns]

    def run(self, sheet: Sheet, *, dry_run: bool, progress: Progress) -> Report:
        """Read, check, and write unless something is wrong or it is a dry run."""
        report = Report(rows=len(sheet.rows))
        rows = list(self.parsed(sheet, report, progress))
        if not report.rows:
            raise Wrong("Tệp chỉ có dòng tiêu đề, không có dòng nào để nhập.")
        self.write(rows, report, dry_run, progress)
        if report.errors:
            report.created = 0
        return report

    def parsed(
        self, sheet: Sheet, report: Report, progress: Progress
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Rows as {column: value}; what cannot be read goes into the report."""
        places = self.places(sheet.headings)
        for count, (line, cells) in enumerate(sheet.rows, start=1):
            if count % 1000 == 0:
                progress(f"Đã đọc {number(count)} trong {number(len(sheet.rows))} dòng")
            if len(cells) > len(sheet.headings) and any(cells[len(sheet.headings) :]):
                report.errors.append(Fault(line, "", "Dòng có nhiều ô hơn dòng tiêu đề."))
                continue
            yield line, dict(self.values(line, cells, places, report))

    def values(
        self, line: int, cells: list[str], places: Mapping[str, int], report: Report
    ) -> Iterable[tuple[str, Any]]:
        for column in self.columns:
            place = places.get(column.name, len(cells))
            typed = cells[place] if place < len(cells) else ""
            try:
                value = column.read(filled(typed))
            except Unreadable as refusal:
                report.errors.append(Fault(line, column.name, str(refusal)))
                value = None
            else:
                if column.needed and value in (None, ""):
                    report.errors.append(Fault(line, column.name, "Chưa có nội dung."))
            yield column.name, value

    def places(self, headings: list[str]) -> dict[str, int]:
        """Where each column stands; raises ``Wrong`` naming what is unknown, twice or missing."""
        known = {column.name for column in self.columns}
        found = [heading.rstrip("*").strip() for heading in headings]
        if unknown := [name for name in found if name and name not in known]:
            raise Wrong(f"Không có cột: {', '.join(unknown)}.")
        if twice := sorted({name for name in found if name and found.count(name) > 1}):
            raise Wrong(f"Cột có hai lần: {', '.join(twice)}.")
        if missing := [c.name for c in self.columns if c.needed and c.name not in found]:
            raise Wrong(f"Thiếu cột: {', '.join(missing)}.")
        return {name: place for place, name in enumerate(found) if name}


def filled(typed: str) -> str:
    """Raises ``Unreadable`` for a formula without a result: its cell is not empty, it is unread."""
    if typed == NOTHING_IN_IT:
        raise Unreadable(
            "Ô có công thức chưa ra kết quả hoặc báo lỗi: chép rồi dán lại dạng giá trị, lưu tệp."
        )
    return typed
