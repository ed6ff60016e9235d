"""Look-up codes: sixteen digits on every paper for the citizen, stored only as a keyed digest.

Fifteen random digits and a check digit (ISO 7064 MOD 11,10), so that a mistyped digit is told as
such before anything is looked up. The key (``LOOKUP_PEPPER``) lives outside the database.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.people import User

DIGITS = 16


class LookupCodes(models.QuerySet["LookupCode"]):
    def valid(self) -> LookupCodes:
        return self.filter(revoked_on=None)


class LookupCode(models.Model):
    """Mã tra cứu."""

    petition = models.ForeignKey("citizens.Petition", models.PROTECT, related_name="lookup_codes")
    paper = models.ForeignKey("citizens.Paper", models.PROTECT, null=True, related_name="+")
    digest = models.BinaryField(max_length=32)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    revoked_on = models.DateField(null=True)

    objects = LookupCodes.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest", "petition"], name="code_once_a_petition"),
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(revoked_on__gte=models.F("issued_on")),
                name="code_revoked_after_issue",
            ),
        ]

    def __str__(self) -> str:
        return f"Mã tra cứu {self.pk}"

    @classmethod
    def issue(
        cls, petition: Any, *, on: date, by: User | None = None, paper: Any = None, code: str = ""
    ) -> str:
        """A new code for a petition; the digits are returned once and stored nowhere."""
        code = code or new_code()
        facts = {"digest": digest(code), "issued_on": on, "issued_by": by}
        cls.objects.create(petition=petition, paper=paper, **facts)
        if paper is None:
            cls.objects.bulk_create([cls(petition=part, **facts) for part in petition.parts.all()])
        return code

    @classmethod
    def follow_into_own_book(cls, petition: Any, sealed: Any) -> None:
        """The codes lead to the new number, but for those that open another part of the letter:
        one digest on both would tell who sent the denunciation. The counter gives a new receipt.
        """
        others = cls.objects.exclude(petition=petition).values("digest")
        petition.lookup_codes.filter(digest__in=others).delete()
        petition.lookup_codes.update(petition=sealed, paper=None)


def new_code() -> str:
    body = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """ISO 7064 MOD 11,10 over the digits."""
    carry = 10
    for figure in body:
        carry = (carry + int(figure)) % 10 or 10
        carry = carry * 2 % 11
    return str((11 - carry) % 10)


def read(typed: str) -> str:
    """The sixteen digits of what was typed; raises ``ValueError`` with a sentence."""
    figures = re.sub(r"[\s.\-–]", "", typed)
    if not (figures.isascii() and figures.isdigit()) or len(figures) != DIGITS:
        raise ValueError("Mã tra cứu gồm 16 chữ số, in trên giấy ông/bà đã nhận.")
    if check_digit(figures[:-1]) != figures[-1]:
        raise ValueError("Mã chưa đúng: có một số bị nhầm.")
    return figures


def grouped(code: str) -> str:
    return " ".join(code[i : i + 4] for i in range(0, DIGITS, 4))


def lookup_link(code: str) -> str:
    """What the square code on a paper holds. The digits stand behind the #, which a browser sends
    to nobody: they are in no log and in no referrer (0021)."""
    return f"{settings.PORTAL_URL}/tra-cuu/#{code}"


def digest(code: str) -> bytes:
    return hmac.digest(settings.LOOKUP_PEPPER.encode(), code.encode(), hashlib.sha256)
