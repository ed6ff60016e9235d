"""The tray: one submission a page, read and acted upon, then the next one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View

from portal.attachments import serve
from portal.deadlines import DeadlineError
from portal.drafts import recall
from portal.forms import StepForm
from portal.forms.submission import ReadingForm
from portal.once import once
from portal.submissions import Submission
from portal.views.factors.second_step import ask_again
from portal.views.readings import as_read
from portal.workflow import Changed, Refused

DONE = {
    "approve": "Đã phê duyệt",
    "approve_on_paper": "Đã phê duyệt theo bản giấy",
    "endorse": "Đã đồng ý, trình tiếp",
    "hand_back": "Đã trả lại để hoàn thiện",
    "drop": "Đã rút phiếu trình",
}
SIGNED = ("approve", "approve_on_paper")
WITHOUT_TEXT = ("hand_back", "drop")
"""What is done with a submission as it lies there, whatever stands in the boxes."""


class SubmissionView(View):
    """Phiếu trình, for its preparer, its readers, and whoever may see what it is about."""

    def dispatch(self, request: HttpRequest, *args: Any, pk: int) -> HttpResponseBase:
        self.on: date = timezone.localdate()
        self.submission = seen_or_404(request, pk, on=self.on)
        self.subject = self.submission.subject
        return super().dispatch(request, *args)

    def get(self, request: HttpRequest) -> HttpResponse:
        """As it lies there; after a question in between, as it was typed."""
        typed = recall(request)
        reading = ReadingForm(initial=typed.dict() if typed else None, subject=self.subject)
        return self.page(self.form(self.typed(typed or {})), reading)

    def post(self, request: HttpRequest) -> HttpResponse:
        signs = request.POST.get("verdict") in SIGNED
        if signs and (question := ask_again(request)):
            return question
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The deed; the Enter key alone (no verdict) does nothing but show the page again."""
        verdict = request.POST.get("verdict", "")
        if verdict and verdict not in DONE:
            raise Http404
        form = self.form(self.typed(request.POST))
        asked = {"verdict": verdict, "on": self.on, "subject": self.subject}
        reading = ReadingForm(request.POST, request.FILES, **asked)
        if not verdict:
            return self.page(form, reading)
        typed_well = reading.is_valid() and (verdict in WITHOUT_TEXT or form.is_valid())
        following = self.following()
        if status := 0 if typed_well else 422:
            return self.page(form, reading, status=status)
        if status := self.refused(verdict, form, reading):
            return self.page(form, reading, status=status)
        messages.success(request, f"{DONE[verdict]}: {self.submission.title}.")
        return redirect(following)

    def refused(self, verdict: str, form: StepForm, reading: ReadingForm) -> int:
        """0 when the deed is done; else why not stands on the page, which has this status."""
        try:
            with transaction.atomic():
                getattr(self, verdict)(form, reading)
        except (Refused, DeadlineError) as refusal:
            reading.add_error(None, str(refusal))
            self.submission.refresh_from_db()
            self.subject = self.submission.subject
            return 409 if isinstance(refusal, Changed) else 422
        return 0

    # the deeds, each named as its button and as the verb

    def approve(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.approve(
            **self.as_typed(form),
            signed_on=reading.cleaned_data["signed_on"],
            scan=reading.received(by=self.request.user),
            take=lambda: form.take(
                by=self.request.user, on=self.on, prepared_by=self.submission.prepared_by
            ),
        )

    approve_on_paper = approve

    def endorse(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.endorse(**self.as_typed(form))

    def hand_back(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.hand_back(
            by=self.request.user, on=self.on, reason=reading.cleaned_data["reason"]
        )

    def drop(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.drop(by=self.request.user, on=self.on)

    def as_typed(self, form: StepForm) -> dict[str, Any]:
        """Đồng ý, có sửa: the text as it now stands in the boxes."""
        draft = form.cleaned_data.get("draft", "")
        return {"by": self.request.user, "on": self.on, "payload": form.submitted(), "draft": draft}

    def typed(self, sent: Any) -> Any:
        """What the reader typed; a page without the boxes leaves the text as it was."""
        names = self.submission.payload
        return sent if set(names) & set(sent) else StepForm.retyped(names)

    def form(self, data: Any) -> StepForm:
        form_class = StepForm.of(self.subject, self.submission.step)
        return form_class(data, subject=self.subject, by=self.submission.prepared_by, on=self.on)

    def following(self) -> str:
        """Twenty in ten minutes: the one after this, around to the first; else the desk."""
        tray = Submission.objects.waiting_for(self.request.user, on=self.on)
        order = list(tray.values_list("pk", flat=True))
        here = order.index(self.submission.pk) if self.submission.pk in order else -1
        rest = order[here + 1 :] + order[: max(here, 0)]
        self.left = len(rest)
        return f"/trinh/{rest[0]}/" if rest else "/cong-viec/"

    def page(self, form: StepForm, reading: ReadingForm, status: int = 200) -> HttpResponse:
        submission, user = self.submission, self.request.user
        step = self.subject.workflow[submission.step]
        open_here = submission.state == Submission.State.OPEN
        context = {
            "submission": submission,
            "subject": self.subject,
            "step": step,
            "step_form": form,
            "reading": reading,
            "wrong": {"problems": [*reading.problems, *(form.problems if status == 422 else ())]},
            "reads": open_here and submission.is_read_by(user, on=self.on),
            "prepared_it": submission.prepared_by_id == user.pk,
            "readings": as_read(submission, form),
            "missing": step.missing(self.subject) if open_here else "",
            "following": self.following(),
            "left": self.left,
            "standing": self.subject.standing(as_of=self.on),
        }
        return render(self.request, "portal/submission.html", context, status=status)


def signed_page(request: HttpRequest, pk: int, reading: int) -> HttpResponseBase:
    """The scan of a signature on paper, for whoever sees the submission."""
    submission = seen_or_404(request, pk, on=timezone.localdate())
    row = get_object_or_404(submission.readings.select_related("scan"), pk=reading)
    if row.scan is None:
        raise Http404
    return serve(row.scan)


def seen_or_404(request: HttpRequest, pk: int, *, on: date) -> Submission:
    """Who prepared or reads it, and whoever sees the petition or case itself."""
    rows = Submission.objects.select_related("prepared_by", "reader__user")
    submission = get_object_or_404(rows, pk=pk)
    if not submission.is_seen_by(request.user, on=on):
        subject = submission.subject
        seen = type(subject).objects.visible_to(request.user, on=on)
        get_object_or_404(seen, pk=subject.pk)
    return submission
