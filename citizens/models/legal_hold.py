"""Giữ lại theo pháp luật: a row about one record; nothing of its whole matter is destroyed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import OuterRef, Q

from portal import history
from portal.people import User
from portal.workflow import Refused, key_of

from .. import rules
from .retention import root_of


class OfRecord(models.Model):
    """A row about one petition (with its case), visit, session or request."""

    petition = models.ForeignKey("citizens.Petition", models.PROTECT, null=True, related_name="+")
    visit = models.ForeignKey("citizens.Visit", models.PROTECT, null=True, related_name="+")
    reception = models.ForeignKey("citizens.Reception", models.PROTECT, null=True, related_name="+")
    request = models.ForeignKey("citizens.DataRequest", models.PROTECT, null=True, related_name="+")
    code = models.CharField("số", max_length=24)

    class Meta:
        abstract = True

    @property
    def record(self) -> Any:
        return self.petition or self.visit or self.reception or self.request


class LegalHolds(models.QuerySet["LegalHold"]):
    def standing(self) -> LegalHolds:
        return self.filter(lifted_on=None)


class LegalHold(OfRecord):
    """Giữ lại theo pháp luật: nothing of the record is destroyed while it stands."""

    reason = models.CharField("lý do giữ", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("từ ngày")
    lifted_on = models.DateField("thôi giữ ngày", null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lifted_because = models.CharField("lý do thôi giữ", max_length=300, blank=True)

    objects = LegalHolds.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"Giữ lại {self.code}"

    @classmethod
    @transaction.atomic
    def place(cls, record: Any, *, by: Any, on: date, reason: str) -> LegalHold:
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        hold = cls.objects.create(
            **{root_of(record): record}, code=record.code, reason=reason, by=by, on=on
        )
        history.record(
            record.stream, "hold", by=key_of(by), on=on, label="Giữ lại, không tiêu hủy",
            values={"reason": reason},
        )  # fmt: skip
        return hold

    @transaction.atomic
    def lift(self, *, by: Any, on: date, reason: str) -> None:
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        self.lifted_on, self.lifted_by, self.lifted_because = on, by, reason
        self.save()
        history.record(
            self.record.stream, "lift_hold", by=key_of(by), on=on, label="Thôi giữ lại",
            values={"reason": reason},
        )  # fmt: skip


def of_matter(root: str) -> Q:
    """Holds on the record that ``OuterRef`` means, or on another letter or visit of its matter.

    What a court asks for is a matter, not one letter of it.
    """
    mine = Q(**{root: OuterRef("pk")})
    if root not in ("petition", "visit"):
        return mine
    return mine | Q(petition__matter=OuterRef("matter")) | Q(visit__matter=OuterRef("matter"))


def holds_over(record: Any) -> LegalHolds:
    """What holds this record now."""
    about = Q(**{root_of(record): record.pk})
    if matter := getattr(record, "matter_id", None):
        about |= Q(petition__matter=matter) | Q(visit__matter=matter)
    return LegalHold.objects.standing().filter(about)


def is_held(record: Any) -> bool:
    return holds_over(record).exists()
