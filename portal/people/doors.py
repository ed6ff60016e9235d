"""How people come in: one-time links, and a pause after wrong passwords."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import models

from portal.people.users import User
from portal.text import fold

LINK_LIVES = timedelta(hours=24)
TRIES = 5
PAUSE = timedelta(minutes=5)


class OneTimeLink(models.Model):
    """Liên kết đăng nhập một lần; the table knows only its digest."""

    user = models.ForeignKey(User, models.PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


def invite(user: User, *, at: datetime) -> str:
    """The token of a new link; links given earlier stop working."""
    token = secrets.token_urlsafe(32)
    OneTimeLink.objects.filter(user=user, used_at=None).update(used_at=at)
    OneTimeLink.objects.create(user=user, digest=digest_of(token), made_at=at)
    return token


def link_for(token: str, *, at: datetime) -> OneTimeLink | None:
    """The link while it works: unused, younger than a day, its person still active."""
    links = OneTimeLink.objects.filter(digest=digest_of(token), used_at=None, user__is_active=True)
    return links.filter(made_at__gt=at - LINK_LIVES).select_related("user").first()


def spend(link: OneTimeLink, *, at: datetime) -> bool:
    """True for one of two who open the link at once."""
    return OneTimeLink.objects.filter(pk=link.pk, used_at=None).update(used_at=at) == 1


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class FailedSignIn(models.Model):
    """A wrong password, by the name that was typed and the address it came from."""

    username = models.CharField(max_length=60)
    address = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["username", "address", "at"], name="failed_by_whom")]


def may_try(username: str, address: str, *, at: datetime) -> bool:
    """By name and address together: one wrong typist does not lock the office behind one NAT.

    A try counts as failed from its start, so that many at once are counted too.
    """
    FailedSignIn.objects.filter(at__lte=at - PAUSE).delete()
    started = FailedSignIn.objects.create(username=typed(username), address=address, at=at)
    if failures(username, address).count() <= TRIES:
        return True
    started.delete()
    return False


def forget_failures(username: str, address: str) -> None:
    failures(username, address).delete()


def failures(username: str, address: str) -> models.QuerySet[FailedSignIn]:
    return FailedSignIn.objects.filter(username=typed(username), address=address)


def typed(username: str) -> str:
    return fold(username.replace("\0", ""))[:60]
