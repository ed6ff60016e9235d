"""Six digits of an application on the telephone, new every thirty seconds (RFC 6238)."""

from __future__ import annotations

from base64 import b32decode, b32encode
from datetime import datetime
from secrets import token_bytes
from urllib.parse import quote, urlencode, urlsplit

from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.factors.secrets import unseal
from portal.people import User

DIGITS, SECONDS, SECRET_BYTES = 6, 30, 20


class App(models.Model):
    """Ứng dụng tạo mã; its secret is sealed by a key that is not in the database."""

    user = models.OneToOneField(User, models.PROTECT, related_name="app")
    sealed = models.TextField()
    since = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)
    """Of a code that was taken; neither it nor an earlier one is taken again."""

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(sealed=""), name="app_has_a_secret")]

    def accepts(self, code: str, *, at: datetime) -> bool:
        """True for one of two who send the same code at once."""
        step = step_of(unseal(self.sealed), code, at=at)
        rows = App.objects.filter(pk=self.pk, last_step__lt=step)
        return bool(rows.update(last_step=step, used_at=at))


def new_secret() -> str:
    return b32encode(token_bytes(SECRET_BYTES)).decode()


def step_of(secret: str, code: str, *, at: datetime) -> int:
    """The half minute that the code is of: this one, or that before or after it; else 0."""
    now = int(at.timestamp()) // SECONDS
    codes = {step: code_of(secret, step=step) for step in (now, now - 1, now + 1)} if secret else {}
    return next((step for step, right in codes.items() if same(right, code)), 0)


def code_of(secret: str, *, step: int) -> str:
    clock = TOTP(b32decode(secret), DIGITS, SHA1(), SECONDS)  # noqa: S303 - what the apps speak
    return clock.generate(step * SECONDS).decode()


def same(right: str, typed: str) -> bool:
    return typed.isascii() and bytes_eq(right.encode(), typed.encode())


def address_of(secret: str, user: User) -> str:
    """What the square code says to the application."""
    host = urlsplit(settings.PORTAL_URL).hostname or "portal"
    asked = urlencode({"secret": secret, "issuer": host, "digits": DIGITS, "period": SECONDS})
    return f"otpauth://totp/{quote(f'{host}:{user.username}')}?{asked}"
