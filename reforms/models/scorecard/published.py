"""What the province made known of all its agencies: points of a year, as the list says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from portal import history
from portal.deadlines import MEMORY, READ

BROUGHT_BY = "nhập sổ"
MOST = Decimal(100)


@dataclass(frozen=True)
class Grade:
    """From so many points on; ``known_from``: seen in a published list, or by heart."""

    least: Decimal
    words: str
    known_from: str


GRADES = (
    Grade(Decimal(90), "Xuất sắc", READ),
    Grade(Decimal(80), "Tốt", READ),
    Grade(Decimal(70), "Khá", READ),
    Grade(Decimal(50), "Trung bình", MEMORY),
    Grade(Decimal(0), "Yếu", MEMORY),
)


def grade_of(points: Decimal) -> str:
    return next(grade.words for grade in GRADES if points >= grade.least)


class PublishedScores(models.QuerySet["PublishedScore"]):
    def years(self) -> list[int]:
        return list(self.order_by("-year").values_list("year", flat=True).distinct())


class PublishedScore(models.Model):
    """Điểm cải cách hành chính của một cơ quan trong một năm, theo danh sách đã công bố."""

    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("cơ quan", max_length=200)
    points = models.DecimalField("điểm", max_digits=6, decimal_places=3)
    source = models.CharField("theo văn bản", max_length=200)

    objects = PublishedScores.as_manager()

    class Meta:
        ordering = ["-year", "-points", "name"]
        constraints = [
            models.UniqueConstraint(fields=["year", "name"], name="published_score_once_a_year"),
            models.CheckConstraint(
                name="published_score_within_a_hundred",
                condition=Q(points__gte=0, points__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.year}: {self.points}"

    @classmethod
    @transaction.atomic
    def bring(cls, rows: Iterable[dict[str, Any]], *, on: date) -> None:
        """The years that the file has take the place of what was told of them before."""
        made = [cls(**row) for row in rows]
        years = sorted({row.year for row in made})
        cls.objects.filter(year__in=years).delete()
        cls.objects.bulk_create(made)
        history.record(
            "diem-cac-co-quan", "import", by=BROUGHT_BY, on=on,
            label="Nhập kết quả chấm điểm các cơ quan",
            facts={"rows": len(made), "years": ", ".join(map(str, years))},
        )  # fmt: skip


@dataclass(frozen=True)
class Ranked:
    """One agency in the order of its year: 1, 2, 2, 4."""

    place: int
    row: PublishedScore
    to_best: Decimal
    change: Decimal | None

    @property
    def grade(self) -> str:
        return grade_of(self.row.points)


def ranked(year: int) -> list[Ranked]:
    """Two statements; those with the same points share their place."""
    rows = list(PublishedScore.objects.filter(year=year))
    before = dict(PublishedScore.objects.filter(year=year - 1).values_list("name", "points"))
    return [
        Ranked(
            1 + sum(other.points > row.points for other in rows),
            row,
            rows[0].points - row.points,
            row.points - before[row.name] if row.name in before else None,
        )
        for row in rows
    ]
