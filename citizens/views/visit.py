"""The page of one visit, its steps, and the papers that the visitor is given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from citizens import rules
from citizens.forms import visit as visit_forms  # noqa: F401  each form makes itself known
from citizens.models import Visit
from citizens.models.visit.group import ARTICLE, CROWD
from citizens.models.visit.vocabulary import VisitStage
from citizens.sheets.visitor import visitor
from citizens.views.desk_item import timeline_panel
from citizens.views.lists import cases_of
from citizens.views.personal import record_look
from citizens.words import timeline
from citizens.words.reckoning import Reckoning
from citizens.words.retention import retention_of
from citizens.words.visit import facts_of, people_of
from portal.deadlines import confirmations
from portal.filters import Reader
from portal.text import upper_first
from portal.views.step import StepView
from portal.workflow import Subject

LIST = ("Tiếp công dân", "/tiep-dan/")
SHOWN_WITH = (
    *("unit", "place", "receiver", "registered_by", "field", "petition", "matter", "reception"),
    "part_of",
)


def visit_or_404(request: HttpRequest, code: str, *, on: date) -> Visit:
    """What the reader may not see does not exist."""
    seen = Visit.objects.visible_to(request.user, on=on).select_related(*SHOWN_WITH)
    return get_object_or_404(seen, code=code)


def detail(request: HttpRequest, code: str, *, numbers: bool = False) -> HttpResponse:
    """Who came, about what, what was told, and what is still owed."""
    on = timezone.localdate()
    visit = visit_or_404(request, code, on=on)
    representatives = list(visit.representatives.all())
    clocks = list(visit.clocks.all())
    entries = timeline.entries(timeline.events_of(visit.stream), clocks=clocks, labels={})
    cases = list(cases_of(Reader(request.user, on)).filter(matter=visit.matter_id or 0)[:5])
    context = {
        "visit": visit,
        "standing": visit.standing(as_of=on),
        "reckonings": reckonings(clocks, on=on),
        "open": visit.workflow.open_to(request.user, visit, on=on),
        "facts": facts_of(visit),
        "people": people_of(visit, representatives, shown=numbers),
        "hidden": bool(visit.id_number or visit.phone) and not numbers,
        "earlier": visitor(visit.id_number, user=request.user, on=on),
        "cases": cases,
        "siblings": siblings_of(visit, request.user, on=on),
        "unappointed": visit.people >= CROWD and not visit.sealed and not visit.appointed_on,
        "article": ARTICLE,
        "refusal": visit.stage in (VisitStage.UNANNOUNCED, VisitStage.REFUSED)
        and needs_notice(visit),
        "receives": rules.receives_visits(request.user, on=on),
        "crumbs": [LIST],
        "retention": None if visit.sealed else retention_of(visit, request.user, on=on),
        **timeline_panel(request, entries),
    }
    return render(request, "citizens/visit/detail.html", context)


def siblings_of(visit: Visit, user: Any, *, on: date) -> list[Visit]:
    """What else was told in the same visit."""
    if visit.sealed or visit.stage == VisitStage.OWN_BOOK:
        return []
    seen = Visit.objects.visible_to(user, on=on)
    return list(visit.siblings().filter(pk__in=seen.values("pk")).select_related("petition"))


def needs_notice(visit: Visit) -> bool:
    return bool(visit.ground) and visit.refused_on.in_writing


def reckonings(clocks: list[Any], *, on: date) -> list[Reckoning]:
    confirmed = confirmations()
    return [
        Reckoning(
            upper_first(clock.term.label),
            clock.standing(as_of=on),
            clock.deadline(confirmed=confirmed).rows(),
            clock,
        )
        for clock in clocks
    ]


@require_POST
@transaction.atomic
def show_numbers(request: HttpRequest, code: str) -> HttpResponse:
    """Hiện: the numbers in clear, on this page once; who looked is recorded."""
    on = timezone.localdate()
    visit = visit_or_404(request, code, on=on)
    record_look(request, visit, label="Xem số giấy tờ, điện thoại")
    return detail(request, code, numbers=True)


def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Giấy biên nhận thông tin, tài liệu (Mẫu 02/TCD); for a denouncer its name lines are blank."""
    visit = received_here_or_404(request, code)
    papers = [[part.strip() for part in line.split(";")] for line in visit.handed_in.splitlines()]
    rows = [(*parts, "", "")[:3] for parts in papers if any(parts)]
    context = {"visit": visit, "rows": rows, "crumbs": [LIST, (visit.code, f"/tiep-dan/{code}/")]}
    return render(request, "citizens/visit/receipt.html", context)


def refusal(request: HttpRequest, code: str) -> HttpResponse:
    """Thông báo từ chối tiếp công dân (Mẫu 01/TCD), ready to be signed by the head."""
    visit = received_here_or_404(request, code)
    if not needs_notice(visit):
        raise Http404
    context = {
        "visit": visit,
        "ground": visit.refused_on,
        "crumbs": [LIST, (visit.code, f"/tiep-dan/{code}/")],
    }
    return render(request, "citizens/visit/refusal.html", context)


def received_here_or_404(request: HttpRequest, code: str) -> Visit:
    """Papers with a name and a number in clear are for whoever receives citizens."""
    on = timezone.localdate()
    visit = visit_or_404(request, code, on=on)
    if not rules.receives_visits(request.user, on=on):
        raise Http404(rules.receives_visits.why_not)
    return visit


class VisitStepView(StepView):
    """One step of a visit."""

    model = Visit
    templates = "citizens/visit/step"

    def act(self, form: Any) -> bool:
        self.done = form
        return super().act(form)

    def next_address(self) -> str:
        """A visit that led to a petition, or to its own book, leads there."""
        led_to = getattr(self.done, "result", None)
        return (led_to if isinstance(led_to, Subject) else self.subject).get_absolute_url()

    def around(self) -> dict[str, Any]:
        return {
            "list_words": LIST[0],
            "list_url": LIST[1],
            "standing": self.subject.standing(as_of=self.on) if self.subject.due_on else None,
            "facts": facts_of(self.subject),
            "visit": self.subject,
        }
