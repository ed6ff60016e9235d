"""What others owe us and we owe others: letters that urge, and the answers of other bodies."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal.people import User

from .owned import Owned


class Urgings(models.QuerySet["Urging"]):
    def open(self) -> Urgings:
        return self.filter(answered_on=None, paper__voided_on=None)


class Urging(Owned):
    """Đôn đốc: a letter to whoever is behind, with the day by which an answer is expected."""

    addressee = models.CharField("nơi bị đôn đốc", max_length=200)
    due_on = models.DateField("trả lời trước ngày")
    paper = models.OneToOneField("citizens.Paper", models.PROTECT, related_name="urging")
    answered_on = models.DateField("đã trả lời ngày", null=True)

    objects = Urgings.as_manager()

    class Meta(Owned.Meta):
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], condition=Q(answered_on=None), name="urged")]

    def __str__(self) -> str:
        return f"Đôn đốc {self.addressee}"


class Reply(models.Model):
    """Văn bản phúc đáp nhận được: what became of a petition that we forwarded."""

    petition = models.ForeignKey("citizens.Petition", models.PROTECT, related_name="replies")
    body = models.CharField("cơ quan phúc đáp", max_length=200)
    number = models.CharField("số, ký hiệu", max_length=60)
    dated_on = models.DateField("ngày văn bản")
    received_on = models.DateField("ngày nhận")
    content = models.TextField("kết quả giải quyết")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["received_on", "pk"]
        verbose_name = "văn bản phúc đáp"
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on__gte=models.F("dated_on")), name="reply_received_after_date"
            )
        ]
        indexes = [models.Index(fields=["received_on"], name="reply_received")]

    def __str__(self) -> str:
        return f"Văn bản số {self.number} của {self.body}"
