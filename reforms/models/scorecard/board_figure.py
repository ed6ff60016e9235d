"""What the portal cannot count of the board of Decision 766: told by month, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max, Q

from portal import history
from portal.people import User
from portal.periods import Month, Period
from portal.text import number
from portal.workflow import key_of


@dataclass(frozen=True)
class Sum:
    """Months of one line added up, where the newest came from and when it was written down."""

    part: Decimal
    whole: Decimal
    source: str
    on: date


class BoardFigures(models.QuerySet["BoardFigure"]):
    def told_in(self, period: Period) -> dict[str, Sum]:
        """line -> what was told of the months within the period; one statement."""
        rows = self.filter(month__range=period.dates).values("line").order_by()
        sums = rows.annotate(
            parts=models.Sum("value"), wholes=models.Sum("whole"), from_=Max("source"),
            last=Max("on"),
        )  # fmt: skip
        return {
            row["line"]: Sum(
                Decimal(row["parts"]), Decimal(row["wholes"]), row["from_"], row["last"]
            )
            for row in sums
        }


class BoardFigure(models.Model):
    """Số liệu một chỉ số trong một tháng, lấy từ hệ thống khác."""

    month = models.DateField("tháng")
    """Its first day."""
    line = models.CharField("chỉ số", max_length=40)
    value = models.PositiveIntegerField("tử số")
    whole = models.PositiveIntegerField("mẫu số")
    source = models.CharField("nơi lấy số liệu", max_length=200)
    on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = BoardFigures.as_manager()

    class Meta:
        ordering = ["month", "line"]
        constraints = [
            models.UniqueConstraint(fields=["month", "line"], name="board_figure_once_a_month"),
            models.CheckConstraint(
                name="board_figure_is_part_of_its_whole", condition=Q(value__lte=F("whole"))
            ),
            models.CheckConstraint(name="board_figure_has_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.value} trên {self.whole}"

    @classmethod
    @transaction.atomic
    def tell(
        cls, *, by: Any, on: date, month: Month, told: dict[str, tuple[int, int]], source: str
    ) -> None:
        """Ghi số liệu 766 of one month; a line left out is no longer told."""
        cls.objects.filter(month=month.start).exclude(line__in=told).delete()
        for line, (value, whole) in told.items():
            facts = {"value": value, "whole": whole, "source": source, "on": on, "by": by}
            cls.objects.update_or_create(month=month.start, line=line, defaults=facts)
        history.record(
            f"bang-766/{month.code}", "tell", by=key_of(by), on=on, label="Ghi số liệu 766",
            facts={line: f"{number(part)}/{number(of)}" for line, (part, of) in told.items()},
            values={"source": source},
        )  # fmt: skip
