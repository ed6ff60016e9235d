"""The form of a step, and what was typed into it before: nothing typed is lost."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from portal.drafts import drop, keep, kept, recall
from portal.forms import StepForm
from portal.submissions import Submission
from portal.views.step.rights import Rights


class Filling(Rights):
    @property
    def draft_name(self) -> str:
        return f"{self.subject.stream_kind}-{self.step.name}"

    def form(self, *data: Any, **options: Any) -> StepForm:
        form_class = StepForm.of(self.subject, self.step.name)
        return form_class(*data, subject=self.subject, by=self.request.user, on=self.on, **options)

    def typed_before(self) -> dict[str, Any]:
        """What was typed before an error, a hand-back or the end of the session."""
        typed = recall(self.request)
        lists = dict(typed.lists()) if typed else {}
        lists = lists or kept(self.request.user, self.draft_name, self.subject.code) or {}
        lists = lists or self.handed_back()
        return {name: each if len(each) > 1 else each[0] for name, each in lists.items() if each}

    def handed_back(self) -> dict[str, list[str]]:
        back = Submission.objects.about(self.subject).handed_back_to(self.request.user)
        found = back.filter(step=self.step.name).first()
        return found.payload if found else {}

    def asked_for(self) -> dict[str, Any]:
        """Answers that a link brings along, such as the paper to be numbered."""
        return {name: value for name, value in self.request.GET.items() if value}

    def keep_typed(self, form: StepForm) -> None:
        """Under paper custody a draft would be a copy of what was refused."""
        if not self.subject.keeps_words:
            return
        keep(self.request.user, self.draft_name, self.subject.code, form.typed())

    def drop_typed(self) -> None:
        drop(self.request.user, self.draft_name, self.subject.code)

    def kept_for_later(self, form: StepForm) -> HttpResponse:
        """Lưu nháp: nothing is checked, nothing is done; not under paper custody."""
        if not self.subject.keeps_words:
            raise Http404
        self.keep_typed(form)
        messages.success(self.request, f"Đã lưu nháp: {self.step.label}.")
        return redirect(self.request.path)

    def unseen_words(self, form: StepForm) -> str:
        """What the citizen would read and the sender of this form has not seen yet."""
        words = form.to_citizen() if self.takes else ""
        return "" if self.request.POST.get("da-xem", "") == mark_of(words) else words


def mark_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:16] if words else ""
