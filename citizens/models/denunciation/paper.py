"""Outgoing papers about a denunciation: in a table of their own, which no other page reads."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.people import User
from portal.text import day
from portal.workflow import Refused, Taking

from ..capacity import signing_capacity
from .effects import EFFECTS
from .vocabulary import TO_DENOUNCER, DenunciationPaperKind


class DenunciationPapers(models.QuerySet["DenunciationPaper"]):
    def waiting(self) -> DenunciationPapers:
        """Signed, and waiting for number and date."""
        return self.filter(dated_on=None)

    def issued(self) -> DenunciationPapers:
        return self.filter(dated_on__isnull=False)


class DenunciationPaper(models.Model):
    """Văn bản về tố cáo; the copy for the denouncer leaves with blank address lines."""

    denunciation = models.ForeignKey("citizens.Denunciation", models.PROTECT, related_name="papers")
    kind = models.CharField("loại văn bản", max_length=20, choices=DenunciationPaperKind)
    step = models.CharField(max_length=40)
    text = models.TextField("dự thảo", blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    approved_on = models.DateField("ngày phê duyệt")
    capacity = models.CharField("quyền hạn ký", max_length=8, blank=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True)

    objects = DenunciationPapers.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number="", dated_on=None) | ~Q(number="") & Q(dated_on__isnull=False),
                name="denunciation_paper_number_with_date",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()

    @property
    def title(self) -> str:
        return self.get_kind_display()

    @property
    def waits(self) -> bool:
        return self.dated_on is None

    @property
    def goes_to_denouncer(self) -> bool:
        return self.kind in TO_DENOUNCER

    @classmethod
    def draw_up(cls, case: Any, kind: str, *, taking: Taking, text: str = "") -> DenunciationPaper:
        """The signed paper of the step that is being taken; it waits for its number."""
        return cls.objects.create(
            denunciation=case,
            kind=kind,
            step=taking.step.name,
            text=text,
            approved_by=taking.by,
            approved_on=taking.on,
            prepared_by=taking.prepared_by,
            capacity=signing_capacity(taking.by, on=taking.on),
        )

    def number_it(self, *, number: str, dated_on: date, on: date) -> None:
        """Ghi số và ngày after signing."""
        if not self.waits:
            raise Refused(f"{self.title} đã có số {self.number}.")
        received_on = self.denunciation.petition.received_on
        if not received_on <= dated_on <= on:
            raise Refused(
                f"Ngày văn bản phải từ ngày nhận đơn, {day(received_on)}, đến hôm nay, {day(on)}.",
                field="dated_on",
            )
        self.number, self.dated_on = number, dated_on
        self.save()

    def take_effect(self, case: Any) -> None:
        """What the law attaches to the date of this paper."""
        assert self.dated_on is not None
        if effect := EFFECTS.get(self.kind):
            effect(case, self.dated_on)
