"""The page of an act on many rows, and the page that says how far a long one has come."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from portal.bulk import BulkRun, began
from portal.filters import Reader, UnknownValue
from portal.forms import StepForm
from portal.once import once
from portal.text import number, upper_first
from portal.views.bulk.running import AT_ONCE, run_later, take_all
from portal.views.bulk.selection import MOST, Selection, Sorted
from portal.views.list import ListView, unknown_value
from portal.views.step.filling import mark_of
from portal.workflow import Refused, Workflow


class BulkView(View):
    """``list_view``: where the rows stand; ``acts``: the steps that can be taken on many."""

    list_view: type[ListView]
    workflow: Workflow
    acts: tuple[str, ...]
    SHOWN = 100

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.reader = Reader(request.user, timezone.localdate())

    def dispatch(self, request: HttpRequest, path: str) -> Any:
        step = self.workflow.by_path.get(path)
        if step is None or step.name not in self.acts:
            raise Http404
        self.step = step
        self.selection = Selection.read(request.GET, self.list_view, self.reader)
        try:
            return super().dispatch(request)
        except UnknownValue as problem:
            return unknown_value(problem)

    def get(self, request: HttpRequest) -> HttpResponse:
        found = self.sorted()
        form = self.form(found, initial=self.request.GET.dict()) if found.ready else None
        return self.page(found, form=form)

    def post(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic(), once(request) as act:
            return act.response or act.keep(self.answer(request))

    def sorted(self) -> Sorted:
        return Sorted.by_step(self.selection.subjects(), self.step.name, self.reader)

    def answer(self, request: HttpRequest) -> HttpResponse:
        found = self.sorted()
        if not found.ready or len(found.ready) > MOST:
            return self.page(found, form=None, status=409)
        form = self.form(found, request.POST)
        if request.POST.get("da-xem-dong") != found.mark:
            return self.page(found, form=form, changed=True, status=409)
        if not form.is_valid():
            return self.page(found, form=form, status=422)
        words = form.to_citizen()
        if words and request.POST.get("da-xem") != mark_of(words):
            return self.page(found, form=form, preview=words)
        return self.done(found, form)

    def done(self, found: Sorted, form: StepForm) -> HttpResponse:
        if len(found.ready) > AT_ONCE:
            return self.begun_later(found, form)
        try:
            with transaction.atomic():
                take_all(found.ready, form, by=self.reader.user, on=self.reader.on)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.page(found, form=form, status=409)
        run = self.begun(found, form)
        run.end(BulkRun.State.DONE, done=run.total)
        return redirect("bulk-run", pk=run.pk)

    def begun_later(self, found: Sorted, form: StepForm) -> HttpResponse:
        run = self.begun(found, form)
        run_later.enqueue(run.pk)
        return redirect("bulk-run", pk=run.pk)

    def begun(self, found: Sorted, form: StepForm) -> BulkRun:
        return began(
            by=self.reader.user,
            on=self.reader.on,
            at=self.selection.back,
            step=self.step.name,
            label=self.words(found),
            typed=form.typed(),
            streams=streams_of(found.ready),
            kept=[[why_not, streams_of(rows)] for why_not, rows in found.kept.items()],
        )

    def words(self, found: Sorted) -> str:
        """“đôn đốc 5 vụ việc, trình đôn đốc 7 vụ việc”"""
        rising = len(found.rising)
        counts = (
            (self.step.label, len(found.ready) - rising),
            (f"trình {self.step.label}", rising),
        )
        noun = self.list_view.noun
        return ", ".join(f"{words} {number(count)} {noun}" for words, count in counts if count)

    def form(self, found: Sorted, *data: Any, **options: Any) -> StepForm:
        """``initial``: answers that a link brings along."""
        subject, reader = found.ready[0], self.reader
        form_class = StepForm.of(subject, self.step.name)
        form = form_class(*data, subject=subject, by=reader.user, on=reader.on, **options)
        form.ask_for_many()
        return form

    def page(
        self, found: Sorted, *, form: StepForm | None, status: int = 200, **more: Any
    ) -> HttpResponse:
        preview = more.pop("preview", "")
        context = {
            "form": form,
            "step": self.step,
            "found": found,
            "shown": found.ready[: self.SHOWN],
            "too_many": len(found.ready) > MOST,
            "noun": self.list_view.noun,
            "act_words": upper_first(self.words(found)),
            "heading": self.list_view.heading(),
            "back": self.selection.back,
            "preview": preview,
            "preview_mark": mark_of(preview),
            **more,
        }
        return render(self.request, "portal/bulk/page.html", context, status=status)


def streams_of(rows: list[Any]) -> list[str]:
    return [each.stream for each in rows]
