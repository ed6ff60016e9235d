"""Thiết bị đã biết: for thirty days a browser in which the second step was taken is not asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.core import signing
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from portal.people import User

KNOWN_FOR = timedelta(days=30)
SALT = "portal.devices"


class Devices(models.QuerySet["Device"]):
    def known(self, *, at: datetime) -> Devices:
        return self.filter(ended_at=None, until__gt=at)

    def end(self, *, at: datetime) -> int:
        return self.filter(ended_at=None).update(ended_at=at)


class Device(models.Model):
    """Một trình duyệt đã biết; forgotten with the password under which it was made known."""

    user = models.ForeignKey(User, models.PROTECT, related_name="devices")
    words = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    under = models.CharField(max_length=64)
    since = models.DateTimeField()
    until = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = Devices.as_manager()

    class Meta:
        ordering = ["-seen_at", "-pk"]

    def __str__(self) -> str:
        return self.words


def known_devices(user: User, *, at: datetime) -> Devices:
    return Device.objects.known(at=at).filter(user=user, under=under(user))


def remember(response: HttpResponse, user: User, *, words: str, at: datetime) -> None:
    token = token_urlsafe(24)
    Device.objects.create(
        user=user, words=words, digest=digest_of(token), under=under(user),
        since=at, seen_at=at, until=at + KNOWN_FOR,
    )  # fmt: skip
    response.set_cookie(
        cookie_of(user),
        signing.TimestampSigner(salt=SALT).sign(token),
        max_age=KNOWN_FOR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def is_known(request: HttpRequest, user: User, *, at: datetime) -> bool:
    told = request.COOKIES.get(cookie_of(user), "")
    try:
        token = signing.TimestampSigner(salt=SALT).unsign(told, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return False
    rows = known_devices(user, at=at).filter(digest=digest_of(token))
    return bool(rows.update(seen_at=at))


def forget_unknown(*, at: datetime) -> int:
    """Those whose thirty days are over, or that their owner ended: nothing asks for them again."""
    over = models.Q(until__lte=at) | models.Q(ended_at__isnull=False)
    return Device.objects.filter(over).delete()[0]


def cookie_of(user: User) -> str:
    """One a person: several share the computer at the counter."""
    return f"{settings.COOKIE_PREFIX}thiet-bi-{user.pk}"


def under(user: User) -> str:
    return salted_hmac("portal.devices.under", user.password, algorithm="sha256").hexdigest()


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
