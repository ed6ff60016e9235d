"""A superior inspects the office: its asks are the tasks of a notice of conclusions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction

from portal.people import Unit
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

    @classmethod
    @transaction.atomic
    def write_down(
        cls,
        *,
        by: Any,
        on: date,
        title: str,
        programme: str,
        coordinating_unit: Unit,
        met_on: date,
        notice: str,
        asks: Iterable[str],
        ordered_by: Any = None,
        **found: str,
    ) -> Inspection:
        """Ghi kết luận kiểm tra: a draft whose tasks are the asks; leads and dates come next."""
        plan = Plan.draw_up(
            by=by,
            on=on,
            kind=Plan.Kind.CONCLUSION,
            programme=programme,
            title=title,
            unit=Unit.objects.get(kind=Unit.Kind.HEADQUARTERS, closed_on=None),
            coordinating_unit=coordinating_unit,
            year=met_on.year,
            from_on=met_on,
            to_on=date(met_on.year, 12, 31),
        )
        plan.cite(by=by, on=on, words=notice, instrument=ordered_by)
        for number, ask in enumerate(asks, start=1):
            plan.add_task(by=by, on=on, ref=str(number), text=ask)
        return cls.objects.create(plan=plan, met_on=met_on, ordered_by=ordered_by, **found)
