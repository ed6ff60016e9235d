"""Whom the portal knows behind what the province says; nobody is made by it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from portal import history
from portal.people import User

EMAIL = "email"


class ProvinceIdentity(models.Model):
    """Tài khoản của tỉnh đã nối với một tài khoản ở đây: once, then by the issuer's own name."""

    user = models.ForeignKey(User, models.PROTECT, related_name="province_identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_of_one_person"),
            models.UniqueConstraint(fields=["issuer", "user"], name="person_of_one_identity"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.issuer}"


def person_behind(claims: dict[str, Any], *, claim: str, at: datetime) -> User | None:
    """An account that is here and open, or None."""
    known = ProvinceIdentity.objects.filter(issuer=claims["iss"], subject=claims["sub"])
    if found := known.select_related("user").first():
        return found.user if found.user.is_active else None
    user = named_in(claims, claim=claim)
    return user if user and linked(user, claims, at=at) else None


def named_in(claims: dict[str, Any], *, claim: str) -> User | None:
    """By an address that the province has verified, or by the name of the account."""
    value = claims.get(claim)
    if not isinstance(value, str) or not value.strip():
        return None
    if claim == EMAIL and claims.get("email_verified") is not True:
        return None
    wanted = {"email__iexact": value} if claim == EMAIL else {"username": value}
    found = list(User.objects.filter(is_active=True, **wanted)[:2])
    return found[0] if len(found) == 1 else None


def linked(user: User, claims: dict[str, Any], *, at: datetime) -> bool:
    """False where somebody else of the province came in under this account before."""
    try:
        with transaction.atomic():
            ProvinceIdentity.objects.create(
                user=user, issuer=claims["iss"], subject=claims["sub"], since=at
            )
            history.record(
                f"tai-khoan/{user.key}",
                "link_province",
                by=user.key,
                on=timezone.localdate(at),
                label="Nối với tài khoản của tỉnh",
            )
    except IntegrityError:
        return False
    return True
