"""A superior inspects the office: its asks are the tasks of a notice of conclusions."""

from __future__ import annotations

from django.db import models

from portal.planning.plans import Plan


class Inspection(models.Model):
    """Cuộc kiểm tra của cấp trên: team, meeting, strengths, limits; asks are tasks."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="inspection")
    team = models.CharField("đoàn kiểm tra", max_length=300)
    ordered_by = models.ForeignKey(
        "portal.Instrument", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="kế hoạch, quyết định kiểm tra",
    )  # fmt: skip
    met_on = models.DateField("ngày làm việc")
    present = models.TextField("thành phần", blank=True)
    strengths = models.TextField("ưu điểm", blank=True)
    limits = models.TextField("khó khăn, hạn chế", blank=True)

    class Meta:
        ordering = ["-met_on", "-pk"]

    def __str__(self) -> str:
        return self.team
