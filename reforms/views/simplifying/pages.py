"""The pages of one plan of review and of one proposal, and their steps."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.deadlines import standing
from portal.text import number
from portal.views.new import NewView
from portal.views.step import StepView
from reforms import procedure_rules as rules
from reforms.forms.procedure.simplifying import NewProposal, NewReviewPlan, limit_in_days
from reforms.models import Procedure, ReviewPlan, Simplification
from reforms.procedure_codes import NotACode, read_code
from reforms.views.pages import HOME, around

PLANS = ("Rà soát thủ tục", "/cai-cach/ra-soat/")
LIST = ("Đơn giản hóa thủ tục", "/cai-cach/don-gian-hoa/")


@require_safe
def plan(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = ReviewPlan.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen.select_related("unit", "officer"), code=code)
    items = list(one.items.select_related("procedure", "unit"))
    proposals = Simplification.objects.filter(item__plan=one).select_related("procedure")
    context = {
        "one": one,
        "items": [(row, None if row.done_on else standing(row.due_on, as_of=on)) for row in items],
        "done": sum(1 for row in items if row.done_on),
        "proposals": list(proposals),
        "standing": None if one.sent_on else standing(one.due_on, as_of=on),
        **around(request.user, one, on=on, told=True, above=PLANS,
                 aside=("add_item", "drop_item")),
    }  # fmt: skip
    return render(request, "reforms/simplifying/plan.html", context)


@require_safe
def proposal(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Simplification.objects.visible_to(request.user, on=on)
    related = ("procedure__area", "unit", "officer", "item__plan", "change")
    one = get_object_or_404(seen.select_related(*related), code=code)
    context = {
        "one": one,
        "wrong": list(one.contradictions()),
        **around(request.user, one, on=on, told=True, above=LIST, aside=("edit", "abandon")),
    }
    return render(request, "reforms/simplifying/proposal.html", context)


class NewReviewPlanView(NewView):
    may = staticmethod(rules.keeps_procedures)
    form_class = NewReviewPlan
    verb = ReviewPlan.draw_up
    crumbs: ClassVar = (HOME, PLANS)
    here = "Lập kế hoạch rà soát"
    act = "Lập kế hoạch"
    said = "Đã lập {0.code}."


class NewProposalView(NewView):
    may = staticmethod(rules.opens_changes)
    form_class = NewProposal
    verb = Simplification.propose
    crumbs: ClassVar = (HOME, LIST)
    here = "Đề xuất phương án đơn giản hóa"
    act = "Đề xuất phương án"
    said = "Đã ghi {0.code}."

    def given(self) -> dict[str, Any]:
        """A procedure's page brings its code and its present limit along."""
        initial: dict[str, Any] = {}
        if one := named(self.request.GET.get("thu-tuc", "")):
            days = limit_in_days(one, on=self.on)
            initial = {"procedure": one.code, "days_before": days and number(days.normalize())}
        return super().given() | {"initial": initial}


def named(typed: str) -> Procedure | None:
    try:
        return Procedure.objects.filter(code=read_code(typed).code).first() if typed else None
    except NotACode:
        return None


class ReviewPlanStepView(StepView):
    model = ReviewPlan
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, PLANS, (self.subject.code, self.subject.get_absolute_url())]}


class ProposalStepView(StepView):
    model = Simplification
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
