"""What the pages of whoever arranges receptions share: for everybody else they do not exist."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from citizens import rules
from portal.drafts import recall
from portal.once import once
from portal.workflow import Refused

YEARS = range(2014, 2101)
RECEPTION = ("Tiếp công dân", "/tiep-dan/")
SCHEDULE = ("Lịch tiếp công dân", "/tiep-dan/lich/")
PLACES = ("Địa điểm", "/tiep-dan/dia-diem/")


def year_asked_for(request: HttpRequest, *, on: date) -> int:
    """``?nam=``; this year unless told otherwise."""
    asked = request.GET.get("nam", str(on.year))
    if not asked.isascii() or not asked.isdigit() or int(asked[:5]) not in YEARS:
        raise BadRequest("Không có năm này trong lịch tiếp công dân.")
    return int(asked)


class Arranging(View):
    """A page behind the position of whoever arranges receptions."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.on: date = timezone.localdate()
        if not rules.arranges_receptions(request.user, on=self.on):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class FormPage(Arranging):
    """A form that is filled in, kept, and leads on; subclasses say which and where to."""

    form_class: Any
    template = "citizens/reception/form.html"

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        typed = recall(request)
        initial = {name: typed.get(name, "") for name in typed} if typed else self.first_answers()
        return self.page(self.form(initial=initial))

    def post(self, request: HttpRequest, **where: Any) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if form.is_valid() and self.kept(form):
            return redirect(self.next_address())
        return self.page(form, status=422)

    def kept(self, form: Any) -> bool:
        try:
            self.done = self.keep(form)
        except Refused as refusal:
            form.refuse(refusal)
            return False
        messages.success(self.request, self.said())
        return True

    def first_answers(self) -> dict[str, Any]:
        return {}

    def form(self, *data: Any, **options: Any) -> Any:
        return self.form_class(*data, on=self.on, **options)

    def keep(self, form: Any) -> Any:
        return form.keep()

    def said(self) -> str:
        return "Đã lưu."

    def next_address(self) -> str:
        raise NotImplementedError

    def around(self) -> dict[str, Any]:
        """``crumbs``, ``heading``, and what else the page shows."""
        raise NotImplementedError

    def page(self, form: Any, *, status: int = 200) -> HttpResponse:
        context = {"form": form, "back": self.back(), **self.around()}
        return render(self.request, self.template, context, status=status)

    def back(self) -> str:
        return SCHEDULE[1]
