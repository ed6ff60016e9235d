"""/quan-tri/mau-van-ban/: the forms of official documents and the office's own templates."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal import history
from portal.attachments import serve
from portal.documents.building import template_of
from portal.documents.checking import allowed_in, must_of
from portal.documents.forms import FORMS, Form, form_on
from portal.documents.placeholders import KNOWN
from portal.documents.templates import OfficeTemplate
from portal.forms.administration.template import TemplateForm
from portal.once import answered_once
from portal.text import day
from portal.views.administration.door import for_the_administrator
from portal.views.word_file import word_file


def form_or_404(slug: str, *, on: date) -> Form:
    form = form_on(slug.replace("-", "_"), on=on)
    if form is None:
        raise Http404
    return form


@for_the_administrator
def templates(request: HttpRequest) -> HttpResponse:
    """Every form as it reads today, and whether the office has a template of its own."""
    on = timezone.localdate()
    begun = OfficeTemplate.objects.filter(valid_from__lte=on).order_by("valid_from", "pk")
    own = {row.code: row for row in begun}
    found = (form_on(code, on=on) for code in FORMS)
    rows = [
        (form, None if (row := own.get(form.code)) is None or row.ended_by(on) else row)
        for form in found
        if form
    ]
    return render(request, "portal/administration/templates.html", {"rows": rows})


@for_the_administrator
@answered_once
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """One form: its places, its templates by date, and the way in of another."""
    on = timezone.localdate()
    document = form_or_404(slug, on=on)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*sent, document=document)
    with transaction.atomic():
        if form.is_bound and form.is_valid() and (row := form.brought_in(by=request.user, on=on)):
            note(row, by=request.user.key, on=on, label="Đưa mẫu văn bản vào dùng")
            messages.success(request, f"Mẫu được dùng từ ngày {day(row.valid_from)}.")
            return redirect("administration-template", document.slug)
    places = sorted(allowed_in(document))
    context = {
        "document": document,
        "form": form,
        "rows": OfficeTemplate.objects.filter(code=document.code).select_related("by", "file"),
        "in_force": OfficeTemplate.objects.in_force(document.code, on=on),
        "must": [KNOWN[name] for name in must_of(document)],
        "places": [KNOWN[name] for name in places],
        "on": on,
    }
    status = 422 if form.is_bound else 200
    return render(request, "portal/administration/template.html", context, status=status)


@for_the_administrator
def delivered_template(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The portal's own, with its places: the beginning of another."""
    form = form_or_404(slug, on=timezone.localdate())
    return word_file(lambda file: file.write(template_of(form)), name=f"mau-{form.slug}")


@for_the_administrator
def template_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    return serve(get_object_or_404(OfficeTemplate.objects.select_related("file"), pk=pk).file)


@for_the_administrator
@require_POST
@answered_once
def end_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Thôi dùng from today on: the portal's own follows."""
    on = timezone.localdate()
    with transaction.atomic():
        rows = OfficeTemplate.objects.select_for_update().filter(until=None)
        row = get_object_or_404(rows, pk=pk)
        row.until = max(on, row.valid_from)
        row.save(update_fields=["until"])
        note(row, by=request.user.key, on=on, label="Thôi dùng mẫu văn bản")
    messages.success(request, "Từ nay dùng mẫu của Cổng; văn bản đã soạn giữ mẫu cũ.")
    return redirect("administration-template", row.code.replace("_", "-"))


def note(row: OfficeTemplate, *, by: str, on: date, label: str) -> None:
    facts = {"code": row.code, "from": row.valid_from.isoformat(), "file": row.file.sha256}
    history.record(
        f"quan-tri/mau-van-ban/{row.code}", "template", by=by, on=on, label=label, facts=facts
    )
