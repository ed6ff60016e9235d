"""The decision behind a reorganisation, and the protocol of what it moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from portal import history
from portal.people import User
from portal.text import day


@dataclass(frozen=True)
class Decision:
    """Who decided, on which paper, from when; ``by`` enters it here."""

    number: str
    decided_on: date
    signer: str
    on: date
    by: User

    def __str__(self) -> str:
        return f"Quyết định số {self.number} ngày {day(self.decided_on)}"


class Reorganisation(models.Model):
    """Một lần sắp xếp tổ chức. ``moved``: what went where, by name and number, never by content."""

    class Kind(models.TextChoices):
        MERGE = "merge", "Hợp nhất, sáp nhập"
        SPLIT = "split", "Chia, tách"
        END = "end", "Kết thúc hoạt động"
        RENAME = "rename", "Đổi tên"
        OFFICE = "office", "Đổi tên, sắp xếp lại cơ quan"

    kind = models.CharField("loại", max_length=10, choices=Kind)
    title = models.CharField("nội dung", max_length=500)
    decision_number = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    signer = models.CharField("người ký", max_length=120)
    on = models.DateField("có hiệu lực từ ngày")
    moved = models.JSONField("đã bàn giao", default=list)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title}"

    @property
    def decision(self) -> str:
        return f"Quyết định số {self.decision_number} ngày {day(self.decided_on)}"

    @classmethod
    def keep(
        cls, kind: str, *, title: str, decision: Decision, moved: list[dict[str, Any]]
    ) -> Reorganisation:
        """The protocol, and its line in the history of the administration."""
        row = cls.objects.create(
            kind=kind,
            title=title[:500],
            decision_number=decision.number,
            decided_on=decision.decided_on,
            signer=decision.signer,
            on=decision.on,
            moved=moved,
            by=decision.by,
        )
        history.record(
            f"quan-tri/sap-xep/{row.pk}",
            kind,
            by=decision.by.key,
            on=decision.on,
            label=row.get_kind_display(),
            facts={"decision": decision.number, "counts": [len(each["lines"]) for each in moved]},
            values={"title": row.title},
        )
        return row
