"""The six parts of a programme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy.forms.base import Plain, box
from democracy.forms.board.base import OfTerm
from democracy.models import BoardProgramme
from democracy.models.board.programme import PARTS
from portal.forms import ChoiceField, Form, LongTextField, TextField
from portal.periods import Half, Quarter, Year, period_of

ASKED = {
    "purpose": "",
    "demands": "",
    "contents": "Mỗi dòng một việc kiểm tra, giám sát, nêu rõ đối tượng",
    "times": "Tháng hoặc ngày của từng việc",
    "funding": "Nguồn và số tiền dự kiến; ghi “không” nếu không cần",
    "carrying_out": "Ai làm việc gì, phối hợp với ai",
}


def periods(on: date) -> list[tuple[str, str]]:
    """Of this year and the next."""
    years = (on.year, on.year + 1)
    rows = [Year.of(year) for year in years]
    rows += [Half.of(year, number) for year in years for number in (1, 2)]
    rows += [Quarter.of(year, number) for year in years for number in (1, 2, 3, 4)]
    return [(row.code, row.label) for row in rows if row.end >= on]


class Parts(Form):
    purpose = LongTextField(label="Mục đích", max_length=3_000, widget=box(2))
    demands = LongTextField(label="Yêu cầu", max_length=3_000, widget=box(2))
    contents = LongTextField(label="Nội dung", max_length=8_000, widget=box(5))
    times = LongTextField(label="Thời gian", max_length=3_000, widget=box(3))
    funding = LongTextField(label="Kinh phí", max_length=2_000, widget=box(2))
    carrying_out = LongTextField(label="Tổ chức thực hiện", max_length=5_000, widget=box(3))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, hint in ASKED.items():
            self.fields[name].help_text = hint


class NewProgramme(Parts, OfTerm):
    period_code = ChoiceField(label="Kỳ", widget=forms.Select)

    field_order = ("term", "period_code")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["period_code"].choices = periods(on)


class ProgrammeForm(Parts, Plain):
    model = BoardProgramme

    def __init__(self, *args: Any, subject: BoardProgramme, **options: Any) -> None:
        before = {name: getattr(subject, name) for name, _words in PARTS}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def facts(self) -> list[tuple[str, str]]:
        return [("Kỳ", period_of(self.subject.period_code).label)]


class Edit(ProgrammeForm):
    step = "edit"


class Issue(Plain):
    model, step = BoardProgramme, "issue"

    def facts(self) -> list[tuple[str, str]]:
        return list(self.subject.parts)


class Adjust(ProgrammeForm):
    step = "adjust"

    reason = TextField(label="Lý do điều chỉnh", max_length=300)
