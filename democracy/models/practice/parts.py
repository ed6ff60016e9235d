"""What gathers around a practice: notes of progress, recognitions, pictures, who does the same."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from democracy.models.picture import Picture
from democracy.models.practice.vocabulary import Level
from portal.people import Unit, User


class PracticeNote(models.Model):
    """Một lần ghi tiến độ."""

    practice = models.ForeignKey("democracy.Practice", models.PROTECT, related_name="notes")
    text = models.TextField("kết quả đến nay")
    reached = models.PositiveIntegerField("số người được hưởng lợi đến nay", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_on = models.DateField("ngày")

    class Meta:
        ordering = ["-written_on", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]


class PracticePicture(Picture):
    practice = models.ForeignKey("democracy.Practice", models.PROTECT, related_name="pictures")

    class Meta:
        ordering = ["pk"]

    def get_absolute_url(self) -> str:
        return f"/dan-chu/mo-hinh/anh/{self.pk}/"


class Recognition(models.Model):
    """Công nhận: của đơn vị, của Sở, của tỉnh."""

    practice = models.ForeignKey("democracy.Practice", models.PROTECT, related_name="recognitions")
    level = models.CharField("cấp", max_length=8, choices=Level)
    issuer = models.CharField("nơi công nhận", max_length=200, blank=True)
    reference = models.CharField("số, ký hiệu quyết định", max_length=80, blank=True)
    dated_on = models.DateField("ngày quyết định", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_on = models.DateField("ngày ghi")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "level"], name="recognised_once_a_level"),
            models.CheckConstraint(
                name="recognition_has_number_and_day",
                condition=Q(reference="", dated_on=None)
                | (~Q(reference="") & Q(dated_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.reference}".strip()


class Replication(models.Model):
    """Nơi làm theo: một đơn vị của Sở, hoặc một nơi bên ngoài."""

    practice = models.ForeignKey("democracy.Practice", models.PROTECT, related_name="replications")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    place = models.CharField("nơi bên ngoài", max_length=200, blank=True)
    from_on = models.DateField("từ ngày")
    reached = models.PositiveIntegerField("số người được hưởng lợi", null=True, blank=True)
    note = models.CharField("cách làm", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="replication_in_a_unit_or_elsewhere",
                condition=(Q(unit__isnull=False, place="")) | (Q(unit=None) & ~Q(place="")),
            ),
            models.UniqueConstraint(fields=["practice", "unit"], name="replication_once_a_unit"),
        ]

    def __str__(self) -> str:
        return str(self.unit or self.place)
