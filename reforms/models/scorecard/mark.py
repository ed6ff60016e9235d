"""What was entered at one line of a card: by whom it scores, at the first look, at the second."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from portal.people import User
from portal.planning import TaskUnit
from portal.planning.proofs import AbstractProof
from portal.scoring import Entry
from portal.scoring.marks import AbstractMark


class Side(models.TextChoices):
    SELF = "self", "Tự chấm"
    REVIEW = "review", "Thẩm định lần 1"
    FINAL = "final", "Thẩm định lần 2"


@dataclass(frozen=True)
class Told:
    """What was entered: counts, or that the line does not apply; ``points``: other than counted."""

    entry: Entry
    applies: bool = True
    points: Decimal | None = None


class CardMark(AbstractMark):
    """Điểm một dòng, của một bên chấm; points are empty where the line does not apply."""

    card = models.ForeignKey("reforms.Scorecard", models.PROTECT, related_name="marks")
    side = models.CharField(max_length=6, choices=Side)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    whole = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    counts = ArrayField(models.DecimalField(max_digits=9, decimal_places=0), default=list)
    applies = models.BooleanField("có áp dụng", default=True)
    counted = models.DecimalField(
        "điểm theo cách tính", max_digits=8, decimal_places=3, null=True, blank=True
    )
    points = models.DecimalField("điểm", max_digits=8, decimal_places=3, null=True, blank=True)
    from_portal = models.BooleanField("số liệu của Cổng", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["card", "line", "side"], name="card_mark_once_a_side"),
            models.CheckConstraint(
                name="card_mark_is_not_below_zero", condition=Q(points=None) | Q(points__gte=0)
            ),
            models.CheckConstraint(
                name="card_mark_without_points_where_it_does_not_apply",
                condition=Q(applies=True) | Q(points=None, counted=None),
            ),
        ]

    @property
    def entry(self) -> Entry:
        return Entry(self.value, self.whole, self.gate, tuple(self.counts))

    @property
    def told(self) -> Told:
        return Told(self.entry, self.applies, self.points if self.is_by_hand else None)

    @property
    def is_by_hand(self) -> bool:
        """Other points than the line's own way of counting gives."""
        return self.applies and self.points != self.counted


class CardEvidence(AbstractProof):
    """Tài liệu kiểm chứng của một dòng: a file, an address, or a task with its own evidence."""

    files_at = "/cai-cach/phieu-cham/tai-lieu/"

    card = models.ForeignKey("reforms.Scorecard", models.PROTECT, related_name="evidence")
    link = models.URLField("đường dẫn", max_length=500, blank=True)
    share = models.ForeignKey(
        TaskUnit, models.PROTECT, null=True, blank=True, related_name="proves_lines"
    )

    class Meta(AbstractProof.Meta):
        constraints = [
            models.CheckConstraint(
                name="card_evidence_is_one_thing",
                condition=Q(file__isnull=False, link="", share=None)
                | Q(file=None, share=None) & ~Q(link="")
                | Q(file=None, link="", share__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["card", "line", "share"], name="card_evidence_task_once_a_line"
            ),
        ]

    def __str__(self) -> str:
        return self.link or super().__str__()

    def get_absolute_url(self) -> str:
        return self.link or super().get_absolute_url()


class Explanation(models.Model):
    """Giải trình một dòng: why the points should be other than at the first look."""

    card = models.ForeignKey("reforms.Scorecard", models.PROTECT, related_name="explanations")
    line = models.CharField("tiêu chí", max_length=40)
    words = models.TextField("nội dung giải trình")
    on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    sheet_version = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["card", "line"], name="explanation_once_a_line"),
            models.CheckConstraint(name="explanation_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.words}"
