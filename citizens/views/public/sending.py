"""/gui-don/: feedback and questions, one group of questions a page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.http import require_http_methods

from citizens.forms.attachment import received
from citizens.forms.public_sending import MatterForm, PapersForm, SenderForm, StepOfSending
from citizens.sending import Sending
from portal.throttling import allow
from portal.views.going import client_address

HOUR = 3600
UPLOADS_AN_HOUR = 60
NAMES = ("Người gửi", "Sự việc", "Giấy tờ kèm theo", "Kiểm tra lại", "Gửi và nhận mã tra cứu")
ADDRESSES = ("send-sender", "send-matter", "send-papers", "send-check")
OF_STEP = dict(zip(("sender", "matter", "papers", ""), ADDRESSES, strict=True))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What goes where; POST throws away what was begun."""
    if request.method == "POST":
        Sending(request.session).forget()
        return redirect("send")
    return render(
        request, "citizens/public/sending/start.html", {"begun": Sending(request.session).answers}
    )


@method_decorator(login_not_required, name="dispatch")
class StepPage(View):
    """One step; a subclass names its form and its place among the five."""

    step: str
    place: int
    form_class: type[StepOfSending]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.on = timezone.localdate()
        self.sending = Sending(request.session)

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.skipped:
            return redirect(OF_STEP[self.sending.missing()])
        return self.page(self.form_class(initial=self.sending.typed(self.step), on=self.on))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST, on=self.on)
        if not form.is_valid():
            return self.page(form, status=422)
        return self.answered(form)

    def answered(self, form: StepOfSending) -> HttpResponse:
        """Kept even where an earlier step is missing: nothing that was typed is lost."""
        skipped = self.skipped
        self.sending.keep(self.step, form.typed())
        if skipped:
            messages.warning(self.request, "Phần vừa nhập vẫn còn. Xin nhập lại các bước trước.")
        return redirect(OF_STEP[self.sending.missing()])

    @property
    def skipped(self) -> bool:
        """An earlier step has no answer, such as after a session that ended."""
        missing = OF_STEP[self.sending.missing()]
        return ADDRESSES.index(missing) + 1 < self.place

    def page(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        context = {"form": form, "status": status, **frame(self.place), **more}
        template = f"citizens/public/sending/{self.step or 'check'}.html"
        return render(self.request, template, context, status=status)


def frame(place: int) -> dict[str, Any]:
    """The five steps around a page: which lie behind, where one is, the way back."""
    steps = [
        {"label": name, "state": "past" if at < place else "now" if at == place else ""}
        for at, name in enumerate(NAMES, 1)
    ]
    for step, address in zip(steps, ADDRESSES, strict=False):
        step["address"] = address if step["state"] == "past" else ""
    back = ADDRESSES[place - 2] if place > 1 else "send"
    return {"place": place, "here": NAMES[place - 1], "steps": steps, "back": back}


class SenderPage(StepPage):
    step, place, form_class = "sender", 1, SenderForm

    def answered(self, form: StepOfSending) -> HttpResponse:
        if form.cleaned_data["denounces"]:
            self.sending.forget()
            return redirect("reception-help")
        self.sending.wish(self.request.GET.get("loai", ""))
        return super().answered(form)


class MatterPage(StepPage):
    step, place, form_class = "matter", 2, MatterForm


class PapersPage(StepPage):
    """Good files are kept at once; a refused one is named, with the reason."""

    step, place, form_class = "papers", 3, PapersForm

    def post(self, request: HttpRequest) -> HttpResponse:
        if "bo-tep" in request.POST:
            self.sending.drop_file(request.POST["bo-tep"])
            return redirect("send-papers")
        already = len(self.sending.files)
        form = PapersForm(request.POST, request.FILES, on=self.on, already=already)
        if form.is_valid() and self.too_many(request):
            form.add_error("files", "Vừa có quá nhiều tệp gửi lên. Xin chờ ít phút rồi gửi tiếp.")
        if form.is_valid():
            self.sending.add_files(received(form, "files", by=None))
        if not form.is_valid():
            return self.page(form, status=422)
        return redirect("send-papers") if "tai-len" in request.POST else self.answered(form)

    def too_many(self, request: HttpRequest) -> bool:
        key = f"gui-don/tep/{client_address(request)}"
        return bool(request.FILES) and not allow(
            key, limit=UPLOADS_AN_HOUR, per_seconds=HOUR, now=timezone.now()
        )

    def page(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        return super().page(form, status=status, files=self.sending.files, **more)
