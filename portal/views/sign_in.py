"""In by password or one-time link, out by POST."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from portal import history
from portal.forms.sign_in import FirstPasswordForm, SignInForm
from portal.people import doors
from portal.text import fold
from portal.throttling import allow, forgive
from portal.views import faults

BACKEND = "django.contrib.auth.backends.ModelBackend"
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
    login(request, user)
    return redirect(where_to(request))


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
    return render(request, "portal/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "again")
def first_password(request: HttpRequest, token: str) -> HttpResponse:
    link = doors.link_for(token, at=timezone.now())
    if link is None:
        return spent_link()
    form = FirstPasswordForm(request.POST or None, user=link.user)
    if request.method == "POST" and form.is_valid():
        return set_password(request, link, form.cleaned_data["password"])
    context = {"form": form, "person": link.user}
    return render(
        request, "portal/first_password.html", context, status=422 if form.is_bound else 200
    )


@transaction.atomic
def set_password(request: HttpRequest, link: doors.OneTimeLink, password: str) -> HttpResponse:
    at, user = timezone.now(), link.user
    if not doors.spend(link, at=at):
        return spent_link()
    user.set_password(password)
    user.save(update_fields=["password"])
    history.record(
        f"tai-khoan/{user.key}",
        "set_password",
        by=user.key,
        on=timezone.localdate(at),
        label="Đặt mật khẩu",
    )
    login(request, user, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


def spent_link() -> HttpResponse:
    return faults.page(
        404,
        title="Liên kết này không còn dùng được",
        message="Liên kết đăng nhập chỉ dùng được một lần, trong 24 giờ.",
        hint="Ông/bà liên hệ quản trị để nhận liên kết mới.",
    )


def where_to(request: HttpRequest) -> str:
    return local_address(request) or settings.LOGIN_REDIRECT_URL


def local_address(request: HttpRequest) -> str:
    """`next` leads to a page of this portal or nowhere."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_local = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_local and address.startswith("/") else ""


def client_address(request: HttpRequest) -> str:
    """Behind the proxy of production the last hop that the proxy itself wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return (forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", ""))[:60]
