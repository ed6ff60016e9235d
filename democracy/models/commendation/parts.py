"""What lies with a proposal: statements about conditions, papers, later photographs."""

from __future__ import annotations

from django.db import models

from democracy.models.picture import Picture
from portal.attachments import Attachment
from portal.people import User


class ConditionStatement(models.Model):
    """Một điều kiện: đạt hay không, theo giấy tờ nào."""

    nomination = models.ForeignKey(
        "democracy.Nomination", models.PROTECT, related_name="statements"
    )
    condition = models.CharField("điều kiện", max_length=40)
    met = models.BooleanField("đạt")
    ground = models.CharField("căn cứ", max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    stated_on = models.DateField("ngày ghi")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "condition"], name="condition_stated_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.condition}: {self.ground}"


class NominationPaper(Attachment):
    nomination = models.ForeignKey("democracy.Nomination", models.PROTECT, related_name="papers")

    class Meta:
        ordering = ["pk"]

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khen-thuong/tai-lieu/{self.pk}/"


class NominationPicture(Picture):
    nomination = models.ForeignKey("democracy.Nomination", models.PROTECT, related_name="pictures")

    class Meta:
        ordering = ["pk"]

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khen-thuong/anh/{self.pk}/"
