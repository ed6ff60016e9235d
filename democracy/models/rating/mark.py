"""What was entered at one line of a sheet: by whom it is rated, by the reviewer, at the end."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.people import User
from portal.planning import TaskUnit
from portal.planning.proofs import AbstractProof
from portal.scoring.marks import AbstractMark


class Side(models.TextChoices):
    SELF = "self", "Tự chấm"
    REVIEW = "review", "Thẩm định"
    FINAL = "final", "Điều chỉnh"


class Mark(AbstractMark):
    """Điểm một dòng, của một bên chấm."""

    sheet = models.ForeignKey("democracy.ScoreSheet", models.PROTECT, related_name="marks")
    side = models.CharField(max_length=6, choices=Side)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "line", "side"], name="mark_once_a_side"),
            models.CheckConstraint(
                name="mark_is_not_below_zero", condition=Q(points=None) | Q(points__gte=0)
            ),
        ]


class ScoreEvidence(AbstractProof):
    """Tài liệu kiểm chứng của một dòng: a file, or a task of the portal with its own evidence."""

    files_at = "/dan-chu/phieu-diem/tai-lieu/"

    sheet = models.ForeignKey("democracy.ScoreSheet", models.PROTECT, related_name="evidence")
    share = models.ForeignKey(
        TaskUnit, models.PROTECT, null=True, blank=True, related_name="scored_in"
    )

    class Meta(AbstractProof.Meta):
        constraints = [
            models.CheckConstraint(
                name="score_evidence_is_a_file_or_a_task",
                condition=Q(file=None, share__isnull=False) | Q(file__isnull=False, share=None),
            ),
            models.UniqueConstraint(
                fields=["sheet", "line", "share"], name="score_evidence_task_once_a_line"
            ),
        ]


class StatedCondition(models.Model):
    """A veto, a cap or a reason not to be rated, stated with the paper that shows it."""

    sheet = models.ForeignKey("democracy.ScoreSheet", models.PROTECT, related_name="conditions")
    code = models.CharField("điều kiện", max_length=40)
    reason = models.CharField("căn cứ", max_length=500)
    on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "code"], name="condition_once_a_sheet"),
            models.CheckConstraint(
                name="condition_stated_with_reason", condition=~Q(reason="")
            ),
        ]  # fmt: skip
