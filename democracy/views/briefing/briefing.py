"""The page of one round of dissemination, opening one, its steps."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import briefing_rules as rules
from democracy.forms.briefing import NewBriefing
from democracy.models import Briefing
from democracy.reporting.coverage import Coverage, coverage_of
from democracy.views.pages import HOME, around
from portal.text import day
from portal.views.new import NewView
from portal.views.step import StepView

LIST = ("Quán triệt", "/dan-chu/quan-triet/")
ASIDE = ("edit", "strike_session", "close_briefing")


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Briefing.objects.visible_to(request.user, on=on).select_related("instrument", "officer")
    one = get_object_or_404(seen.prefetch_related("units", "bodies"), code=code)
    sessions = list(one.sessions.select_related("unit", "body", "by"))
    coverage = coverage_of(one, sessions)
    calls = rules.calls(request.user, on=on)
    context = {
        "one": one,
        "sessions": sessions,
        "coverage": coverage,
        "words": reminder(one, coverage) if calls else "",
        "standing": one.standing(as_of=on),
        **around(request.user, one, on=on, told=calls,
                 above=LIST, aside=ASIDE),
    }  # fmt: skip
    return render(request, "democracy/briefing/detail.html", context)


def reminder(one: Briefing, coverage: Coverage) -> str:
    """To be copied into a message: who has told nothing yet, and by when."""
    silent = [str(row.place) for row in coverage.places if not row.sessions]
    if not silent or one.stage != "open":
        return ""
    return (
        f"Đề nghị {', '.join(silent)} quán triệt {one.instrument.reference}"
        f" và ghi số người dự trên Cổng, mục {one.code}, trước hết ngày {day(one.due_on)}."
    )


class NewBriefingView(NewView):
    may, form_class, verb = rules.calls, NewBriefing, Briefing.open_briefing
    crumbs = (HOME, LIST)
    here, act = "Mở đợt quán triệt", "Mở đợt"
    said = "Đã mở {0.code}."

    def given(self) -> dict[str, Any]:
        return {"on": self.on}


class BriefingStepView(StepView):
    model = Briefing
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
