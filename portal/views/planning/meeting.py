"""``/ke-hoach/giao-ban/``: the sheet for the monthly meeting, a remark a unit, to be printed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.once import answered_once
from portal.periods import Month, period_of
from portal.permissions import holds
from portal.planning import TaskUnit, rules
from portal.planning.meetings import Part, keep_remarks, sheet
from portal.text import clean
from portal.views.planning.plan import LIST

LONGEST = 1_000
writes_remarks = holds(
    "director", "deputy_director", "coordinator", why_not="Nhận xét do đầu mối tổng hợp ghi."
)


@answered_once
def plan_meeting(request: HttpRequest) -> HttpResponse:
    """``?thang=2026-t5``."""
    on = timezone.localdate()
    if not rules.works_here(request.user, on=on):
        raise Http404
    month = month_of(request.GET.get("thang", ""), on=on)
    writes = writes_remarks(request.user, on=on)
    seen = TaskUnit.objects.visible_to(request.user, on=on).filter(plan__stage="issued")
    parts = sheet(month, seen, on=on)
    wrong = {}
    if request.method == "POST":
        if not writes:
            raise Http404
        typed, wrong = typed_remarks(request, parts)
        if not wrong:
            keep_remarks(typed, month=month, by=request.user, on=on)
            messages.success(request, f"Đã lưu nhận xét {month.label.lower()}.")
            return redirect(f"{request.path}?thang={month.code}")
    for part in parts:
        part.problem = wrong.get(part.unit.code, "")
    context = {
        "month": month,
        "previous": month.previous(),
        "following": month.following(),
        "parts": parts,
        "writes": writes,
        "crumbs": [LIST],
        "wrong": bool(wrong),
        "printed_at": timezone.now(),
    }
    status = 422 if wrong else 200
    return render(request, "portal/plan/meeting.html", context, status=status)


def month_of(typed: str, *, on) -> Month:
    if not typed:
        return Month.containing(on)
    try:
        period = period_of(typed)
    except ValueError:
        raise BadRequest("Không có tháng này.") from None
    if not isinstance(period, Month):
        raise BadRequest("Không có tháng này.")
    return period


def typed_remarks(request: HttpRequest, parts: list[Part]):
    """What was typed for each unit, and what is wrong with it; nothing typed is lost."""
    typed, wrong = {}, {}
    for part in parts:
        text = request.POST.get(f"nx-{part.unit.code}", "").strip()
        part.remark = text
        try:
            typed[part.unit] = clean(text)
        except ValueError as refusal:
            wrong[part.unit.code] = str(refusal)
        if len(text) > LONGEST:
            wrong[part.unit.code] = f"Nhận xét dài nhất {LONGEST} ký tự"
    return typed, wrong
