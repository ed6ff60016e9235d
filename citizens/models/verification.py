"""Records of verification: the team and its order, what it found, the dialogue."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.people import User

from .vocabulary import Outcome


class VerificationTeam(models.Model):
    """Tổ xác minh, with the days that its order gives it."""

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="teams")
    paper = models.ForeignKey("citizens.Paper", models.PROTECT, related_name="+")
    ordered_on = models.DateField()
    days = models.PositiveSmallIntegerField("thời hạn (ngày)")
    content = models.TextField("nội dung xác minh", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__gt=0), name="verification_days_positive")
        ]

    def __str__(self) -> str:
        return f"Tổ xác minh {self.case_id}"


class VerificationMember(models.Model):
    """Thành viên Tổ xác minh."""

    team = models.ForeignKey(VerificationTeam, models.PROTECT, related_name="members")
    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="verification_members")
    user = models.ForeignKey(User, models.PROTECT, related_name="verifications")
    lead = models.BooleanField("tổ trưởng", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "user"], name="once_in_a_team"),
            models.UniqueConstraint(
                fields=["team"], condition=Q(lead=True), name="one_lead_a_team"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Findings(models.Model):
    """Báo cáo kết quả xác minh."""

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="findings")
    text = models.TextField("kết quả xác minh")
    proposal = models.CharField("đề xuất kết luận", max_length=16, choices=Outcome)
    differs = models.BooleanField("yêu cầu và kết quả còn khác nhau", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Báo cáo xác minh {self.on:%d/%m/%Y}"


class Dialogue(models.Model):
    """Đối thoại."""

    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="dialogues")
    planned_on = models.DateField("ngày mời")
    place = models.CharField("địa điểm", max_length=200)
    held_on = models.DateField("ngày đối thoại", null=True)
    minutes = models.TextField("biên bản", blank=True)
    absent = models.CharField("người vắng mặt", max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(held_on=None), name="one_planned_dialogue"
            )
        ]

    def __str__(self) -> str:
        return f"Đối thoại {self.held_on or self.planned_on:%d/%m/%Y}"
