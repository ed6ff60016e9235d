"""What the pages of the board have in common: what is shown, its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from democracy import board_rules as rules
from democracy.views.pages import HOME, around
from portal.views.step import StepView

ROOM = ("Thanh tra nhân dân", "/dan-chu/thanh-tra-nhan-dan/")
READ = ("term__body", "term__unit", "officer")


def seen(model: Any, request: HttpRequest, code: str, *, on: date, read: Sequence[str] = ()) -> Any:
    rows = model.objects.visible_to(request.user, on=on).select_related(*READ, *read)
    return get_object_or_404(rows, code=code)


def page(
    request: HttpRequest,
    subject: Any,
    *,
    on: date,
    above: tuple[str, str] = ROOM,
    aside: tuple[str, ...] = (),
    **shown: Any,
) -> HttpResponse:
    """``facts`` (words, value), ``texts`` (heading, words), ``rows`` of what belongs to it."""
    user = request.user
    told = rules.on_its_board(user, subject, on=on) or user.holds(*rules.READERS, as_of=on)
    context = {
        "subject": subject,
        "standing": subject.standing(as_of=on),
        "facts": [],
        "texts": [],
        "links": [],
        **shown,
        **around(user, subject, on=on, told=told, above=above, aside=aside),
    }
    if above != ROOM:
        context["crumbs"] = [HOME, ROOM, above]
    return render(request, "democracy/board/detail.html", context)


class BoardStepView(StepView):
    """One step of what a board writes."""

    templates = "portal/record_step"
    crumbs = (HOME, ROOM)
