"""/xuat-ho-so/: an export is ordered, made by the worker, fetched; the own book by its group."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.rules import follows_denunciations, keeps_denunciations
from portal.fields import Field
from portal.forms import ChoiceField, Form
from portal.forms.dated_choices import DatedChoice, as_of
from portal.once import answered_once
from portal.people import Unit
from portal.permissions import holds
from portal.successor import SuccessorExport
from portal.templatetags.navigation import OPEN_TO

from .running import export_later, order

PLAIN, SEALED = "ho-so", "to-cao"
exports_records = holds(
    "director", "coordinator", why_not="Xuất hồ sơ do Giám đốc hoặc đầu mối tổng hợp thực hiện."
)

OPEN_TO["exports"] = (exports_records | follows_denunciations).because(exports_records.why_not)


class OneUnit(DatedChoice):
    def rows(self) -> Any:
        return Unit.objects.all()


class OneField(DatedChoice):
    def rows(self) -> Any:
        return Field.objects.all()


class OrderForm(Form):
    what = ChoiceField(label="Xuất gì")
    unit = OneUnit(label="Chỉ của đơn vị", required=False, empty_label="Mọi đơn vị")
    field = OneField(label="Chỉ của lĩnh vực", required=False, empty_label="Mọi lĩnh vực")

    def __init__(self, *args: Any, may: list[tuple[str, str]], on: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        as_of(self, on)
        fields: Any = self.fields
        fields["what"].choices = may


def offered(user: Any, *, on: Any) -> list[tuple[str, str]]:
    found = []
    if exports_records(user, on=on):
        found.append((PLAIN, "Toàn bộ hồ sơ, không có hồ sơ tố cáo"))
    if keeps_denunciations(user, on=on):
        found.append((SEALED, "Riêng hồ sơ tố cáo của sổ riêng"))
    return found


def seen(user: Any, *, on: Any) -> Any:
    """What this reader may have: an export of the own book exists for its group alone."""
    sealed = [value == SEALED for value, _ in offered(user, on=on)]
    return SuccessorExport.objects.filter(sealed__in=sealed).select_related("by", "unit", "field")


@answered_once
def exports(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    may = offered(request.user, on=on)
    if not may:
        raise Http404
    form = OrderForm(request.POST or None, may=may, on=on, initial={"what": may[0][0]})
    if form.is_valid():
        told = form.cleaned_data
        run = order(
            by=request.user, on=on, unit=told["unit"], field=told["field"],
            sealed=told["what"] == SEALED,
        )  # fmt: skip
        export_later.enqueue(run.pk)
        messages.success(request, "Đã ghi yêu cầu xuất. Trang này cho biết khi nào tệp có.")
        return redirect("exports")
    context = {"form": form, "runs": seen(request.user, on=on)[:100]}
    status = 422 if form.is_bound else 200
    return render(request, "portal/successor/exports.html", context, status=status)


@require_safe
def export_file(request: HttpRequest, pk: int) -> FileResponse:
    """The archive; who fetched it is recorded."""
    on = timezone.localdate()
    run = get_object_or_404(seen(request.user, on=on), pk=pk)
    if not run.at_hand:
        raise Http404
    record_fetch(run, request.user, on=on)
    return FileResponse(run.path.open("rb"), as_attachment=True, filename=run.path.name)


def record_fetch(run: SuccessorExport, user: Any, *, on: Any) -> None:
    with transaction.atomic():
        run.tell("fetch", "Tải hồ sơ bàn giao", by=user, on=on)
