"""Count a form of the official returns: one JSON object a line, as the doors of the portal say."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from citizens.returns.records import SHELVES
from portal.dashboard.returns import by_field
from portal.dashboard.returns.forms import FORMS
from portal.dashboard.returns.line import Line, lines
from portal.dashboard.returns.workbook import write_workbook
from portal.management.json_lines import speak_utf8
from portal.people import Unit
from portal.periods import Reporting
from portal.returns import Form, Scope
from portal.text import day
from reforms.dossiers.form import II_06A, whole_months
from reforms.dossiers.form import lines as lines_by_field


def refusal(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=2)


class Command(BaseCommand):
    help = f"Forms: {', '.join((*FORMS, II_06A.code))}. Periods: those of the form itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("form")
        parser.add_argument("--from", dest="start", type=date.fromisoformat, required=True)
        parser.add_argument("--to", dest="end", type=date.fromisoformat, required=True)
        parser.add_argument("--unit", help="code or exact name; without it the whole office")
        parser.add_argument("--by-unit", action="store_true", help="one line a unit, then the sum")
        parser.add_argument("--rows", type=int, metavar="N", help="the records behind column N")
        parser.add_argument("--xlsx", type=Path, metavar="FILE")

    def handle(self, *args: Any, form: str, **options: Any) -> None:
        speak_utf8(self.stdout)
        if form == II_06A.code:
            self.tell_by_field(**options)
            return
        known = form_named(form)
        scope = Scope(period_of(known, options["start"], options["end"]), unit_of(options["unit"]))
        if options["rows"] is not None:
            self.tell(rows_of(known, scope, options["rows"]))
            return
        counted = list(lines(known, scope, by_unit=options["by_unit"]))
        for line in counted:
            self.tell(answer(line))
        if options["xlsx"]:
            write_workbook(options["xlsx"], known, scope, counted)

    def tell_by_field(self, **options: Any) -> None:
        """Whole months, a line for each field."""
        period = whole_months(options["start"], options["end"])
        if period is None:
            raise refusal(by_field.NOT_MONTHS)
        unit = unit_of(options["unit"])
        if (number := options["rows"]) is not None:
            column_of(II_06A, number)
            codes = by_field.codes_behind(period, unit)
            self.tell({"form": II_06A.code, "column": number, "codes": codes})
            return
        for told in by_field.answers(period, unit, by_unit=options["by_unit"]):
            self.tell(told)
        if options["xlsx"]:
            counted = lines_by_field(*period.dates, unit)
            scope = Scope(period, unit)  # type: ignore[arg-type]  # months, not a reporting period
            write_workbook(options["xlsx"], II_06A, scope, counted)

    def tell(self, told: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(told, ensure_ascii=False, default=plain))


def form_named(name: str) -> Form:
    if name not in FORMS:
        known = ", ".join((*FORMS, II_06A.code))
        raise refusal(f"Không có biểu “{name}”. Có: {known}.")
    return FORMS[name]


def period_of(form: Form, start: date, end: date) -> Reporting:
    """One of the form's own periods, under the rules that hold for it (TT 06/2025 Đ4)."""
    if end < form.since:
        raise refusal(
            f"Biểu {form.code} theo {form.version} dùng cho kỳ kết thúc từ {day(form.since)};"
            " kỳ trước đó lập theo biểu cũ."
        )
    period = Reporting.exactly(start, end)
    if period is None:
        raise refusal(
            "Kỳ báo cáo từ ngày 15 đến ngày 14: quý (15/12–14/3, 15/3–14/6, 15/6–14/9,"
            " 15/9–14/12), 6 tháng, 9 tháng hoặc năm tính từ 15/12 năm trước."
        )
    return period


def unit_of(name: str | None) -> Unit | None:
    if not name:
        return None
    found = Unit.objects.filter(code=name).first() or Unit.objects.filter(name=name).first()
    if found is None:
        raise refusal(f"Không có đơn vị “{name}”.")
    return found


def answer(line: Line) -> dict[str, Any]:
    start, end = line.scope.period.dates
    return {
        "form": line.form.code,
        "version": line.form.version,
        "from": start.isoformat(),
        "to": end.isoformat(),
        "unit": line.scope.unit.code if line.scope.unit else None,
        "columns": {str(number): value for number, value in line.figures.items()},
        "checks": [{"rule": check.rule, "holds": check.holds} for check in line.checks],
    }


def column_of(form: Form, number: int) -> None:
    if number not in {column.number for column in form.columns}:
        raise refusal(f"Biểu {form.code} không có cột {number}.")


def rows_of(form: Form, scope: Scope, number: int) -> dict[str, Any]:
    column_of(form, number)
    records = form.rows(scope, number)
    shelf = SHELVES[records.model]
    rows = shelf.by_code.arranged(records, falling=False).values(*shelf.columns)
    codes = [shelf.line(row).code for row in rows]
    return {"form": form.code, "column": number, "codes": codes}


def plain(value: Any) -> float | int:
    """Money and land as numbers: whole where they are whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)
