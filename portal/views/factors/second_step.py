"""Bước thứ hai: between the password and the desk, and again before something is signed."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.factors import has_one, is_known, is_old, remember, words_of
from portal.forms.factors import FactorForm, SecondStepForm
from portal.people import User
from portal.views.factors import session
from portal.views.factors.asking import is_passed, question_for, ways
from portal.views.going import local_address, way_back, where_to


def enter(request: HttpRequest, user: User, *, at: datetime, to: str = "") -> HttpResponse:
    """The first step was right. A known device is not asked; whoever has nothing sets it up."""
    if not has_one(user):
        session.begin(request, user, checked=None, at=at)
        return redirect(to or settings.LOGIN_REDIRECT_URL)
    if is_known(request, user, at=at):
        session.begin(request, user, checked=0, at=at)
        return redirect(to or settings.LOGIN_REDIRECT_URL)
    session.wait(request, user, at=at)
    return redirect(f"{reverse('second-step')}?{urlencode({'next': to})}")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("factor_code", "factor_key")
def second_step(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    user = session.waiting(request, at=at)
    if user is None:
        return redirect("sign-in")
    form = SecondStepForm(request.POST or None)
    if request.method == "POST" and is_passed(request, form, user, at=at):
        return let_in(request, form, user, at=at)
    return page(request, form, user, template="portal/second_step.html")


def let_in(request: HttpRequest, form: FactorForm, user: User, *, at: datetime) -> HttpResponse:
    session.begin(request, user, checked=at.timestamp(), at=at)
    response = redirect(where_to(request))
    if form.cleaned_data["remember"]:
        words = words_of(request.headers.get("User-Agent", ""))
        remember(response, user, words=words, at=at)
    return response


def page(request: HttpRequest, form: FactorForm, user: User, *, template: str) -> HttpResponse:
    context = {
        "form": form,
        "next": local_address(request),
        "person": user,
        "question": question_for(request, user),
        "files": "tep" in request.GET,
        **ways(user),
    }
    return render(request, template, context, status=422 if form.is_bound else 200)


# again, for what is signed


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("factor_code", "factor_key")
def check_again(request: HttpRequest) -> HttpResponse:
    at, form = timezone.now(), FactorForm(request.POST or None)
    if not has_one(request.user):
        return redirect("factors")
    if request.method == "POST" and is_passed(request, form, request.user, at=at):
        session.checked_now(request, at=at)
        return redirect(where_to(request))
    return page(request, form, request.user, template="portal/check_again.html")


def must_ask_again(request: HttpRequest) -> bool:
    """Whether the last check is too old for a signature.

    A session without any was begun by somebody who has no second step and needs none.
    """
    checked = request.session.get(session.CHECKED)
    return checked is not None and is_old(checked, at=timezone.now())


def ask_again(request: HttpRequest, *, to: str = "") -> HttpResponse | None:
    """Before something is signed: None where the last check still serves.

    ``to``: the page to go back to, where the address asked for is an act and shows none.
    """
    if not must_ask_again(request):
        return None
    told = {"next": to or way_back(request)} | ({"tep": 1} if request.FILES else {})
    return redirect(f"{reverse('check-again')}?{urlencode(told)}")
