"""What the pages of the board have in common: what is begun, what is shown, its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from democracy import board_rules as rules
from democracy.views.pages import HOME, around
from portal.deadlines import DeadlineError
from portal.once import answered_once
from portal.views.step import StepView
from portal.workflow import Refused

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


def beginning(
    form_class: Any,
    verb: Callable[..., Any],
    *,
    may: Any,
    here: str,
    act: str,
    above: tuple[str, str] = ROOM,
    needs_term: bool = True,
) -> Callable[..., HttpResponse]:
    """The page that begins something; within a term, where there is one."""

    @answered_once
    def begin(request: HttpRequest) -> HttpResponse:
        on, user = timezone.localdate(), request.user
        if not may(user, on=on):
            raise Http404
        form = form_class(
            request.POST or None, request.FILES or None, by=user, on=on,
            initial=request.GET.dict(),
        )  # fmt: skip
        shown = {"here": here, "section": ROOM[0], "crumbs": [HOME, ROOM], "back": above[1]}
        if needs_term and not form.fields["term"].queryset.exists():
            sits = rules.sits_on_a_board(user, on=on)
            return render(request, "democracy/board/no_term.html", shown | {"sits": sits})
        if request.method == "POST" and form.is_valid() and (one := done(form, by=user, on=on)):
            messages.success(request, f"Đã ghi {one.code}.")
            return redirect(one.get_absolute_url())
        status = 422 if form.is_bound else 200
        return render(
            request, "portal/new.html", shown | {"form": form, "act": act}, status=status
        )

    def done(form: Any, *, by: Any, on: date) -> Any:
        try:
            return verb(by=by, on=on, **form.arguments())
        except (Refused, DeadlineError) as refusal:
            field = getattr(refusal, "field", "")
            form.add_error(field if field in form.fields else None, str(refusal))
            return None

    return begin


class BoardStepView(StepView):
    """One step of what a board writes."""

    templates = "democracy/step"
    above: tuple[str, str] = ROOM

    def around(self) -> dict[str, Any]:
        trail = [HOME, ROOM, *([self.above] if self.above != ROOM else [])]
        return {"crumbs": [*trail, (self.subject.code, self.subject.get_absolute_url())]}
