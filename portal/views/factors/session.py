"""What a session knows of the second step, in its own words: no page asks a table for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, login
from django.http import HttpRequest
from django.utils import timezone

from portal.factors import SignIn, end, has_one, must_have, words_of
from portal.people import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
CHECKED = "buoc-hai-luc"
OWED = "con-thieu-buoc-hai"
WAITING = "cho-buoc-hai"
QUESTION = "cau-hoi-cho-khoa"
WAITS_FOR = 10 * 60


def begin(request: HttpRequest, user: User, *, checked: float | None, at: datetime) -> None:
    """Signed in. ``checked``: when the second step was taken, 0 where the device was known."""
    login(request, user, backend=BACKEND)
    session = request.session
    session.pop(WAITING, None)
    if checked is not None:
        session[CHECKED] = checked
    elif must_have(user, on=timezone.localdate(at)):
        session[OWED] = True
    note(request, user, at=at)


def note(request: HttpRequest, user: User, *, at: datetime) -> None:
    """For the list of sessions that its owner sees."""
    if not request.session.session_key:
        request.session.create()
    words = words_of(request.headers.get("User-Agent", ""))
    key = request.session.session_key or ""
    SignIn.objects.create(user=user, session=key, words=words, began_at=at)


def wait(request: HttpRequest, user: User, *, at: datetime) -> None:
    """The password was right; nobody is signed in before the second step."""
    request.session.flush()
    request.session[WAITING] = {
        "user": user.pk,
        "under": user.get_session_auth_hash(),
        "at": at.timestamp(),
    }


def waiting(request: HttpRequest, *, at: datetime) -> User | None:
    """Who stands between the two steps, while the password is still the same."""
    told: dict[str, Any] = request.session.get(WAITING) or {}
    if not told or at.timestamp() - told["at"] > WAITS_FOR:
        return None
    user = User.objects.filter(pk=told["user"], is_active=True).first()
    return user if user and user.get_session_auth_hash() == told["under"] else None


def checked_now(request: HttpRequest, *, at: datetime) -> None:
    """The second step was taken within a session: it goes on under another key."""
    before = request.session.session_key
    request.session.cycle_key()
    request.session[CHECKED] = at.timestamp()
    request.session.pop(OWED, None)
    SignIn.objects.filter(session=before).update(session=request.session.session_key)


def leave(request: HttpRequest) -> None:
    """Before signing out: the list has no session that is gone."""
    end(SignIn.objects.filter(session=request.session.session_key or ""))


def is_settled(request: HttpRequest) -> bool:
    return BACKEND_SESSION_KEY in request.session and OWED not in request.session


def lacks(user: User, *, at: datetime) -> bool:
    return must_have(user, on=timezone.localdate(at)) and not has_one(user)
