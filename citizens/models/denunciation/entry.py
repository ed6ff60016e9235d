"""What the register of denunciations knows under paper custody: dates and an end, no words."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ..vocabulary import Conclusion


class DenunciationEntry(models.Model):
    """Theo dõi giải quyết một tố cáo, ghi ở sổ riêng (TT 06/2025, biểu 04/GQTC)."""

    petition = models.OneToOneField(
        "citizens.Petition", models.PROTECT, related_name="denunciation"
    )
    accepted_on = models.DateField("ngày thụ lý", null=True, blank=True)
    concluded_on = models.DateField("ngày kết luận", null=True, blank=True)
    outcome = models.CharField("kết luận", max_length=16, choices=Conclusion, blank=True)
    closed_on = models.DateField("ngày kết thúc", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None)
                | Q(accepted_on__isnull=False, concluded_on__gte=F("accepted_on")),
                name="denunciation_concluded_after_acceptance",
            ),
            models.CheckConstraint(
                condition=Q(outcome="")
                | Q(concluded_on__isnull=False)
                | Q(closed_on__isnull=False),
                name="denunciation_ended_with_date",
            ),
        ]

    def __str__(self) -> str:
        return self.petition.code
