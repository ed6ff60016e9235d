"""Nhập số liệu: what no register holds, written into a column with its source, and crossed out."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal.forms import ChoiceField, DateField, Form, NumberField, TextField
from portal.forms.dated_choices import DatedChoice, as_of
from portal.once import answered_once
from portal.people import Unit
from portal.periods import Reporting
from portal.returns import Form as ReturnForm
from portal.returns import Scope, TypedFigure

from . import asked
from .addresses import at


class OfficeUnitField(DatedChoice):
    def rows(self) -> Any:
        return Unit.objects.all()


class FigureForm(Form):
    """One figure of one column."""

    column = ChoiceField(label="Cột")
    happened_on = DateField(label="Ngày")
    amount = NumberField(label="Số lượng", min_value=1)
    source = TextField(
        label="Nguồn số liệu",
        max_length=300,
        help_text="Ví dụ: Kết luận số 12/KL-TTr ngày 05/8/2026, khoản 2 mục III",
    )
    unit = OfficeUnitField(label="Đơn vị", required=False, empty_label="Toàn cơ quan")
    layout = Layout("column", Div("happened_on", "amount", css_class="pair"), "source", "unit")

    def __init__(self, *args: Any, of: ReturnForm, scope: Scope, on: date, **more: Any) -> None:
        super().__init__(*args, **more)
        as_of(self, on)
        fields: Any = self.fields
        fields["column"].choices = [(str(number), words_of(of, number)) for number in of.typed]
        days = fields["happened_on"]
        days.earliest, days.latest = scope.period.start, min(scope.period.end, on)

    def arguments(self) -> dict[str, Any]:
        return self.cleaned_data | {"column": int(self.cleaned_data["column"])}


class StrikeForm(Form):
    reason = TextField(label="Lý do gạch", max_length=300)


def words_of(form: ReturnForm, number: int) -> str:
    column = form.column(number)
    return f"{number}. {', '.join((*column.above, column.label))}"


def typed_form(path: str) -> ReturnForm:
    form = asked.form_at(path)
    if not form.typed:
        raise Http404
    return form


@answered_once
def typed_figures(request: HttpRequest, path: str) -> HttpResponse:
    """The figures of a period, and a form for another."""
    on = timezone.localdate()
    of, scope = typed_form(path), asked.scope_of(request, on=on)
    here = at("return-typed", of, scope)
    form = FigureForm(request.POST or None, of=of, scope=scope, on=on)
    if form.is_valid():
        row = TypedFigure.enter(of, by=request.user, on=on, **form.arguments())
        messages.success(request, f"Đã nhập {row.code}.")
        return redirect(here)
    context = {
        "form": form,
        "of": of,
        "scope": scope,
        "rows": [(row, words_of(of, row.column)) for row in rows_of(of, scope)],
        "back": at("return", of, scope),
    }
    status = 422 if form.is_bound else 200
    return render(request, "portal/returns/typed.html", context, status=status)


def rows_of(of: ReturnForm, scope: Scope) -> Any:
    return TypedFigure.objects.of(of, scope).select_related("unit", "by")


@answered_once
def strike_typed(request: HttpRequest, path: str, code: str) -> HttpResponse:
    """Gạch một số liệu, with the reason."""
    on = timezone.localdate()
    of = typed_form(path)
    kept = TypedFigure.objects.kept().select_related("unit")
    row = get_object_or_404(kept, form=of.code, code=code)
    scope = Scope(Reporting.containing(row.happened_on))
    back = at("return-typed", of, scope)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        row.strike(by=request.user, on=on, reason=form.cleaned_data["reason"])
        messages.success(request, f"Đã gạch {row.code}.")
        return redirect(back)
    context = {
        "form": form,
        "here": f"Gạch {row.code}",
        "section": f"Biểu {of.code}",
        "act": "Gạch số liệu",
        "back": back,
        "crumbs": [("Báo cáo, thống kê", "/bao-cao/"), (of.code, at("return", of, scope))],
    }
    return render(request, "portal/new.html", context, status=422 if form.is_bound else 200)
