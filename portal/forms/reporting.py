"""A new report, one section of it, its signature and its number."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from portal.forms import ChoiceField, DateField, Form, LongTextField, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.planning.base import PlanningForm, box, own_unit
from portal.forms.texts import numbered_like
from portal.instruments import Instrument
from portal.instruments.citing import citations
from portal.people import Unit
from portal.periods import KINDS, REPORTED, Half, Year, reported
from portal.planning.plans import Programme
from portal.reporting import Report
from portal.reporting.outlines import Outline, outlines
from portal.reporting.reading import parts_of
from portal.text import lower_first

FIRST_YEAR, LAST_YEAR = 2010, 2100
HALVES = {"n1": "6 tháng đầu năm", "n2": "6 tháng cuối năm"}
MONTHS = {f"t{month}": f"Tháng {month}" for month in range(1, 13)}
STRETCHES = HALVES | MONTHS | {code: kind.words for code, kind in KINDS.items()}
OF_PERIOD = {"half": tuple(HALVES), "reporting": REPORTED}
"""Which stretches an outline may be of; a year needs no word."""


class NewReport(Form):
    """Which report, of whom, of which time."""

    outline = ChoiceField(label="Báo cáo", choices=[], widget=forms.Select)
    unit = AnyUnitField(label="Đơn vị báo cáo")
    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    stretch = ChoiceField(
        label="Kỳ", choices=[("", "– Chọn –"), *STRETCHES.items()], required=False,
        widget=forms.Select, help_text="Báo cáo năm, nhiều năm thì để trống",
    )  # fmt: skip
    from_year = NumberField(
        label="Từ năm", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR,
        help_text="Chỉ dùng cho báo cáo nhiều năm; năm cuối là năm ở trên",
    )  # fmt: skip
    directive = TextField(
        label="Văn bản chỉ đạo", required=False, max_length=200,
        help_text="Chỉ dùng cho báo cáo nhiều năm. Ví dụ: 28-CT/TU ngày 07/7/2020",
    )  # fmt: skip

    layout = Layout(
        "outline", "unit", Div("year", "stretch", css_class="pair"), "from_year", "directive"
    )
    conditional = frozenset({"stretch", "from_year", "directive"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        unit = own_unit(by, on=on)
        office = Unit.objects.open(as_of=on).filter(kind=Unit.Kind.HEADQUARTERS).first()
        whose = unit if unit and unit.kind == Unit.Kind.SUBORDINATE else office
        options["initial"] = {"unit": whose and whose.code, "year": on.year} | (
            options.get("initial") or {}
        )
        super().__init__(*args, **options)
        self.fields["outline"].choices = grouped()
        as_of(self, on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        outline = outlines().get(data.get("outline") or "")
        if outline and outline.period in OF_PERIOD:
            self.check_stretch(data, outline)
        if outline and outline.of_a_directive:
            self.check_years(data)
            self.check_directive(data)
        return data

    def check_stretch(self, data: dict[str, Any], outline: Outline) -> None:
        own = OF_PERIOD[outline.period]
        if data.get("stretch") not in own and "stretch" not in self.errors:
            words = ", ".join(lower_first(STRETCHES[code]) for code in own)
            self.add_error("stretch", f"{outline.name} lập theo: {words}")

    def check_years(self, data: dict[str, Any]) -> None:
        first, last = data.get("from_year"), data.get("year")
        if first is None and "from_year" not in self.errors:
            self.add_error("from_year", "Ghi năm đầu của giai đoạn báo cáo")
        elif first and last and first >= last:
            self.add_error("from_year", f"Năm đầu phải trước năm cuối, {last}")
        elif first and last and last - first > 9:
            self.add_error("from_year", "Một báo cáo nhiều nhất 10 năm")

    def check_directive(self, data: dict[str, Any]) -> None:
        words = data.get("directive") or ""
        cited = next(citations(words), None)
        rows = cited.instruments() if cited else []
        if not words:
            self.add_error("directive", "Ghi số, ký hiệu văn bản chỉ đạo")
        elif not rows:
            self.add_error("directive", "Sổ văn bản chưa có văn bản này; ghi vào sổ trước")
        elif len(rows) > 1:
            self.add_error("directive", "Có nhiều văn bản cùng số; ghi thêm ngày")
        data["instrument"] = rows[0] if len(rows) == 1 else None

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        outline, year = outlines()[data["outline"]], data["year"]
        directive: Instrument | None = data.get("instrument") if outline.of_a_directive else None
        start, end, words = self.days(outline, year)
        told = f"{directive.get_kind_display()} số {directive.reference}" if directive else ""
        title = outline.subject.format(period=words, directive=told)
        return {
            "outline": outline.code, "unit": data["unit"], "from_on": start, "to_on": end,
            "directive": directive, "title": title,
        }  # fmt: skip

    def days(self, outline: Outline, year: int) -> tuple[date, date, str]:
        """First and last day, and how the title names them."""
        if outline.of_a_directive:
            first = self.cleaned_data["from_year"]
            return date(first, 1, 1), date(year, 12, 31), f"giai đoạn {first}–{year}"
        code = self.cleaned_data.get("stretch") or ""
        found: Any = Year.of(year)
        if outline.period == "half":
            found = Half.of(year, int(code.removeprefix("n")))
        elif outline.period == "reporting":
            found = reported(code, year)
        return found.start, found.end, lower_first(found.label)


def grouped() -> list[Any]:
    """The outlines under the names of their programmes."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for each in outlines().values():
        groups.setdefault(Programme(each.programme).label, []).append((each.code, each.name))
    return list(groups.items())


class Write(PlanningForm):
    model, step = Report, "write"

    section = forms.CharField(widget=forms.HiddenInput)
    text = LongTextField(
        label="Nội dung", required=False, max_length=20_000, widget=box(14),
        help_text="Để trống: mục này dùng những ghi nhận tập hợp ở bên",
    )  # fmt: skip

    def __init__(self, *args: Any, subject: Report, **options: Any) -> None:
        initial = options.get("initial") or {}
        section = initial.get("section", "")
        written = subject.texts.filter(section=section).first() if section else None
        options["initial"] = {"text": written.text if written else ""} | initial
        super().__init__(*args, subject=subject, **options)

    def clean_section(self) -> str:
        code = self.cleaned_data["section"]
        if self.subject.plan_of_it.section(code) is None:
            raise forms.ValidationError("Đề cương không có mục này; mở lại từ trang báo cáo")
        return code


class SignReport(PlanningForm):
    model, step = Report, "sign_report"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def texts(self) -> list[tuple[str, str]]:
        """What whoever signs has before them: every section as it stands."""
        return [
            (f"{part.number}. {part.section.title}", told(part))
            for part in parts_of(self.subject, on=self.on)
        ]


def told(part: Any) -> str:
    rows = [f"{row.figure.label}: {row.value}" for row in part.rows]
    text = [part.text.text] if part.text else [said.words for said in part.said]
    return "\n".join([*rows, *text, *(f"Lưu ý: {words}" for words in part.warnings)])


class TakeBack(PlanningForm):
    model, step = Report, "take_back"

    reason = TextField(label="Lý do", max_length=500)


class SendOut(PlanningForm):
    model, step = Report, "send_out"

    reference = TextField(label="Số, ký hiệu", max_length=80, help_text=numbered_like("45/BC"))
    dated_on = DateField(label="Ngày văn bản")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["dated_on"].latest = on
