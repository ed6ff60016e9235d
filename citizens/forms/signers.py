"""People who signed together, pasted one a line or read from a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from citizens.forms.desk_item import ItemForm
from citizens.models import Party, Petition
from portal.forms import IdNumberField, LongTextField
from portal.importing import Wrong, read_sheet

MOST = 1_000
PARTS = re.compile(r"[\t;]|,(?=\s)")
YEAR = re.compile(r"(?:19|20)\d\d")
DIGITS = re.compile(r"\d{8,12}")
NUMBER_OF_LINE = re.compile(r"\d{1,4}[.)]?")
HEADING = re.compile(r"\bhọ\b.*\btên\b", re.I)


class AddSigners(ItemForm):
    """Mỗi dòng một người; bảng Excel cũng được."""

    model, step = Petition, "add_signers"

    names = LongTextField(
        label="Người cùng ký, mỗi dòng một người",
        required=False,
        max_length=200_000,
        help_text="Họ tên, năm sinh, số căn cước, địa chỉ, cách nhau bằng dấu phẩy hoặc dấu chấm"
        " phẩy. Chỉ họ tên cũng được. Ví dụ: Nguyễn Văn Đức, 1961, Thôn 3",
    )
    table = forms.FileField(
        label="Hoặc bảng Excel",
        required=False,
        help_text="Cột đầu là họ tên; dòng tiêu đề được bỏ qua. Tệp Excel hoặc CSV",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        lines = [*numbered(data.get("names", "")), *self._of_table(data.get("table"))]
        if not lines and not self.errors:
            self.add_error("names", "Chưa nhập người cùng ký")
        if len(lines) > MOST:
            self.add_error("names", f"Mỗi lần ghi không quá {MOST} người")
        self.read = [*self._read(lines[:MOST])]
        return data

    def _of_table(self, upload: Any) -> list[tuple[str, int, list[str]]]:
        if not upload:
            return []
        try:
            rows = rows_of(upload)
        except Wrong as problem:
            self.add_error("table", str(problem))
            return []
        return [("table", number, cells) for number, cells in rows]

    def _read(self, lines: Iterable[tuple[str, int, list[str]]]) -> Iterator[Party]:
        for field, number, cells in lines:
            try:
                yield party_in(cells)
            except ValidationError as problem:
                self.add_error(field, f"Dòng {number}: {problem.messages[0]}")

    def arguments(self) -> dict[str, Any]:
        return {"signers": self.read}


def numbered(text: str) -> list[tuple[str, int, list[str]]]:
    lines = enumerate(text.splitlines(), start=1)
    return [("names", number, PARTS.split(line)) for number, line in lines if line.strip()]


def rows_of(upload: Any) -> list[tuple[int, list[str]]]:
    """Rows of the first sheet, its heading left out where it has one."""
    with NamedTemporaryFile(suffix=Path(upload.name).suffix) as copy:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        sheet = read_sheet(Path(copy.name))
    if any(HEADING.search(cell) for cell in sheet.headings):
        return sheet.rows
    return [(1, sheet.headings), *sheet.rows]


def party_in(cells: list[str]) -> Party:
    """Name first; a year, a card number and the address are known by their looks."""
    parts = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if parts and NUMBER_OF_LINE.fullmatch(parts[0]) and not YEAR.fullmatch(parts[0]):
        parts = parts[1:]
    if not parts or not any(letter.isalpha() for letter in parts[0]):
        raise ValidationError("chưa có họ tên")
    party, rest = Party(name=re.sub(r"^\d{1,4}[.)]\s*", "", parts[0])), []
    for part in parts[1:]:
        if YEAR.fullmatch(part):
            party.birth_year = int(part)
        elif DIGITS.fullmatch(part):
            party.id_number = IdNumberField().clean(part)
        else:
            rest.append(part)
    party.address = ", ".join(rest)
    if len(party.name) > 200 or len(party.address) > 300:
        raise ValidationError("họ tên hoặc địa chỉ dài quá; mỗi dòng chỉ ghi một người")
    return party
