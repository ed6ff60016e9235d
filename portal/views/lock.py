"""Khoá màn hình: the page is hidden and asks for the password; the session and what was typed stay.

While the lock is on, no other page opens in that session either: whoever sits down finds nothing.
The server knows when the session was last used and locks it by itself; where scripts run, the page
does so in the same quarter of an hour, and says while somebody types that somebody is there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from portal.forms.sign_in import UnlockForm
from portal.throttling import forgive
from portal.views.going import client_address, local_address, way_back, where_to
from portal.views.sign_in import PAUSED, may_try, tries_of

LOCKED, SEEN = "khoa-man-hinh", "dung-luc"
IDLE = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=1)
"""So often at most the session is written anew to say that it was used."""
OPEN_WHILE_LOCKED = ("unlock", "lock", "sign-out", "health")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    if request.user.has_usable_password():
        request.session[LOCKED] = True
    back = urlencode({"next": local_address(request) or "/"})
    return redirect(f"{reverse('unlock')}?{back}")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
def unlock(request: HttpRequest) -> HttpResponse:
    """The password again; by script the page itself stays open and hears 204."""
    if not request.user.is_authenticated:
        return redirect("sign-in")
    if request.method != "POST":
        return page(request, UnlockForm())
    form = UnlockForm(request.POST)
    if not form.is_valid() or not opened(request, form):
        return page(request, form, status=422)
    request.session.pop(LOCKED, None)
    request.session[SEEN] = timezone.now().timestamp()
    by_script = request.headers.get("X-Requested-With") == "fetch"
    return HttpResponse(status=204) if by_script else redirect(where_to(request))


def opened(request: HttpRequest, form: UnlockForm) -> bool:
    username, address = request.user.get_username(), client_address(request)
    if not may_try(username, address, at=timezone.now()):
        form.add_error("password", PAUSED)
        return False
    if not request.user.check_password(form.cleaned_data["password"]):
        form.add_error("password", "Mật khẩu chưa đúng")
        return False
    forgive(tries_of(username, address))
    return True


def page(request: HttpRequest, form: UnlockForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "next": local_address(request)}
    return render(request, "portal/unlock.html", context, status=status)


class ScreenLock:
    """No page of a locked session opens; what is posted to one waits for the password."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        begin_to_watch(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponseRedirect | None:
        match = request.resolver_match
        if not request.user.is_authenticated or not is_locked(request):
            return None
        if match and match.url_name in OPEN_WHILE_LOCKED:
            return None
        return HttpResponseRedirect(f"{reverse('unlock')}?{urlencode({'next': way_back(request)})}")


def begin_to_watch(request: HttpRequest) -> None:
    """From the sign-in on; a session that is written anyway costs no statement more."""
    session = getattr(request, "session", None)
    if session is None or not session.modified or SEEN in session:
        return
    if request.user.is_authenticated and request.user.has_usable_password():
        session[SEEN] = timezone.now().timestamp()


def is_locked(request: HttpRequest) -> bool:
    """By hand, or because nobody used it; else it has been used now."""
    session, now = request.session, timezone.now().timestamp()
    if session.get(LOCKED) or SEEN not in session:
        return bool(session.get(LOCKED))
    unused = timedelta(seconds=now - session[SEEN])
    if unused > IDLE + SEEN_EVERY:
        session[LOCKED] = True
        return True
    if unused > SEEN_EVERY:
        session[SEEN] = now
    return False
