"""/dan-chu/lay-y-kien/: what staff are asked before it is decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.forms.consultation import NewConsultation
from democracy.models import Consultation
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.once import answered_once
from portal.planning import Plan
from portal.planning.rules import drafts
from portal.views.step import StepView

LIST = ("Lấy ý kiến", "/dan-chu/lay-y-kien/")
ASIDE = ("edit", "note_opinion")
FEW = 5


def visible_consultation(request: HttpRequest, code: str, *, on: date) -> Consultation:
    seen = Consultation.objects.visible_to(request.user, on=on)
    seen = seen.select_related("unit", "officer", "file", "posting")
    return get_object_or_404(seen, code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    asked = visible_consultation(request, code, on=on)
    answers = rules.prepares_consultation(request.user, asked, on=on)
    opinions = asked.opinions_read_by(request.user, on=on).select_related("author")
    context = {
        "asked": asked,
        "standing": asked.standing(as_of=on) if asked.stage == "open" else None,
        "asking": asked.is_asking(as_of=on) and rules.in_circle(request.user, asked, on=on),
        "opinions": list(opinions),
        "answers": answers and asked.stage == "open",
        **around(request.user, asked, on=on, told=answers, above=LIST, aside=ASIDE),
    }
    context["open"] = [step for step in context["open"] if step.name != "comment"]
    return render(request, "democracy/consultation/detail.html", context)


@require_safe
def consultation_file(request: HttpRequest, code: str) -> HttpResponseBase:
    asked = visible_consultation(request, code, on=timezone.localdate())
    if asked.file is None:
        raise Http404
    return serve(asked.file)


@answered_once
def new_consultation(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.draws_up_consultations(request.user, on=on):
        raise Http404
    plan = plan_asked_about(request, on=on)
    form = NewConsultation(
        request.POST or None, request.FILES or None, by=request.user, on=on, plan=plan
    )
    if request.method == "POST" and form.is_valid():
        asked = Consultation.draw_up(by=request.user, on=on, **form.written())
        messages.success(request, f"Đã lập dự thảo {asked.code}.")
        return redirect(asked.get_absolute_url())
    context = {"form": form, "crumbs": [HOME, LIST], "here": "Lập kế hoạch lấy ý kiến",
               "section": LIST[0], "act": "Lập dự thảo", "back": LIST[1]}  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "portal/new.html", context, status=status)


def plan_asked_about(request: HttpRequest, *, on: date) -> Plan | None:
    """``?ke-hoach=<code>``: a draft that this reader may change."""
    code = request.GET.get("ke-hoach", "")
    if not code:
        return None
    plan = get_object_or_404(Plan.objects.visible_to(request.user, on=on), code=code)
    if not (plan.is_draft and drafts(request.user, plan, on=on)):
        raise Http404
    return plan


class ConsultationStepView(StepView):
    model = Consultation
    templates = "democracy/step"

    def next_address(self) -> str:
        """After one opinion comes the next one."""
        address = self.subject.get_absolute_url()
        if self.step.name == "answer_opinion" and self.subject.opinions.unanswered().exists():
            return f"{address}{self.step.path}/"
        return address

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
