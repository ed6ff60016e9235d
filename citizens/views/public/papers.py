"""A complaint to be printed and signed; how to meet somebody in confidence. Nothing is stored."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from citizens.forms.public_complaint import ComplaintPaperForm

ELSEWHERE = "https://vi.wikipedia.org/"
"""Where "Thoát nhanh" leads: a page that anybody may have been reading."""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def complaint_paper(request: HttpRequest) -> HttpResponse:
    """POST draws the sheet; "Sửa lại" posts the same words back into the form."""
    on = timezone.localdate()
    if request.method != "POST":
        return form_page(request, ComplaintPaperForm(on=on))
    if "sua" in request.POST:
        return form_page(request, ComplaintPaperForm(initial=request.POST.dict(), on=on))
    form = ComplaintPaperForm(request.POST, on=on)
    if not form.is_valid():
        return form_page(request, form, status=422)
    context = {"told": form.cleaned_data, "form": form, "today": on, **limitation(form)}
    return render(request, "citizens/public/complaint/sheet.html", context)


def form_page(request: HttpRequest, form: ComplaintPaperForm, status: int = 200) -> HttpResponse:
    return render(request, "citizens/public/complaint/form.html", {"form": form}, status=status)


def limitation(form: ComplaintPaperForm) -> dict[str, Any]:
    deadline = form.limitation
    if deadline is None or deadline.due is None:
        return {}
    return {"until": deadline.due, "too_late": deadline.due < form.on}


@login_not_required
@require_safe
def reception_help(request: HttpRequest) -> HttpResponse:
    """For denouncers, under a neutral title; the page asks nothing and keeps nothing."""
    return render(request, "citizens/public/reception_help.html", {"elsewhere": ELSEWHERE})
