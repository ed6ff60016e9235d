"""``/ke-hoach/kiem-tra/``: a superior inspected the office; its asks are followed as tasks."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.forms.planning.inspection import InspectionForm
from portal.once import answered_once
from portal.planning import Inspection, Plan, rules
from portal.views.numbered import page_of
from portal.views.planning.plan import LIST

HERE = ("Kiểm tra của cấp trên", "/ke-hoach/kiem-tra/")


@require_safe
def inspections(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    seen = Plan.objects.visible_to(request.user, on=on)
    rows = Inspection.objects.filter(plan__in=seen).select_related("plan")
    counts = {
        "asked": Count("plan__tasks", distinct=True),
        "done": Count("plan__shares", filter=Q(plan__shares__stage="done"), distinct=True),
        "shares": Count("plan__shares", distinct=True),
    }
    page = page_of(request, rows.annotate(**counts), noun="cuộc kiểm tra")
    context = {
        "rows": page.rows,
        "page": page,
        "writes": rules.draws_up_plans(request.user, on=on),
        "works_here": rules.works_here(request.user, on=on),
        "crumbs": [LIST],
    }
    return render(request, "portal/plan/inspections.html", context)


@answered_once
def new_inspection(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.draws_up_plans(request.user, on=on):
        raise Http404
    form = InspectionForm(request.POST or None, on=on)
    if request.method == "POST" and form.is_valid():
        row = Inspection.write_down(by=request.user, on=on, **form.facts())
        asked = row.plan.tasks.count()
        messages.success(request, f"Đã ghi kết luận kiểm tra, {asked} yêu cầu thành nhiệm vụ.")
        return redirect(row.plan.get_absolute_url())
    context = {"form": form, "crumbs": [LIST, HERE], "here": "Ghi kết luận kiểm tra"}
    status = 422 if form.is_bound else 200
    return render(request, "portal/plan/new.html", context, status=status)
