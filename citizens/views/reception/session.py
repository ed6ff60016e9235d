"""The page of one session, its steps, and the sheets that are printed for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens import rules
from citizens.forms.reception import (  # noqa: F401  each form makes itself known
    enrolling,
    holding,
    sessions,
)
from citizens.models import Reception, Visit
from citizens.sheets.brief import briefs, is_same
from citizens.views.reception.arranging import RECEPTION, SCHEDULE
from citizens.views.reception.schedule import warn_of_late_posting
from citizens.words import reception as words
from citizens.words.conclusion import follow_up
from citizens.words.retention import retention_of
from portal.instructions import Instruction, may_instruct
from portal.submissions import Submission
from portal.views.step import StepView

EVERYDAY = ("delegate", "prepare_online", "postpone", "cancel")
ONE_CLICK = "receive_nobody"
POSTS = ("display", "postpone")
OF_ONE_PERSON = ("seal_registration", "cancel_registration")
"""Stand beside each who registered."""
DAY_ITSELF = (ONE_CLICK, "hold", "write_conclusion")


def session_or_404(request: HttpRequest, code: str, *, on: date) -> Any:
    seen = Reception.objects.with_words().select_related("conclusion")
    return get_object_or_404(seen.visible_to(request.user, on=on), code=code)


def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Who comes and who came, what was concluded, who carries it out by when."""
    on = timezone.localdate()
    session = session_or_404(request, code, on=on)
    registered = list(session.registrations.visible_to(request.user, on=on).select_related("unit"))
    visits = list(Visit.objects.visible_to(request.user, on=on).filter(reception=session))
    registers = rules.registers_petitions(request.user, on=on)
    tasks = list(Instruction.objects.about(session).select_related("unit", "user"))
    known = {
        id(brief.registration): brief for brief in briefs(registered, user=request.user, on=on)
    }
    context = {
        "session": session,
        "duties": words.duties(session, on=on),
        "one_hour": words.ONE_HOUR_BEFORE if session.online else "",
        **steps_for(request.user, session, came=bool(visits), on=on),
        "registered": [(row, known.get(id(row)), arrival(row, visits)) for row in registered],
        "visits": sorted(visits, key=lambda visit: visit.pk),
        "came": sum(visit.own_visit for visit in visits),
        "conclusion": session.concluded,
        "tasks": tasks,
        "followed": session.concluded and follow_up(session.concluded, tasks, on=on),
        "instructs": may_instruct(request.user, session, on=on),
        "enters": registers and session.date <= on,
        "seals": registers,
        "facts": words.facts_of(session),
        "told": words.told_of(session),
        "retention": retention_of(session, request.user, on=on),
        "crumbs": [RECEPTION, SCHEDULE],
        "on": on,
    }
    return render(request, "citizens/reception/session.html", context)


def arrival(row: Any, visits: list[Any]) -> Any:
    """The visit of whoever registered, once it is in the book."""
    return next((visit for visit in visits if not row.sealed and came(row, visit)), None)


def came(row: Any, visit: Any) -> bool:
    return is_same(row, visit) or (bool(row.name) and row.name == visit.name)


def steps_for(user: Any, session: Any, *, came: bool, on: date) -> dict[str, Any]:
    """What can be done now, on the day itself the talk first; changes of the plan stand apart."""
    allowed = session.workflow.open_to(user, session, on=on)
    on_its_way = Submission.objects.about(session).open().select_related("reader__user").first()
    if session.date > on:
        allowed = [step for step in allowed if step.name not in DAY_ITSELF]
    if on_its_way:
        allowed = [step for step in allowed if step.name != on_its_way.step]
    today = session.date <= on
    if session.concluded:
        allowed.sort(key=lambda step: step.name == "write_conclusion")
    elif today:
        allowed.sort(key=lambda step: step.name not in DAY_ITSELF)
    seldom = (*EVERYDAY, "display") if session.announced or today else EVERYDAY
    return {
        "open": [step for step in allowed if step.name not in (*seldom, ONE_CLICK, *OF_ONE_PERSON)],
        "everyday": [step for step in allowed if step.name in seldom],
        "nobody": next((step for step in allowed if step.name == ONE_CLICK and not came), None),
        "on_its_way": on_its_way,
    }


def expected_or_404(request: HttpRequest, code: str, *, on: date) -> tuple[Any, list[Any], list]:
    """Who is expected: all for who sees the session, else those whom the reader's unit prepares."""
    found = Reception.objects.with_words()
    if session := found.visible_to(request.user, on=on).filter(code=code).first():
        expected = session.registrations.visible_to(request.user, on=on).select_related("unit")
        crumbs = [RECEPTION, SCHEDULE, (session.code, session.get_absolute_url())]
        return session, list(expected), crumbs
    session = get_object_or_404(found, code=code)
    expected = session.registrations.to_prepare(request.user, on=on).select_related("unit")
    if not expected:
        raise Http404
    return session, list(expected), [RECEPTION, SCHEDULE]


def brief_sheets(request: HttpRequest, code: str) -> HttpResponse:
    """Tóm tắt: a page for each person who registered, to be printed for the leader."""
    on = timezone.localdate()
    session, registered, crumbs = expected_or_404(request, code, on=on)
    if wanted := request.GET.get("nguoi", ""):
        registered = [row for row in registered if str(row.pk) == wanted]
        if not registered:
            raise Http404
    context = {
        "session": session,
        "briefs": briefs(registered, user=request.user, on=on),
        "crumbs": crumbs,
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/reception/briefs.html", context)


class SessionStepView(StepView):
    """One step of a session."""

    model = Reception
    templates = "citizens/reception/step"

    def act(self, form: Any) -> bool:
        self.done = form
        done = super().act(form)
        if done and self.step.name in POSTS:
            warn_of_late_posting(self.request, self.session_done, on=self.on)
        return done

    @property
    def session_done(self) -> Any:
        """A postponed session leads to the new one."""
        led_to = getattr(self.done, "result", None)
        return led_to if isinstance(led_to, Reception) else self.subject

    def kept_for_later(self, form: Any) -> HttpResponse:
        """What is typed during the talk is kept by itself, without a word."""
        if "tu-luu" not in self.request.POST:
            return super().kept_for_later(form)
        self.keep_typed(form)
        return HttpResponse(status=204)

    def next_address(self) -> str:
        return self.session_done.get_absolute_url()

    def around(self) -> dict[str, Any]:
        return {"facts": words.facts_of(self.subject), "crumbs": [RECEPTION, SCHEDULE]}
