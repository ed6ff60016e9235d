"""The page of a step: GET shows its form, POST takes the step or puts it on its way up the line."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import select_template
from django.utils import timezone
from django.views import View

from portal.once import once
from portal.views.factors.second_step import ask_again, must_ask_again
from portal.views.step.deed import Deed
from portal.views.step.filling import Filling, mark_of
from portal.views.step.meanwhile import changes
from portal.workflow import Step, Subject


class StepView(Filling, Deed, View):
    """One step of a subject that the user may see; ``model`` is all that a subclass names."""

    model: type[Subject]
    templates = "portal/step"
    crumbs: ClassVar[tuple[tuple[str, str], ...]] = ()
    """What stands above the subject; a page with a trail of its own names none."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.on: date = timezone.localdate()

    def dispatch(self, request: HttpRequest, *args: Any, code: str, path: str) -> HttpResponseBase:
        self.subject = self.subject_of(request, code)
        self.step = self.step_of(path)
        return super().dispatch(request, *args)

    def subject_of(self, request: HttpRequest, code: str) -> Any:
        seen = self.model.objects.visible_to(request.user, on=self.on)
        return self.model.of_kind(get_object_or_404(seen, code=code))

    def step_of(self, path: str) -> Step:
        step = self.subject.workflow.by_path.get(path)
        if step is None or not step.sources:
            raise Http404
        return step

    def get(self, request: HttpRequest) -> HttpResponse:
        if why_not := self.why_not():
            return self.page(closed=why_not)
        return self.page(form=self.form(initial=self.typed_before() or self.asked_for()))

    def post(self, request: HttpRequest) -> HttpResponse:
        if self.signs and (question := ask_again(request)):
            return question
        with transaction.atomic(), once(request) as act:
            return act.response or act.keep(self.answer(request))

    @property
    def signs(self) -> bool:
        """Whether this would be the signature of whoever decides, and they must show themselves."""
        return bool(self.step.prepared_by) and must_ask_again(self.request) and self.takes

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The deed, or the page with everything typed and what is wrong with it."""
        self.subject.lock()  # from here to the deed nobody else changes it
        if why_not := self.why_not():
            return self.page(closed=why_not, status=409)
        form = self.form(request.POST, request.FILES)
        if "luu-nhap" in request.POST:
            return self.kept_for_later(form)
        if self.changed_meanwhile():
            return self.again(form, changes=changes(self.subject), status=409)
        if not form.is_valid():
            return self.again(form)
        if words := self.unseen_words(form):
            return self.page(form=form, preview=words)
        if not self.act(form):
            return self.again(form)
        self.drop_typed()
        return redirect(self.next_address())

    def again(self, form: Any, **more: Any) -> HttpResponse:
        """The page once more, everything typed on it and kept."""
        self.keep_typed(form)
        return self.page(form=form, **({"status": 422} | more))

    def next_address(self) -> str:
        """Where the deed leads to: the subject, unless a subclass knows better."""
        return self.subject.get_absolute_url()

    def changed_meanwhile(self) -> bool:
        seen = self.request.POST.get("version")
        return seen is not None and seen != str(self.subject.version)

    def page(self, *, status: int = 200, preview: str = "", **more: Any) -> HttpResponse:
        """``form``, or ``closed``: why there is none; ``changes`` made meanwhile."""
        names = [f"{self.templates}/{self.step.name}.html", f"{self.templates}.html"]
        context = {
            "subject": self.subject,
            "step": self.step,
            "preview": preview,
            "preview_mark": mark_of(preview),
            "takes": self.takes,
            "today": self.on,
            **more,
            **self.around(),
        }
        template = select_template(names).template.name
        return render(self.request, template, context, status=status)

    def around(self) -> dict[str, Any]:
        """What a subclass shows beside the form, and the way back."""
        here = (self.subject.code, self.subject.get_absolute_url())
        return {"crumbs": [*self.crumbs, here]} if self.crumbs else {}
