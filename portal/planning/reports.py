"""What a unit reports on its share: how far, with which evidence; of what recurs, each time."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal import attachments
from portal.people import User
from portal.planning.shares import TaskUnit


class Progress(models.Model):
    """Một lần báo cáo tiến độ."""

    share = models.ForeignKey(TaskUnit, models.PROTECT, related_name="progress")
    on = models.DateField("ngày báo cáo")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    percent = models.PositiveSmallIntegerField("tiến độ")
    text = models.TextField("việc đã làm")
    period = models.CharField("kỳ", max_length=40, blank=True)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(name="progress_percent", condition=Q(percent__range=(0, 100)))
        ]
        indexes = [models.Index(fields=["share", "-on"], name="progress_of_share")]

    def __str__(self) -> str:
        return f"{self.percent}% – {self.text}"


class Evidence(attachments.Attachment):
    """Tài liệu kiểm chứng."""

    share = models.ForeignKey(TaskUnit, models.PROTECT, related_name="evidence")
    progress = models.ForeignKey(
        Progress, models.PROTECT, null=True, blank=True, related_name="evidence"
    )

    class Meta:
        ordering = ["pk"]


class Occurrences(models.QuerySet["Occurrence"]):
    def unreported(self) -> Occurrences:
        return self.filter(reported_on=None)


class Occurrence(models.Model):
    """Một kỳ, một đợt của việc định kỳ hoặc nhiều đợt."""

    share = models.ForeignKey(TaskUnit, models.PROTECT, related_name="occurrences")
    label = models.CharField("kỳ, đợt", max_length=80)
    start = models.DateField("từ ngày", null=True, blank=True)
    due = models.DateField("hạn", null=True, blank=True)
    reported_on = models.DateField("ngày báo cáo", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)

    objects = Occurrences.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["share", "label"], name="occurrence_once"),
            models.CheckConstraint(
                name="occurrence_reported_with_result",
                condition=Q(reported_on=None, result="")
                | (Q(reported_on__isnull=False) & ~Q(result="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due"], condition=Q(reported_on=None), name="occurrence_unreported"
            )
        ]

    def __str__(self) -> str:
        return self.label


class DueChange(models.Model):
    """Điều chỉnh thời hạn: both dates are kept, with the reason and who approved."""

    share = models.ForeignKey(TaskUnit, models.PROTECT, related_name="due_changes")
    before = models.DateField("hạn cũ", null=True, blank=True)
    after = models.DateField("hạn mới")
    reason = models.CharField("lý do", max_length=500)
    on = models.DateField("ngày phê duyệt")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Obstacles(models.QuerySet["Obstacle"]):
    def open(self) -> Obstacles:
        return self.filter(answered_on=None)


class Obstacle(models.Model):
    """Vướng mắc: from the task to the coordinator, to the leadership, and the answer back."""

    share = models.ForeignKey(TaskUnit, models.PROTECT, related_name="obstacles")
    text = models.TextField("vướng mắc")
    asks = models.TextField("kiến nghị, đề xuất", blank=True)
    raised_on = models.DateField("ngày báo")
    raised_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    comment = models.TextField("ý kiến của đầu mối tổng hợp", blank=True)
    passed_up_on = models.DateField("ngày chuyển lãnh đạo", null=True, blank=True)
    passed_up_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = Obstacles.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="obstacle_answered_by_somebody",
                condition=Q(answered_on=None, answered_by=None, answer="")
                | (Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="obstacle_passed_up_by_somebody",
                condition=Q(passed_up_on=None, passed_up_by=None)
                | Q(passed_up_on__isnull=False, passed_up_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["raised_on"], condition=Q(answered_on=None), name="obstacle_unanswered"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def standing(self) -> str:
        if self.answered_on:
            return "Đã trả lời"
        return "Chờ lãnh đạo" if self.passed_up_on else "Chờ đầu mối tổng hợp"
