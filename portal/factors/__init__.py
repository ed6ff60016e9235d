"""Bước thứ hai khi đăng nhập: what somebody has beside a password, and where it was shown.

Whether a session has passed is kept in the session itself: no page asks a table for it.
"""

from portal.factors.checking import drop_all, may_guess, passes, passes_by_key
from portal.factors.devices import Device, is_known, known_devices, remember
from portal.factors.duty import has_one, is_old, must_have, sees_personal_data
from portal.factors.passkeys import Passkey
from portal.factors.printed import PrintedCode, print_codes
from portal.factors.restoring import Restoration, to_confirm, was_here
from portal.factors.sign_ins import SignIn, end, end_all, open_sessions, words_of
from portal.factors.totp import App

__all__ = [
    "App",
    "Device",
    "Passkey",
    "PrintedCode",
    "Restoration",
    "SignIn",
    "drop_all",
    "end",
    "end_all",
    "has_one",
    "is_known",
    "is_old",
    "known_devices",
    "may_guess",
    "must_have",
    "open_sessions",
    "passes",
    "passes_by_key",
    "print_codes",
    "remember",
    "sees_personal_data",
    "to_confirm",
    "was_here",
    "words_of",
]
