"""Which rules a named person has compared with the text of the law."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.conf import settings
from django.db import models

from portal.kept import Kept
from portal.text import day as written


class Coded(Protocol):
    @property
    def code(self) -> str: ...


class Dated(Protocol):
    @property
    def since(self) -> date: ...


class RuleConfirmation(models.Model):
    """Until this row exists, every deadline of the rule says "căn cứ chưa kiểm tra"."""

    code = models.CharField("Mã thời hạn", max_length=30)
    version_from = models.DateField("Áp dụng từ")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="Người xác nhận"
    )
    on = models.DateField("Ngày xác nhận")

    class Meta:
        ordering = ["code", "version_from"]
        constraints = [
            models.UniqueConstraint(name="rule_confirmed_once", fields=["code", "version_from"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.words}"

    @property
    def words(self) -> str:
        return f"{self.by} xác nhận ngày {written(self.on)}"

    @classmethod
    def confirm(cls, term: Coded, version: Dated, *, by: object, on: date) -> RuleConfirmation:
        confirmation, _ = cls.objects.get_or_create(
            code=term.code, version_from=version.since, defaults={"by": by, "on": on}
        )
        confirmations.forget()
        return confirmation


@Kept
def confirmations() -> dict[tuple[str, date], str]:
    """Who confirmed what, in words, for `compute`."""
    rows = RuleConfirmation.objects.select_related("by")
    return {(row.code, row.version_from): row.words for row in rows}
