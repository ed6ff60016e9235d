"""/dan-chu/lay-y-kien/: what staff are asked before it is decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.forms.consultation import NewConsultation
from democracy.models import Consultation
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.planning import Plan
from portal.planning.rules import drafts
from portal.views.new import NewView
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


class NewConsultationView(NewView):
    may, form_class = rules.draws_up_consultations, NewConsultation
    verb = Consultation.draw_up
    crumbs = (HOME, LIST)
    here, act = "Lập kế hoạch lấy ý kiến", "Lập dự thảo"
    said = "Đã lập dự thảo {0.code}."

    def given(self) -> dict[str, Any]:
        return super().given() | {"plan": plan_asked_about(self.request, on=self.on)}


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
    templates = "portal/record_step"
    crumbs = (HOME, LIST)

    def next_address(self) -> str:
        """After one opinion comes the next one."""
        address = self.subject.get_absolute_url()
        if self.step.name == "answer_opinion" and self.subject.opinions.unanswered().exists():
            return f"{address}{self.step.path}/"
        return address
