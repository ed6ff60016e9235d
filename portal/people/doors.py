"""How people without a password come in: one-time links."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import models

from portal.people.users import User

LINK_LIVES = timedelta(hours=24)


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
