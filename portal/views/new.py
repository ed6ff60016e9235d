"""The page that begins a record: GET shows the form, POST does the deed and leads to the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View

from portal.deadlines import DeadlineError
from portal.once import answered_once
from portal.workflow import Refused


@method_decorator(answered_once, name="dispatch")
class NewView(View):
    """A subclass names who may, the form, the verb, the words; ``crumbs`` end with the list."""

    may: Callable[..., bool]
    form_class: Any
    verb: Callable[..., Any]
    crumbs: ClassVar[tuple[tuple[str, str], ...]]
    here: str
    act: str
    said = "Đã ghi {0.code}."
    template = "portal/new.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.on: date = timezone.localdate()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.may(request.user, on=self.on):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        one = self.entered(form) if form.is_valid() else None
        if one is None:
            return self.page(form, status=422)
        messages.success(request, self.told(one))
        return redirect(self.next_address(one))

    def form(self, *data: Any) -> Any:
        return self.form_class(*data, **self.given())

    def given(self) -> dict[str, Any]:
        return {"by": self.request.user, "on": self.on}

    def entered(self, form: Any) -> Any:
        """The record, or None with the form saying why not."""
        try:
            return self.deed(form)
        except (Refused, DeadlineError) as refusal:
            form.refuse(refusal)
            return None

    def deed(self, form: Any) -> Any:
        return self.verb(by=self.request.user, on=self.on, **form.arguments())

    def told(self, one: Any) -> str:
        return self.said.format(one)

    def next_address(self, one: Any) -> str:
        return one.get_absolute_url()

    def page(self, form: Any, *, status: int = 200) -> HttpResponse:
        section, back = self.crumbs[-1]
        context = {
            "form": form,
            "here": self.here,
            "section": section,
            "act": self.act,
            "back": back,
            "crumbs": self.crumbs,
        }
        return render(self.request, self.template, context, status=status)
