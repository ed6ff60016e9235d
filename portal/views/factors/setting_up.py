"""Setting up the application, the printed codes, a key: each page says one thing to do."""

from __future__ import annotations

import json
from datetime import datetime

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from portal.factors import App, PrintedCode, passkeys, print_codes, words_of
from portal.factors.secrets import seal, unseal
from portal.factors.telling import tell
from portal.factors.totp import address_of, new_secret, step_of
from portal.forms.factors import AppForm, KeyForm
from portal.people import User
from portal.views.factors import session
from portal.views.factors.asking import WRONG
from portal.views.factors.second_step import ask_again

PROPOSED = "ung-dung-dang-lap"
MAKING = "khoa-dang-lap"
NOT_MADE = "Thiết bị chưa tạo được khóa truy cập. Xin thử lại."
TOO_MANY = f"Đã có {passkeys.MOST} khóa truy cập: bỏ bớt khóa không dùng trước."


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("factor_code")
@sensitive_variables("secret")
def set_up_app(request: HttpRequest) -> HttpResponse:
    if answer := ask_again(request):
        return answer
    at, form, secret = timezone.now(), AppForm(request.POST or None), proposed(request)
    if request.method == "POST" and form.is_valid():
        step = step_of(secret, form.cleaned_data["factor_code"], at=at)
        if step:
            keep_app(request.user, secret, step=step, at=at)
            del request.session[PROPOSED]
            return set_up(request, "Ứng dụng tạo mã đã dùng được.", at=at)
        form.add_error("factor_code", WRONG)
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    context = {"form": form, "secret": grouped, "address": address_of(secret, request.user)}
    status = 422 if form.is_bound else 200
    return render(request, "portal/factors/app.html", context, status=status)


def proposed(request: HttpRequest) -> str:
    """The same while the page is corrected; sealed, for the session lies in the database."""
    secret = unseal(request.session.get(PROPOSED, "")) or new_secret()
    request.session[PROPOSED] = seal(secret)
    return secret


@transaction.atomic
def keep_app(user: User, secret: str, *, step: int, at: datetime) -> None:
    kept = {"sealed": seal(secret), "since": at, "used_at": None, "last_step": step}
    App.objects.update_or_create(user=user, defaults=kept)
    tell(user, "set_factor", "Thiết lập ứng dụng tạo mã", at=at)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up_codes(request: HttpRequest) -> HttpResponse:
    """The sheet is shown this once."""
    if answer := ask_again(request):
        return answer
    if request.method != "POST":
        left = count_of_left(request.user)
        return render(request, "portal/factors/codes.html", {"left": left})
    at = timezone.now()
    with transaction.atomic():
        codes = print_codes(request.user, at=at)
        tell(request.user, "set_factor", "In mã dùng một lần", at=at)
    session.checked_now(request, at=at)
    context = {"codes": [f"{code[:5]} {code[5:]}" for code in codes], "made_at": at}
    return render(request, "portal/factors/sheet.html", context)


def count_of_left(user: User) -> int:
    return PrintedCode.objects.left().filter(user=user).count()


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("factor_key")
def set_up_key(request: HttpRequest) -> HttpResponse:
    if not passkeys.possible():
        raise Http404
    if answer := ask_again(request):
        return answer
    words = words_of(request.headers.get("User-Agent", ""))
    at, form = timezone.now(), KeyForm(request.POST or None, initial={"name": words})
    state = request.session.pop(MAKING, None)
    if request.method == "POST" and form.is_valid() and made(request.user, form, state, at=at):
        return set_up(request, "Khóa truy cập đã dùng được.", at=at)
    asked, request.session[MAKING] = passkeys.offer(request.user)
    context = {"form": form, "question": json.dumps(asked)}
    status = 422 if form.is_bound else 200
    return render(request, "portal/factors/key.html", context, status=status)


@transaction.atomic
def made(user: User, form: KeyForm, state: passkeys.State | None, *, at: datetime) -> bool:
    """False leaves the sentence on the form."""
    if user.passkeys.count() >= passkeys.MOST:
        form.add_error(None, TOO_MANY)
        return False
    name, answer = form.cleaned_data["name"], form.cleaned_data["factor_key"]
    if not (state and passkeys.register(user, answer, state=state, name=name, at=at)):
        form.add_error(None, NOT_MADE)
        return False
    tell(user, "set_factor", "Đăng ký khóa truy cập", at=at)
    return True


def set_up(request: HttpRequest, words: str, *, at: datetime) -> HttpResponse:
    session.checked_now(request, at=at)
    messages.success(request, words)
    return redirect("factors")
