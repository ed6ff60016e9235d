"""Documents written in Word about a petition or case: begun from a form, sent back, compared."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View

from citizens import rules
from citizens.documents import kinds_of
from citizens.documents.making import answered, make
from citizens.documents.words import letter_of
from citizens.forms.writing import SendBack
from citizens.models import Case, Petition
from citizens.views.desk_item import crumbs_of
from portal.attachments import serve
from portal.documents.forms import Form, form_on, forms_of
from portal.documents.versions import WordVersion, add_version
from portal.office import office
from portal.once import once
from portal.submissions import Submission, waiting_about
from portal.views.word_file import handed_over
from portal.workflow import Step

MODELS: dict[str, Any] = {"don": Petition, "vu-viec": Case}


def item_or_404(request: HttpRequest, noun: str, code: str, *, on: date) -> Any:
    model = MODELS[noun]
    seen = model.objects.visible_to(request.user, on=on).filter(destroyed_on=None)
    return model.of_kind(get_object_or_404(seen, code=code))


def form_or_404(item: Any, slug: str, *, on: date) -> Form:
    form = form_on(slug.replace("-", "_"), on=on)
    if form is None or not set(kinds_of(item)) & set(form.of):
        raise Http404
    return form


def step_of(item: Any, form: Form) -> Step | None:
    """A form of several kinds may belong to a step that this one does not have.

    What belongs to none is signed by a step of its own; minutes by those who were there.
    """
    return item.workflow.steps.get(form.step or ("sign_paper" if form.is_signed_alone else ""))


def may_write(user: Any, item: Any, form: Form, *, on: date) -> bool:
    """Whoever prepares or takes the step; what belongs to no step, whoever adds papers."""
    if not form.step:
        return bool(rules.adds_papers(user, item, on=on))
    step = step_of(item, form)
    return bool(step) and leads_on(step, user, item, on=on)


def leads_on(step: Step, user: Any, item: Any, *, on: date) -> bool:
    return step.may_prepare(user, item, on=on) or step.may_take(user, item, on=on)


def why_closed(user: Any, item: Any, form: Form, *, on: date) -> str:
    """Why nothing can be written now, or ''. Whoever has it to read may mend it."""
    step = step_of(item, form)
    if step and form.step and (sentence := step.missing(item)):
        return sentence
    held = [row.pk for row in user.positions_on(on)]
    for waiting in waiting_for(item, form):
        if waiting.reader_id not in held:
            return f"Đã trình, đang chờ {waiting.reader.user} đọc; rút phiếu trình rồi sửa."
    return ""


def waiting_for(item: Any, form: Form) -> list[Submission]:
    """Slips by which this document is being read."""
    if form.step:
        return [row for row in waiting_about(item) if row.step == form.step]
    signing = [row for row in waiting_about(item) if row.step == "sign_paper"]
    return [row for row in signing if row.payload.get("document") == [form.code]]


def writings(request: HttpRequest, noun: str, code: str) -> HttpResponse:
    """What can be written about it, and what has been."""
    on = timezone.localdate()
    item = item_or_404(request, noun, code, on=on)
    written = {row.code: row for row in WordVersion.objects.about(item).select_related("by")}
    rows = [
        (form, written.get(form.code), may_write(request.user, item, form, on=on))
        for form in forms_of(kinds_of(item), on=on)
    ]
    context = {
        "subject": item,
        "of_steps": [row for row in rows if row[0].step],
        "others": [row for row in rows if not row[0].step],
        "crumbs": crumbs_of(item),
    }
    return render(request, "citizens/writing/list.html", context)


class WritingView(View):
    """One document: its versions, and the two ways to another."""

    def dispatch(
        self, request: HttpRequest, *args: Any, noun: str, code: str, slug: str
    ) -> HttpResponseBase:
        self.on = timezone.localdate()
        self.item = item_or_404(request, noun, code, on=self.on)
        self.document = form_or_404(self.item, slug, on=self.on)
        self.sealed = letter_of(self.item).sealed
        self.may = may_write(request.user, self.item, self.document, on=self.on)
        return super().dispatch(request, *args)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(SendBack())

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.may:
            raise Http404
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        if closed := why_closed(request.user, self.item, self.document, on=self.on):
            return self.page(SendBack(), closed=closed, status=409)
        deeds = {"tao": self.begun, "tai-len": self.sent}
        deed = deeds.get(request.POST.get("lam", ""))
        return deed(request) if deed else self.page(SendBack())

    def begun(self, request: HttpRequest) -> HttpResponse:
        """From the form and what is known; brackets wait for what is not."""
        if self.sealed:
            return self.handed_over()
        version = make(self.item, self.document, by=request.user, on=self.on)
        return self.done(version)

    def handed_over(self) -> HttpResponse:
        """Of a denunciation nothing is kept: the file is completed and stays outside."""
        content, _ = answered(self.item, self.document, on=self.on)
        return handed_over(content, name=f"{self.document.slug}-{self.item.code}")

    def sent(self, request: HttpRequest) -> HttpResponse:
        if self.sealed:
            raise Http404
        form = SendBack(request.POST, request.FILES)
        received = form.received(by=request.user) if form.is_valid() else None
        if received is None:
            return self.page(form, status=422)
        file, content = received
        version = add_version(
            self.item, self.document, content, file=file, by=request.user, on=self.on
        )
        return self.done(version)

    def done(self, version: WordVersion) -> HttpResponse:
        messages.success(self.request, f"Đã có bản Word số {version.number}.")
        return redirect(self.request.path)

    def page(self, form: SendBack, *, closed: str = "", status: int = 200) -> HttpResponse:
        user = self.request.user
        rows = WordVersion.objects.about(self.item).filter(code=self.document.code)
        versions = list(rows.select_related("by", "file", "template").prefetch_related("papers"))
        opened = [row for row in versions if row.closed_on is None]
        step = step_of(self.item, self.document)
        context = {
            "subject": self.item,
            "sealed": self.sealed,
            "document": self.document,
            "versions": versions[::-1],
            "newest": opened[-1] if opened else None,
            "earlier": opened[-2] if len(opened) > 1 else None,
            "form": form,
            "may": self.may,
            "closed": closed or why_closed(user, self.item, self.document, on=self.on),
            "waiting": waiting_for(self.item, self.document),
            "step": step,
            "leads_on": bool(step) and leads_on(step, user, self.item, on=self.on),
            "office": office(self.on),
            "crumbs": [*crumbs_of(self.item), ("Soạn văn bản", "../")],
        }
        return render(self.request, "citizens/writing/detail.html", context, status=status)


def version_file(
    request: HttpRequest, noun: str, code: str, slug: str, number: int
) -> HttpResponseBase:
    return serve(version_or_404(request, noun, code, slug, number).file)


def comparison(request: HttpRequest, noun: str, code: str, slug: str, number: int) -> HttpResponse:
    """A version beside the one before it, or the one that the address names."""
    after = version_or_404(request, noun, code, slug, number)
    earlier = WordVersion.objects.filter(stream=after.stream, code=after.code)
    earlier = earlier.filter(number__lt=number).select_related("by")
    asked = request.GET.get("voi", "")
    if (asked and not asked.isascii()) or (asked and not asked.isdigit()):
        raise BadRequest("Không có bản này.")
    before = get_object_or_404(earlier, number=int(asked)) if asked else earlier.last()
    if before is None:
        raise Http404
    item = after.item  # type: ignore[attr-defined]
    context = {
        "subject": item,
        "before": before,
        "after": after,
        "texts": ("\n\n".join(before.paragraphs), "\n\n".join(after.paragraphs)),
        "earlier": earlier,
        "crumbs": [*crumbs_of(item), ("Soạn văn bản", "../../../"), (after.title, "../../")],
    }
    return render(request, "citizens/writing/comparison.html", context)


def version_or_404(
    request: HttpRequest, noun: str, code: str, slug: str, number: int
) -> WordVersion:
    on = timezone.localdate()
    item = item_or_404(request, noun, code, on=on)
    rows = WordVersion.objects.about(item).filter(code=slug.replace("-", "_"))
    version = get_object_or_404(rows.select_related("by", "file"), number=number)
    version.item = item  # type: ignore[attr-defined]
    return version
