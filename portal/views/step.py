"""The page of a step: GET shows its form, POST takes the step or puts it on its way up the line."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import select_template
from django.utils import timezone
from django.views import View

from portal import history
from portal.drafts import drop, keep, kept, recall
from portal.forms import StepForm
from portal.once import once
from portal.people import User
from portal.submissions import Submission, submit
from portal.workflow import Refused, Step, Subject


class StepView(View):
    """One step of a subject that the user may see; ``model`` is all that a subclass names."""

    model: type[Subject]
    templates = "portal/step"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.on: date = timezone.localdate()
        self.template = ""

    def dispatch(self, request: HttpRequest, *args: Any, code: str, path: str) -> HttpResponse:
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
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The deed, or the page with everything typed and what is wrong with it."""
        if why_not := self.why_not():
            return self.page(closed=why_not, status=409)
        form = self.form(request.POST, request.FILES)
        if "luu-nhap" in request.POST:
            return self.kept_for_later(form)
        if self.changed_meanwhile():
            self.keep_typed(form)
            return self.page(form=form, changes=self.changes(), status=409)
        if not form.is_valid():
            self.keep_typed(form)
            return self.page(form=form, status=422)
        if words := self.unseen_words(form):
            return self.page(form=form, preview=words)
        if not self.act(form):
            self.keep_typed(form)
            return self.page(form=form, status=422)
        drop(request.user, self.draft_name, self.subject.code)
        return redirect(self.next_address())

    def next_address(self) -> str:
        """Where the deed leads to: the subject, unless a subclass knows better."""
        return self.subject.get_absolute_url()

    def kept_for_later(self, form: StepForm) -> HttpResponse:
        """Lưu nháp: nothing is checked, nothing is done."""
        self.keep_typed(form)
        messages.success(self.request, f"Đã lưu nháp: {self.step.label}.")
        return redirect(self.request.path)

    def keep_typed(self, form: StepForm) -> None:
        keep(self.request.user, self.draft_name, self.subject.code, form.typed())

    def unseen_words(self, form: StepForm) -> str:
        """What the citizen would read and the sender of this form has not seen yet."""
        words = form.to_citizen() if self.takes else ""
        return "" if self.request.POST.get("da-xem", "") == mark_of(words) else words

    # what the form is, and whether it may be filled now

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

    def asked_for(self) -> dict[str, str]:
        """Answers that a link brings along, such as the paper to be numbered."""
        return {name: value for name, value in self.request.GET.items() if value}

    def why_not(self) -> str:
        """Why this user cannot take or prepare the step now, in one sentence, or ''."""
        if sentence := self.step.missing(self.subject) or self.on_its_way():
            return sentence
        if self.takes or self.prepares:
            return ""
        return self.step.rule.why_not

    def on_its_way(self) -> str:
        """Who reads the step's submission now, while one is open."""
        if not self.step.prepared_by:
            return ""
        under_way = Submission.objects.about(self.subject).open().filter(step=self.step.name)
        waiting = under_way.select_related("reader__user").first()
        return f"Đã trình, đang chờ {waiting.reader.user} đọc." if waiting else ""

    @property
    def takes(self) -> bool:
        return self.step.may_take(self.request.user, self.subject, on=self.on)

    @property
    def prepares(self) -> bool:
        return self.step.may_prepare(self.request.user, self.subject, on=self.on)

    # the deed

    def act(self, form: StepForm) -> bool:
        if self.takes:
            if not form.taken(by=self.request.user, on=self.on):
                return False
            messages.success(self.request, f"Đã ghi: {self.step.label}.")
            return True
        return self.put_on_its_way(form)

    def put_on_its_way(self, form: StepForm) -> bool:
        """Trình: the step waits for the readers of the unit's line."""
        waiting = Submission.objects.about(self.subject).filter(
            step=self.step.name, state=Submission.State.HANDED_BACK
        )
        draft = form.cleaned_data.get("draft", "")
        try:
            if submission := waiting.first():
                submission.resubmit(
                    by=self.request.user, on=self.on, payload=form.submitted(), draft=draft
                )
            else:
                submission = submit(
                    self.subject,
                    self.step,
                    by=self.request.user,
                    on=self.on,
                    payload=form.submitted(),
                    draft=draft,
                )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return False
        messages.success(self.request, f"Đã trình {submission.reader.user}: {self.step.label}.")
        return True

    # two people at once

    def changed_meanwhile(self) -> bool:
        return self.request.POST.get("version", str(self.subject.version)) != str(
            self.subject.version
        )

    def changes(self) -> list[dict[str, Any]]:
        """What happened to the subject meanwhile: who, when, which step, with which words."""
        events = list(history.events(self.subject.stream).order_by("-seq")[:3])
        people = User.objects.in_bulk([event.by for event in events], field_name="username")
        return [
            {
                "by": people[event.by].addressed if event.by in people else event.by,
                "at": event.at,
                "title": event.label,
                "lines": [("Nội dung", value) for value in event.values.values() if value],
            }
            for event in events
        ]

    def page(
        self,
        *,
        form: StepForm | None = None,
        closed: str = "",
        changes: Any = (),
        preview: str = "",
        status: int = 200,
    ) -> HttpResponse:
        template = select_template(
            [f"{self.templates}/{self.step.name}.html", f"{self.templates}.html"]
        )
        context = {
            "subject": self.subject,
            "step": self.step,
            "form": form,
            "closed": closed,
            "changes": changes,
            "preview": preview,
            "preview_mark": mark_of(preview),
            "takes": self.takes,
            "today": self.on,
            **self.around(),
        }
        return render(self.request, template.template.name, context, status=status)

    def around(self) -> dict[str, Any]:
        """What a subclass shows beside the form."""
        return {}


def mark_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:16] if words else ""
