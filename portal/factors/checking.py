"""One answer to “bước thứ hai”: digits of the application, digits from the paper, or a key."""

from __future__ import annotations

from datetime import datetime

from portal.factors import passkeys
from portal.factors.passkeys import Passkey, State
from portal.factors.printed import DIGITS as PRINTED_DIGITS
from portal.factors.printed import PrintedCode, strike
from portal.factors.totp import DIGITS as APP_DIGITS
from portal.factors.totp import App
from portal.people import User
from portal.throttling import allow, forgive

TRIES, PAUSE = 5, 5 * 60
TRIES_A_DAY, A_DAY = 50, 24 * 3600


def may_guess(user: User, *, at: datetime) -> bool:
    """By person, from wherever: whoever guesses here has the password already."""
    today = allow(f"factor-day {user.pk}", limit=TRIES_A_DAY, per_seconds=A_DAY, now=at)
    return allow(f"factor {user.pk}", limit=TRIES, per_seconds=PAUSE, now=at) and today


def passes(user: User, code: str, *, at: datetime) -> bool:
    if len(code) == APP_DIGITS:
        app = App.objects.filter(user=user).first()
        return well(user, app is not None and app.accepts(code, at=at))
    return well(user, len(code) == PRINTED_DIGITS and strike(user, code, at=at))


def passes_by_key(user: User, answer: str, *, state: State | None, at: datetime) -> bool:
    found = passkeys.shown(user, answer, state=state, at=at) if state else None
    return well(user, found is not None)


def well(user: User, right: bool) -> bool:
    if right:
        forgive(f"factor {user.pk}")
    return right


def drop_all(user: User) -> None:
    """Mất hết phương tiện: whatever this person had serves no more."""
    for rows in (App.objects, PrintedCode.objects, Passkey.objects):
        rows.filter(user=user).delete()
