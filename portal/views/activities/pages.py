"""The start page of the registers, the page of a line, a new line, its file, its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.activities import Dialogue, Limitation, PlannedVisit, Promise
from portal.attachments import serve
from portal.forms import StepForm
from portal.once import answered_once
from portal.planning.rules import works_here
from portal.views.activities.lists import HOME
from portal.views.activities.registers import REGISTERS, Register
from portal.views.planning.acts import acts_of, steps_for
from portal.views.step import StepView

ASIDE = ("amend", "strike")


def crumb_of(register: Register) -> tuple[str, str]:
    return register.title, register.url


@require_safe
def activities(request: HttpRequest) -> HttpResponse:
    """The registers, and what in them is late."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    context = {
        "works_here": works,
        "registers": REGISTERS,
        "tiles": tiles(on=on) if works else [],
        "crumbs": [],
    }
    return render(request, "portal/activity/home.html", context)


def tiles(*, on: date) -> list[tuple[int, str, str]]:
    return [
        (Promise.objects.overdue(as_of=on).count(), "cam kết với công dân quá hạn",
         "/hoat-dong/doi-thoai/?xem=qua-han"),
        (Limitation.objects.overdue(as_of=on).count(), "hạn chế quá hạn khắc phục",
         "/hoat-dong/han-che/?xem=qua-han"),
        (Limitation.objects.without_remedy().count(), "hạn chế chưa giao khắc phục",
         "/hoat-dong/han-che/?xem=chua-giao"),
        (PlannedVisit.objects.clashing().count(), "cuộc kiểm tra trùng đơn vị, thời gian",
         "/hoat-dong/kiem-tra/?xem=trung"),
    ]  # fmt: skip


def visible_entry(register: Register, request: HttpRequest, code: str, *, on: date) -> Any:
    """What the reader may not see does not exist."""
    seen = register.model.objects.visible_to(request.user, on=on).select_related(
        *register.beside, "field", "officer", "share__task", "file"
    )
    return get_object_or_404(seen, code=code)


def detail_of(register: Register) -> Callable[..., HttpResponse]:
    def detail(request: HttpRequest, code: str) -> HttpResponse:
        on = timezone.localdate()
        entry = visible_entry(register, request, code, on=on)
        context = {
            "entry": entry,
            "register": register,
            "facts": entry.facts(),
            "on": on,
            **more_of(entry, on=on),
            **steps_for(request.user, entry, on=on, aside=ASIDE),
            "told": acts_of(entry.stream),
            "crumbs": [HOME, crumb_of(register)],
            "here": entry.code,
        }
        return render(request, "portal/activity/detail.html", context)

    return require_safe(detail)


def more_of(entry: Any, *, on: date) -> dict[str, Any]:
    """What only the page of this register needs."""
    if isinstance(entry, PlannedVisit):
        others = PlannedVisit.objects.kept().filter(visited=entry.visited)
        meets = [] if entry.is_struck else [each for each in others if entry.meets(each)]
        return {"meets": meets, "together": list(entry.together())}
    if isinstance(entry, Limitation):
        standing = entry.remedy.standing(as_of=on) if entry.remedy else None
        return {"remedy_standing": standing}
    if isinstance(entry, Dialogue):
        promises: list[Any] = list(entry.promises.select_related("unit"))
        for promise in promises:
            promise.told = None if promise.kept_on else promise.standing(as_of=on)
        return {"questions": list(entry.questions.all()), "promises": promises}
    return {}


def new_of(register: Register) -> Callable[..., HttpResponse]:
    def new(request: HttpRequest) -> HttpResponse:
        on = timezone.localdate()
        if not register.model.workflow["note"].rule(request.user, on=on):
            raise Http404
        form_class = StepForm.of(register.model(), "note")
        data = (request.POST, request.FILES) if request.method == "POST" else ()
        form = form_class(*data, subject=register.model(), by=request.user, on=on)
        if form.is_bound and form.is_valid() and form.taken(by=request.user, on=on):
            messages.success(request, f"Đã ghi {form.subject.code}.")
            return redirect(form.subject.get_absolute_url())
        context = {"form": form, "register": register, "crumbs": [HOME, crumb_of(register)]}
        status = 422 if form.is_bound else 200
        return render(request, "portal/activity/new.html", context, status=status)

    return answered_once(new)


def file_of(register: Register) -> Callable[..., HttpResponseBase]:
    def file(request: HttpRequest, code: str) -> HttpResponseBase:
        entry = visible_entry(register, request, code, on=timezone.localdate())
        if entry.file is None:
            raise Http404
        return serve(entry.file)

    return require_safe(file)


class EntryStepView(StepView):
    """One step of a line."""

    register: Register
    templates = "portal/activity/step"

    def around(self) -> dict[str, Any]:
        here = (self.subject.code, self.subject.get_absolute_url())
        return {"crumbs": [HOME, crumb_of(self.register), here]}


def step_view_of(register: Register) -> type[EntryStepView]:
    named = {"register": register, "model": register.model}
    return type(f"{register.model.__name__}StepView", (EntryStepView,), named)
