"""In by password, out by POST."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from portal.forms.sign_in import SignInForm
from portal.text import fold
from portal.throttling import allow, forgive
from portal.views.factors import session
from portal.views.factors.second_step import enter
from portal.views.going import client_address, local_address, where_to

TRIES, PAUSE = 5, 5 * 60
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."
PAUSED = "Nhập sai nhiều lần. Xin thử lại sau 5 phút, hoặc liên hệ quản trị."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return let_in(request, SignInForm(request.POST))
    if request.user.is_authenticated:
        return redirect(where_to(request))
    return page(request, SignInForm())


def let_in(request: HttpRequest, form: SignInForm) -> HttpResponse:
    """Unknown, known and disabled accounts are answered alike."""
    if not form.is_valid():
        return page(request, form, status=422)
    username, address, at = form.cleaned_data["username"], client_address(request), timezone.now()
    if not may_try(username, address, at=at):
        return refuse(request, form, PAUSED)
    user = authenticate(request, username=username, password=form.cleaned_data["password"])
    if user is None:
        return refuse(request, form, WRONG)
    forgive(tries_of(username, address))
    return enter(request, user, at=at, to=local_address(request))


def may_try(username: str, address: str, *, at: datetime) -> bool:
    """By name and address together: one wrong typist does not lock the office behind one NAT."""
    return allow(tries_of(username, address), limit=TRIES, per_seconds=PAUSE, now=at)


def tries_of(username: str, address: str) -> str:
    return f"sign-in {address} {fold(username)}"


def refuse(request: HttpRequest, form: SignInForm, sentence: str) -> HttpResponse:
    form.add_error(None, sentence)
    return page(request, form, status=422)


def page(request: HttpRequest, form: SignInForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "next": local_address(request), "demo": settings.DEMO}
    context["province"] = bool(settings.OIDC_ISSUER)
    return render(request, "portal/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    session.leave(request)
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
