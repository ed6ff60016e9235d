"""The pages of /bao-cao/: the forms of a period, one form whole, the records behind a figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from tempfile import TemporaryFile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from citizens.rules import makes_returns
from portal.filters import unit_options
from portal.once import answered_once
from portal.returns import Form, FrozenReturn, Scope, heading_rows
from portal.templatetags.navigation import OPEN_TO
from portal.text import day
from portal.views.spreadsheet import TYPE as SPREADSHEET

from . import asked
from .addresses import address, at
from .by_field import told_in
from .line import Line, all_forms, lines
from .rows import rows_of_figure
from .text import write_text
from .typed import strike_typed, typed_figures
from .workbook import write_workbook

OPEN_TO["statistics"] = makes_returns
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
View = Callable[..., HttpResponse]


def for_return_makers(view: View) -> View:
    """Official returns tell of denunciations: for others they do not exist."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not makes_returns(request.user, on=timezone.localdate()):
            raise Http404
        return view(request, *args, **kwargs)

    return answer


@for_return_makers
def returns(request: HttpRequest) -> HttpResponse:
    """Báo cáo, thống kê: the forms of one period, whether their sums hold, what was frozen."""
    scope = asked.scope_of(request, on=timezone.localdate())
    counted = all_forms(scope)
    told = [
        {
            "form": each.form,
            "broken": [check for check in each.checks if not check.holds],
            "frozen": FrozenReturn.objects.of(each.form, scope),
            "url": at("return", each.form, scope),
        }
        for each in counted
    ]
    crossing = [check for each in counted for check in each.checks if check.crosses]
    told.append(told_in(scope.period, scope.unit))
    context = {
        "forms": told,
        "crossing": crossing,
        "text_url": address("return-text", scope),
        **choosing(scope),
    }
    return render(request, "portal/returns/index.html", context)


@for_return_makers
def one_return(request: HttpRequest, path: str) -> HttpResponse:
    """One form in the layout of the circular: each unit's line, the sum, two comparisons."""
    on = timezone.localdate()
    form, scope = asked.form_at(path), asked.scope_of(request, on=on)
    counted = list(lines(form, scope, by_unit=True))
    whole = counted[-1]
    frozen = FrozenReturn.objects.of(form, scope)
    context = {
        "form": form,
        "heads": heading_rows(form.columns),
        "lines": [(each, cells_of(each)) for each in counted],
        "checks": whole.checks,
        "frozen": frozen,
        "differences": differences(form, frozen, whole),
        "compared": compared(form, scope),
        "file_url": at("return-file", form, scope),
        "typed_url": at("return-typed", form, scope) if form.typed else "",
        "freeze_url": at("return-freeze", form, scope) if can_freeze(scope, on=on) else "",
        "index_url": address("statistics", scope),
        **choosing(scope),
    }
    return render(request, "portal/returns/form.html", context)


@for_return_makers
def return_rows(request: HttpRequest, path: str) -> HttpResponse:
    """The records behind one figure."""
    return rows_of_figure(request, path)


@for_return_makers
def return_file(request: HttpRequest, path: str) -> FileResponse:
    """The form as a workbook."""
    form, scope = asked.form_at(path), asked.scope_of(request, on=timezone.localdate())
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_workbook(file, form, scope, list(lines(form, scope, by_unit=True)))
    file.seek(0)
    name = f"{form.path}-{asked.code_of(scope.period)}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=SPREADSHEET)


return_typed = for_return_makers(typed_figures)
return_typed_strike = for_return_makers(strike_typed)


@for_return_makers
def return_text(request: HttpRequest) -> FileResponse:
    """Mẫu 02: the report in words, a draft for the office to finish in Word."""
    scope = asked.scope_of(request, on=timezone.localdate())
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write_text(file, scope)
    file.seek(0)
    name = f"bao-cao-{asked.code_of(scope.period)}.docx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=WORD)


@require_POST
@for_return_makers
@answered_once
def freeze_return(request: HttpRequest, path: str) -> HttpResponse:
    """Chốt số liệu."""
    on = timezone.localdate()
    form, scope = asked.form_at(path), asked.scope_of(request, on=on)
    if can_freeze(scope, on=on):
        FrozenReturn.freeze(form, scope, by=request.user, on=on)
        messages.success(request, f"Đã chốt số liệu biểu {form.code}, {scope.period}.")
    else:
        messages.error(request, f"Chốt được số liệu từ ngày {day(scope.period.end)}, khi hết kỳ.")
    return redirect(at("return", form, scope))


def can_freeze(scope: Scope, *, on: date) -> bool:
    """Not before the period's last day: what comes in until then would show as a difference."""
    return scope.period.end <= on


def cells_of(row: Line) -> list[tuple[Any, str]]:
    """Each figure with the address of its records, where there are any."""
    here = at("return-rows", row.form, row.scope)
    return [(value, f"{here}&cot={number}" if value else "") for number, value in
            row.figures.items()]  # fmt: skip


def differences(form: Form, frozen: FrozenReturn | None, now: Line) -> list[tuple[Any, ...]]:
    """(words of the column, as frozen, as counted now)."""
    changed = frozen.differences(now.figures) if frozen else {}
    return [(form.column(number).words, *values) for number, values in changed.items()]


def compared(form: Form, scope: Scope) -> list[tuple[str, Any]]:
    """The period before and the same one last year, where the circular already held."""
    before, last_year = scope.period.previous(), scope.period.same_last_year()
    named = [("Kỳ trước", before)] if before != last_year else []
    named.append(("Cùng kỳ năm trước", last_year))
    return [
        (f"{words}: {period}", form.figures(Scope(period, scope.unit)).values())
        for words, period in named
        if period.end >= form.since
    ]


def choosing(scope: Scope) -> dict[str, Any]:
    """What the bar with period and unit needs."""
    on = timezone.localdate()
    return {
        "scope": scope,
        "period_code": asked.code_of(scope.period),
        "unit_code": scope.unit.code if scope.unit else "",
        "units": unit_options(),
        "periods": [
            (title, [(asked.code_of(each), each.label) for each in periods])
            for title, periods in asked.periods_offered(on=on)
        ],
    }
