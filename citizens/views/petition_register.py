"""Vào sổ: the first question, then the letter or the envelope, letter after letter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from citizens import rules
from citizens.forms.envelope import EnvelopeRegistration
from citizens.forms.petition_register import (
    STICKY,
    PetitionRegistration,
    representatives_in,
)
from citizens.models import Petition
from citizens.sheets.likely import likely_letters, mark_of
from portal.attachments import page_count
from portal.deadlines import DeadlineError
from portal.drafts import recall
from portal.once import once
from portal.workflow import Refused

PILE = "don-dang-vao-so"
LATEST = 5


class Register(View):
    """What the pages of registration share: who may, today, and the answers of the pile."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.on: date = timezone.localdate()
        if not rules.registers_petitions(request.user, on=self.on):
            raise Http404(rules.registers_petitions.why_not)
        return super().dispatch(request, *args, **kwargs)

    @property
    def pile(self) -> dict[str, str]:
        """Ngày nhận and nguồn đơn of the letter before this one."""
        today = f"{self.on:%d/%m/%Y}"
        return self.request.session.get(PILE) or {"received_on": today, "channel": "buu_chinh"}

    def remember_pile(self, form: Any) -> None:
        answers = {name: form.data.get(name, "") for name in STICKY}
        if answers != self.request.session.get(PILE):
            self.request.session[PILE] = answers


class RegisterQuestion(Register):
    """“Đơn có nội dung tố cáo không?” is asked before anything is typed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        seen = Petition.objects.visible_to(request.user, on=self.on)
        entered = seen.filter(registered_by=request.user, registered_on=self.on)
        latest = entered.order_by("-pk")[:LATEST]
        context = {"latest": latest, "count": entered.count(), "pile": self.pile}
        return render(request, "citizens/petition/register.html", context)


class RegisterForm(Register):
    """A form that enters one letter and leads on to the next."""

    form_class: type
    template: str

    def get(self, request: HttpRequest) -> HttpResponse:
        typed = recall(request)
        return self.page(self.retyped(typed) if typed else self.form(initial=self.pile))

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        return self.entered(self.form(request.POST, request.FILES))

    def entered(self, form: Any) -> HttpResponse:
        petition = self.registered(form) if form.is_valid() else None
        if petition is None:
            return self.page(form, status=422)
        self.remember_pile(form)
        messages.success(self.request, f"Đã vào sổ: {petition}.")
        return redirect(self.next_address(petition))

    def registered(self, form: Any) -> Petition | None:
        try:
            return form.register()
        except (Refused, DeadlineError) as refusal:
            form.add_error(None, str(refusal))
            return None

    def form(self, *data: Any, **options: Any) -> Any:
        return self.form_class(*data, by=self.request.user, on=self.on, **options)

    def retyped(self, data: Any) -> Any:
        """Everything as it was typed, nothing checked yet."""
        return self.form(initial={name: data.get(name, "") for name in self.form_class.base_fields})

    def next_address(self, petition: Petition) -> str:
        if "in-bien-nhan" in self.request.POST:
            return reverse("petition-receipt", args=[petition.code])
        return reverse("petition-register")

    def page(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        context = {"form": form, **more}
        return render(self.request, self.template, context, status=status)


class RegisterPlain(RegisterForm):
    """Book ``D``: the scan on the left, the questions on the right."""

    form_class = PetitionRegistration
    template = "citizens/petition/register_plain.html"

    def answer(self, request: HttpRequest) -> HttpResponse:
        if "tai-len" in request.POST:
            return self.scans_first(request)
        form = self.form(request.POST, request.FILES)
        if form.is_valid() and (likely := self.unseen_likely(form)):
            return self.page(form, likely=likely, likely_mark=mark_of(likely))
        return self.entered(form)

    def unseen_likely(self, form: Any) -> list[Any]:
        """Letters like this one that its clerk has not been shown; a name alone stops nobody."""
        typed, asks = typed_in(form.cleaned_data), {"user": self.request.user, "on": self.on}
        strong = mark_of(likely_letters({**typed, "name": ""}, **asks))
        seen = {"", *self.request.POST.get("da-xem-trung", "").split(",")}
        return likely_letters(typed, **asks) if {*strong.split(",")} - seen else []

    def scans_first(self, request: HttpRequest) -> HttpResponse:
        """The scans are taken in, everything typed so far stands as it was, nothing is checked."""
        form = self.form(request.POST, request.FILES)
        scans, wrong = form.all_scans, list(form.errors.get("scan", ()))
        return self.page(self.retyped(request.POST), scans=scans, wrong=wrong)

    def retyped(self, data: Any) -> Any:
        form = super().retyped(data)
        form.representatives = representatives_in(data)
        return form

    def registered(self, form: Any) -> Petition | None:
        return super().registered(form) if form.all_scans is not None and form.is_valid() else None

    def page(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        scans = more.pop("scans", form.all_scans if form.is_bound else [])
        pages = [(file, range(1, page_count(file) + 1)) for file in scans]
        return super().page(form, status=status, scans=pages, **more)


TYPED = ("id_number", "phone", "name", "content")


def typed_in(data: Any) -> dict[str, str]:
    return {name: str(data.get(name) or "") for name in TYPED}


class LikelyLetters(Register):
    """What the page of registration asks while it is being filled in: letters like this one."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = PetitionRegistration(request.POST, by=request.user, on=self.on)
        form.is_valid()
        likely = likely_letters(typed_in(form.cleaned_data), user=request.user, on=self.on)
        context = {"likely": likely, "likely_mark": mark_of(likely)}
        return render(request, "citizens/petition/_likely_letters.html", context)


class RegisterSealed(RegisterForm):
    """Book ``NTC``: the envelope alone."""

    form_class = EnvelopeRegistration
    template = "citizens/petition/register_sealed.html"
