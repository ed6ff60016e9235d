"""What belongs to a visit: who speaks for a group, time limits, search, what was printed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from portal import deadlines, search
from portal.people import User

from ... import statutes


class Representative(models.Model):
    """Người đại diện of those who came together, beside the visitor who is written down."""

    PERSONAL = ("name", "id_number")

    visit = models.ForeignKey("citizens.Visit", models.PROTECT, related_name="representatives")
    sealed = models.BooleanField(default=False, editable=False)
    name = models.CharField("họ và tên", max_length=200)
    id_number = models.CharField("số căn cước", max_length=12, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed=False), name="no_representative_of_sealed_visit"
            )
        ]

    def __str__(self) -> str:
        return self.name


class VisitClock(deadlines.Clock):
    """Thời hạn của một lượt tiếp."""

    terms = statutes.RULES

    visit = models.ForeignKey("citizens.Visit", models.PROTECT, related_name="clocks")

    class Meta(deadlines.Clock.Meta):
        ordering = ["pk"]


class VisitSearch(search.SearchRow):
    visit = models.OneToOneField(
        "citizens.Visit", models.CASCADE, primary_key=True, related_name="search_row"
    )

    def __str__(self) -> str:
        return f"Tìm kiếm lượt tiếp {self.visit_id}"


class Printed(models.Model):
    """Đã in sổ đến số nào: the next print goes on from there."""

    book = models.CharField("sổ", max_length=12)
    year = models.PositiveSmallIntegerField("năm")
    first = models.PositiveIntegerField("từ số")
    last = models.PositiveIntegerField("đến số")
    on = models.DateField("ngày in")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lte=models.F("last")), name="printed_from_first_to_last"
            ),
            models.UniqueConstraint(fields=["book", "year", "first"], name="printed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.book} {self.year}: {self.first}–{self.last}"
