"""Diện theo dõi: crowds, prolonged cases, hot spots, from a day until they are lifted; target 0."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.people import User


class Flags(models.QuerySet["Flag"]):
    def open(self) -> Flags:
        return self.filter(lifted_on=None)


class Flag(models.Model):
    """Đông người, kéo dài, điểm nóng; somebody answers for each."""

    class Kind(models.TextChoices):
        HOT_SPOT = "diem_nong", "Điểm nóng"
        CROWD = "dong_nguoi", "Đông người"
        PROLONGED = "keo_dai", "Kéo dài"

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="flags")
    kind = models.CharField("diện", max_length=12, choices=Kind)
    since = models.DateField("từ ngày")
    reason = models.TextField("lý do")
    answerable = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người chịu trách nhiệm"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    lifted_on = models.DateField("đưa ra ngày", null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lift_reason = models.TextField("lý do đưa ra", blank=True)

    objects = Flags.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=Q(lifted_on=None), name="one_open_flag_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None, lifted_by=None)
                | Q(lifted_on__gte=F("since"), lifted_by__isnull=False),
                name="flag_lifted_by_somebody_later",
            ),
        ]
        indexes = [models.Index(fields=["since"], condition=Q(lifted_on=None), name="flag_open")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} từ ngày {self.since:%d/%m/%Y}"
