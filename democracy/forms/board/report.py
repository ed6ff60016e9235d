"""Which days a report is of, and the board's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy.forms.base import Plain, box
from democracy.forms.board.base import OfTerm
from democracy.models import BoardReport
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField
from portal.periods import Half, Quarter, Regular, Year, period_of
from portal.text import day

ASKED, TERM = BoardReport.Kind.ASKED.value, BoardReport.Kind.TERM.value
KINDS: dict[type[Regular], str] = {
    Quarter: BoardReport.Kind.QUARTER,
    Half: BoardReport.Kind.HALF,
    Year: BoardReport.Kind.YEAR,
}
WORDS = ("results", "limits", "proposals")


def periods(on: date) -> list[tuple[str, str]]:
    """Those that have begun, this year and last; the term; any days that were asked for."""
    years = (on.year, on.year - 1)
    rows: list[Regular] = [
        kind.of(year, number + 1)
        for kind in KINDS
        for year in years
        for number in range(12 // kind.MONTHS)
    ]
    begun = [(row.code, row.label) for row in rows if row.start <= on]
    return [*begun, (TERM, "Cả nhiệm kỳ"), (ASKED, "Theo yêu cầu, từ ngày đến ngày")]


class OwnWords(Form):
    results = LongTextField(
        label="Kết quả hoạt động", required=False, max_length=20_000, widget=box(5),
        help_text="Số liệu do Cổng đếm và in kèm; ở đây ghi đánh giá, nhận xét",
    )  # fmt: skip
    limits = LongTextField(
        label="Hạn chế, nguyên nhân", required=False, max_length=10_000, widget=box(3)
    )
    proposals = LongTextField(
        label="Nhiệm vụ kỳ sau, đề xuất", required=False, max_length=10_000, widget=box(3)
    )


class NewReport(OwnWords, OfTerm):
    period = ChoiceField(label="Kỳ báo cáo", widget=forms.Select)
    from_on = DateField(label="Từ ngày", required=False, help_text="Ghi khi báo cáo theo yêu cầu")
    to_on = DateField(label="Đến hết ngày", required=False)

    field_order = ("term", "period", "from_on", "to_on")
    conditional = frozenset({"from_on", "to_on"})

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        last = Quarter.containing(on).previous()
        options["initial"] = {"period": last.code} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)
        self.fields["period"].choices = periods(on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("period") == ASKED:
            self.check_days(data)
        return data

    def check_days(self, data: dict[str, Any]) -> None:
        first, last = data.get("from_on"), data.get("to_on")
        for name in ("from_on", "to_on"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, "Ghi ngày của kỳ báo cáo")
        if first and last and last < first:
            self.add_error("to_on", "Ngày cuối đang trước ngày đầu")

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        words = {name: data[name] for name in WORDS}
        return {"term": data["term"], **self.days_of(data), **words}

    def days_of(self, data: dict[str, Any]) -> dict[str, Any]:
        code, term = data["period"], data["term"]
        if code == ASKED:
            first, last = data["from_on"], data["to_on"]
            label = f"Từ ngày {day(first)} đến ngày {day(last)}"
            return {"kind": ASKED, "from_on": first, "to_on": last, "label": label}
        if code == TERM:
            last = max(min(term.ends_on or self.on, self.on), term.elected_on)
            facts = {"kind": TERM, "from_on": term.elected_on, "to_on": last}
            return facts | {"label": f"Nhiệm kỳ {term.years}"}
        period = period_of(code)
        facts = {"kind": KINDS[type(period)], "from_on": period.start, "to_on": period.end}
        return facts | {"label": period.label}


class Edit(OwnWords, Plain):
    model, step = BoardReport, "edit"

    def __init__(self, *args: Any, subject: BoardReport, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in WORDS}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class SendReport(Plain):
    model, step = BoardReport, "send_report"

    unsent_because = TextField(
        label="Lý do và nơi nhận thay, khi không còn tổ chức đại diện",
        required=False,
        max_length=300,
    )

    def facts(self) -> list[tuple[str, str]]:
        return [(words, str(figure)) for words, figure in self.subject.told]
