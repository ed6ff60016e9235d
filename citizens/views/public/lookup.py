"""/tra-cuu/: sixteen digits lead to where a petition is; to nothing, one neutral answer."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from citizens.forms.public_lookup import CodeForm
from citizens.telling import told_by_code
from portal.templatetags.portal import office
from portal.throttling import allow_all
from portal.views.going import client_address

WINDOW = 600  # seconds
OF_ONE_CLIENT, OF_THE_SITE = 30, 3_000


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("code")
def look_up(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return page(request, form, status=422)
    return answer(request, form)


def answer(request: HttpRequest, form: CodeForm) -> HttpResponse:
    """The same statements whether or not the code leads anywhere; a right one is never held up."""
    calm = is_calm(request)
    today, code = timezone.localdate(), form.cleaned_data["code"]
    told = told_by_code(code, as_of=today, phone=office().phone)
    if told:
        return render(request, "citizens/public/told.html", {"told": told, "today": today})
    form.add_error("code", not_found(calm=calm))
    return page(request, form, status=404 if calm else 429)


def is_calm(request: HttpRequest) -> bool:
    """Every try counts, for its client and for the site."""
    limits = {f"tra-cuu/{client_address(request)}": OF_ONE_CLIENT, "tra-cuu": OF_THE_SITE}
    return allow_all(limits, per_seconds=WINDOW, now=timezone.now())


def not_found(*, calm: bool) -> str:
    phone = office().phone or "số điện thoại ghi trên giấy biên nhận"
    if calm:
        return f"Không tìm thấy. Ông/bà xem lại từng số trên giấy biên nhận, hoặc gọi {phone}."
    return (
        "Không tìm thấy. Vừa có quá nhiều lần nhập chưa đúng; ông/bà chờ 10 phút rồi nhập lại,"
        f" hoặc gọi {phone}."
    )


def page(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    response = render(request, "citizens/public/lookup.html", {"form": form}, status=status)
    if status == 429:
        response["Retry-After"] = str(WINDOW)
    return response
