"""The tray: one submission a page, read and acted upon, then the next one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View

from portal.attachments import receive
from portal.deadlines import DeadlineError
from portal.forms import StepForm
from portal.forms.submission import ReadingForm
from portal.once import once
from portal.submissions import Submission
from portal.workflow import Refused

DONE = {
    "approve": "Đã phê duyệt",
    "endorse": "Đã đồng ý, trình tiếp",
    "hand_back": "Đã trả lại để hoàn thiện",
    "drop": "Đã rút phiếu trình",
}


class SubmissionView(View):
    """Phiếu trình, for its preparer and its readers."""

    def dispatch(self, request: HttpRequest, *args: Any, pk: int) -> HttpResponse:
        self.on: date = timezone.localdate()
        seen = Submission.objects.seen_by(request.user, on=self.on)
        self.submission = get_object_or_404(seen, pk=pk)
        self.subject = self.submission.subject
        return super().dispatch(request, *args)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.form(StepForm.retyped(self.submission.payload)), ReadingForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        verdict = request.POST.get("verdict", "")
        if verdict not in DONE:
            raise Http404
        form = self.form(request.POST)
        reading = ReadingForm(request.POST, request.FILES, verdict=verdict)
        typed_well = reading.is_valid() and (verdict in ("hand_back", "drop") or form.is_valid())
        if not (typed_well and self.acted(verdict, form, reading)):
            return self.page(form, reading, status=422)
        messages.success(request, f"{DONE[verdict]}: {self.submission.title}.")
        return redirect(self.next_address())

    def acted(self, verdict: str, form: StepForm, reading: ReadingForm) -> bool:
        try:
            getattr(self, verdict)(form, reading)
        except (Refused, DeadlineError, ValueError) as refusal:
            reading.add_error(None, str(refusal))
            return False
        return True

    def approve(self, form: StepForm, reading: ReadingForm) -> None:
        scan = reading.cleaned_data["scan"]
        self.submission.approve(
            by=self.request.user,
            on=self.on,
            payload=form.typed(),
            draft=form.cleaned_data.get("draft", ""),
            signed_on=reading.cleaned_data["signed_on"],
            scan=receive(scan, by=self.request.user) if scan else None,
            take=lambda: form.take(
                by=self.request.user, on=self.on, prepared_by=self.submission.prepared_by
            ),
        )

    def endorse(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.endorse(
            by=self.request.user,
            on=self.on,
            payload=form.typed(),
            draft=form.cleaned_data.get("draft", ""),
        )

    def hand_back(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.hand_back(
            by=self.request.user, on=self.on, reason=reading.cleaned_data["reason"]
        )

    def drop(self, form: StepForm, reading: ReadingForm) -> None:
        self.submission.drop(by=self.request.user, on=self.on)

    def form(self, data: Any) -> StepForm:
        form_class = StepForm.of(self.subject, self.submission.step)
        return form_class(data, subject=self.subject, by=self.submission.prepared_by, on=self.on)

    def next_address(self) -> str:
        """Twenty in ten minutes: the next one of the tray, or the desk when it is empty."""
        waiting = Submission.objects.waiting_for(self.request.user, on=self.on).first()
        return f"/trinh/{waiting.pk}/" if waiting else "/cong-viec/"

    def page(self, form: StepForm, reading: ReadingForm, status: int = 200) -> HttpResponse:
        submission, user = self.submission, self.request.user
        reads = submission.reader_id in [row.pk for row in user.positions_on(self.on)]
        waiting = Submission.objects.waiting_for(user, on=self.on)
        context = {
            "submission": submission,
            "subject": self.subject,
            "step": self.subject.workflow[submission.step],
            "step_form": form,
            "reading": reading,
            "problems": [*reading.problems, *(form.problems if status == 422 else ())],
            "reads": reads,
            "prepared_it": submission.prepared_by_id == user.pk,
            "readings": submission.readings.select_related("by", "position"),
            "missing": self.subject.workflow[submission.step].missing(self.subject),
            "left": waiting.count(),
            "standing": self.subject.standing(as_of=self.on),
        }
        return render(self.request, "portal/submission.html", context, status=status)
