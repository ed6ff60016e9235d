"""/dan-chu/gop-y/: letters from the box, their answers, the sheet of the month, the poster."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.letters_of_month import reads_month
from democracy.models import Suggestion
from democracy.models.suggestion import Topic
from democracy.views.lists import counted_letters
from democracy.views.pages import HOME, around
from portal.periods import Month, period_of
from portal.views.step import StepView

LIST = ("Góp ý nội bộ", "/dan-chu/gop-y/")
ASIDE = ("lay_aside", "blank_out")


def visible_letter(request: HttpRequest, code: str, *, on: date) -> Suggestion:
    seen = Suggestion.objects.visible_to(request.user, on=on).select_related("unit")
    return get_object_or_404(seen, code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    letter = visible_letter(request, code, on=on)
    reads = letter.is_read_by(request.user, on=on)
    context = {
        "letter": letter,
        "reads": reads,
        "standing": letter.standing(as_of=on) if letter.answered_on is None else None,
        **around(request.user, letter, on=on, told=reads, above=LIST, aside=ASIDE),
    }
    return render(request, "democracy/suggestion/detail.html", context)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """Totals of a month for the head and those who supervise; no words of any letter."""
    on = timezone.localdate()
    if not reads_month(request.user, on=on):
        raise Http404
    asked = month_asked(request.GET.get("thang", ""), on=on)
    counted = Suggestion.objects.counted_for(request.user, on=on)
    sent = counted.filter(sent_on__range=asked.dates)
    topics = dict(Topic.choices)
    rows = [{**row, "words": topics[row["topic"]]} for row in counted_letters(sent)]
    names = ("received", "answered", "published", "aside", "late")
    context = {
        "month": asked,
        "previous": asked.previous(),
        "following": asked.following(),
        "printed_at": timezone.now(),
        "rows": rows,
        "total": {name: sum(row[name] for row in rows) for name in names},
        "published": list(published_in(asked)),
        "waiting": counted.waiting().count(),
        "overdue": counted.overdue(as_of=on).count(),
        "crumbs": [HOME, LIST],
    }
    return render(request, "democracy/suggestion/month.html", context)


def published_in(asked: Month) -> Any:
    rows = Suggestion.objects.filter(published_on__range=asked.dates)
    return rows.only("code", "topic", "summary", "answer", "published_on")


def month_asked(typed: str, *, on: date) -> Month:
    """``?thang=2026-t5``."""
    try:
        asked = period_of(typed) if typed else Month.containing(on)
    except ValueError:
        asked = None
    if not isinstance(asked, Month):
        raise BadRequest("Không có tháng này.")
    return asked


@require_safe
def poster(request: HttpRequest) -> HttpResponse:
    """To be printed and hung up: the box's address as a square and in words."""
    on = timezone.localdate()
    if not rules.works_in_the_office(request.user, on=on):
        raise Http404
    address = f"{settings.PORTAL_URL}/dan-chu/hom-thu/"
    context = {"address": address, "crumbs": [HOME, LIST]}
    return render(request, "democracy/suggestion/poster.html", context)


class SuggestionStepView(StepView):
    model = Suggestion
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
