"""Ten codes on a sheet of paper, each of use once."""

from __future__ import annotations

from datetime import datetime
from secrets import randbelow

from django.db import models, transaction

from portal.factors.secrets import mark_of
from portal.people import User

HOW_MANY, DIGITS = 10, 10


class PrintedCodes(models.QuerySet["PrintedCode"]):
    def left(self) -> PrintedCodes:
        return self.filter(used_at=None)


class PrintedCode(models.Model):
    """Mã dùng một lần in sẵn; the table knows only its digest."""

    user = models.ForeignKey(User, models.PROTECT, related_name="printed_codes")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = PrintedCodes.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "digest"], name="printed_code_once_a_person")
        ]


@transaction.atomic
def print_codes(user: User, *, at: datetime) -> list[str]:
    """A new sheet; the one before it is of no more use."""
    codes = [f"{randbelow(10**DIGITS):0{DIGITS}d}" for _ in range(HOW_MANY)]
    PrintedCode.objects.filter(user=user).delete()
    PrintedCode.objects.bulk_create(
        PrintedCode(user=user, digest=digest_of(user, code), made_at=at) for code in codes
    )
    return codes


def strike(user: User, code: str, *, at: datetime) -> bool:
    """True for one of two who send the same code at once."""
    row = PrintedCode.objects.left().filter(user=user, digest=digest_of(user, code))
    return bool(row.update(used_at=at))


def digest_of(user: User, code: str) -> str:
    return mark_of(f"{user.pk} {code}")
