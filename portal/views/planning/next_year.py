"""Lập từ kế hoạch này: the tasks of a plan as the draft of another year."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.forms.base import Form
from portal.forms.numbers import NumberField
from portal.once import answered_once
from portal.planning import Plan, rules
from portal.views.planning.plan import LIST, visible_plan


class NextYearForm(Form):
    year = NumberField(
        label="Năm của kế hoạch mới",
        min_value=1998,
        max_value=2100,
        help_text="Chép nhiệm vụ, không chép kết quả; thời gian từng nhiệm vụ phải đối chiếu lại",
    )

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        self.plan = plan
        super().__init__(*args, **options)
        self.fields["year"].initial = plan.year + 1

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if year == self.plan.year:
            self.add_error("year", f"Kế hoạch này đang là của năm {year}")
        return year


@answered_once
def plan_next_year(request: HttpRequest, code: str) -> HttpResponse:
    on: date = timezone.localdate()
    plan = visible_plan(request, code, on=on)
    if not rules.draws_up_plans(request.user, on=on):
        raise Http404
    form = NextYearForm(request.POST or None, plan=plan)
    if request.method == "POST" and form.is_valid():
        new: Plan = plan.begin_again(by=request.user, on=on, **form.cleaned_data)
        messages.success(request, f"Đã lập dự thảo {new.code} từ {plan.reference or plan.code}.")
        return redirect(new.get_absolute_url())
    crumbs = [LIST, (plan.reference or plan.code, plan.get_absolute_url())]
    context = {"form": form, "plan": plan, "crumbs": crumbs, "here": "Lập từ kế hoạch này"}
    status = 422 if form.is_bound else 200
    return render(request, "portal/plan/new.html", context, status=status)
