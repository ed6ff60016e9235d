"""The start page of the registers, the page of a line, a new line, its file, its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.activities import Dialogue, Limitation, PlannedVisit, Promise
from portal.attachments import serve
from portal.forms import StepForm
from portal.planning.rules import works_here
from portal.views.activities.lists import HOME
from portal.views.activities.registers import REGISTERS, Register
from portal.views.new import NewView
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
        findings = list(entry.findings.kept())
        return {"meets": meets, "together": list(entry.together()), "findings": findings}
    if isinstance(entry, Limitation):
        standing = entry.remedy.standing(as_of=on) if entry.remedy else None
        return {"remedy_standing": standing}
    if isinstance(entry, Dialogue):
        promises: list[Any] = list(entry.promises.select_related("unit"))
        for promise in promises:
            promise.told = None if promise.kept_on else promise.standing(as_of=on)
        return {"questions": list(entry.questions.all()), "promises": promises}
    return {}


class NewEntry(NewView):
    """A new line: its first step."""

    register: Register
    act = "Ghi vào sổ"

    def may(self, user: Any, *, on: date) -> bool:
        return self.register.model.workflow["note"].rule(user, on=on)

    def given(self) -> dict[str, Any]:
        return super().given() | {"subject": self.register.model()}

    def form(self, *data: Any) -> StepForm:
        kind = StepForm.of(self.register.model(), "note")
        asked = {
            name: self.request.GET[name] for name in self.request.GET if name in kind.base_fields
        }
        return kind(*data, initial=asked, **self.given())

    def entered(self, form: StepForm) -> Any:
        return form.subject if form.taken(by=self.request.user, on=self.on) else None


def file_of(register: Register) -> Callable[..., HttpResponseBase]:
    def file(request: HttpRequest, code: str) -> HttpResponseBase:
        entry = visible_entry(register, request, code, on=timezone.localdate())
        if entry.file is None:
            raise Http404
        return serve(entry.file)

    return require_safe(file)


def new_of(register: Register) -> Callable[..., HttpResponseBase]:
    named = {"register": register, "here": register.act, "crumbs": (HOME, crumb_of(register))}
    view: type[NewEntry] = type("NewEntry", (NewEntry,), named)
    return view.as_view()


class EntryStepView(StepView):
    """One step of a line."""

    register: Register
    templates = "portal/activity/step"


def step_view_of(register: Register) -> type[EntryStepView]:
    crumbs = (HOME, crumb_of(register))
    named = {"register": register, "model": register.model, "crumbs": crumbs}
    return type(f"{register.model.__name__}StepView", (EntryStepView,), named)
