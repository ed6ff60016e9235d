"""The document itself, as it was read: beside the draft until a person has compared the two."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Self

from django.db import models
from django.db.models import Q

from portal.official_text import Reading, as_kept
from portal.people import User
from portal.planning.plans import Plan

WAITS = timedelta(days=7)


class PlanDocuments(models.QuerySet["PlanDocument"]):
    def visible_to(self, user: User) -> PlanDocuments:
        """Its reader's alone: what stands in an unsigned paper is nobody else's yet."""
        return self.filter(by=user)

    def waiting(self) -> PlanDocuments:
        return self.filter(written_at=None)


class PlanDocument(models.Model):
    """Văn bản đã đọc."""

    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField("tên tệp", max_length=300)
    sha256 = models.CharField(max_length=64)
    source = models.JSONField(default=list)
    """The document's own words, block by block."""
    reading = models.JSONField(default=dict)
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="documents")
    """The draft that it became, or the one that it is compared with."""
    written_at = models.DateTimeField(null=True, blank=True)

    objects = PlanDocuments.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["by", "-at"], name="plan_document_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="plan_document_written_into_a_plan",
                condition=Q(written_at=None) | Q(plan__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/ke-hoach/tu-van-ban/{self.pk}/"

    @classmethod
    def keep(
        cls,
        reading: Reading,
        *,
        content: bytes,
        name: str,
        by: User,
        at: datetime,
        plan: Plan | None = None,
    ) -> Self:
        """Ghi lại điều đã đọc; the file itself is not kept."""
        source, facts = as_kept(reading)
        return cls.objects.create(
            by=by,
            at=at,
            name=name[-300:],
            sha256=sha256(content).hexdigest(),
            source=source,
            reading=facts,
            plan=plan,
        )

    @property
    def tasks(self) -> list[dict[str, Any]]:
        """What it orders; of a notice of conclusions its asks."""
        return self.reading["tasks"] or self.reading["asks_as_tasks"]

    @property
    def is_compared(self) -> bool:
        """It is held against a draft that is there already."""
        return self.plan is not None and self.written_at is None


def forget_unread(*, as_of: datetime) -> int:
    """What was only looked at is not kept longer than a week."""
    return PlanDocument.objects.waiting().filter(at__lt=as_of - WAITS).delete()[0]
