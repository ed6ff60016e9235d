"""Rounds of a movement, and who takes part in it with which aim."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.people import Unit, User
from portal.planning.rules import units_of


class MovementRound(models.Model):
    """Đợt."""

    movement = models.ForeignKey("democracy.Movement", models.PROTECT, related_name="rounds")
    name = models.CharField("tên đợt", max_length=200)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    content = models.TextField("nội dung", blank=True)

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="movement_round_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))
            )
        ]

    def __str__(self) -> str:
        return self.name


class Enrolments(models.QuerySet["Enrolment"]):
    def standing(self) -> Enrolments:
        return self.filter(withdrawn_on=None)

    def kept_by(self, user: User, *, on: date) -> Enrolments:
        """Those of the reader's own units; the coordinator's are all."""
        if user.holds("coordinator", as_of=on):
            return self
        return self.filter(unit__in=units_of(user, on=on))


class Enrolment(models.Model):
    """Đăng ký thi đua của một tập thể hoặc một người, và kết quả."""

    movement = models.ForeignKey("democracy.Movement", models.PROTECT, related_name="enrolments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    person_name = models.CharField("họ tên", max_length=120, blank=True)
    title = models.CharField("danh hiệu đăng ký", max_length=200)
    goal = models.TextField("chỉ tiêu")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    enrolled_on = models.DateField("ngày đăng ký")
    result = models.TextField("kết quả", blank=True)
    reached = models.BooleanField("đạt", null=True)
    result_on = models.DateField("ngày ghi kết quả", null=True, blank=True)
    withdrawn_on = models.DateField("rút ngày", null=True, blank=True)
    withdrawn_because = models.CharField("lý do rút", max_length=300, blank=True)

    objects = Enrolments.as_manager()

    class Meta:
        ordering = ["unit__name", "person_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["movement", "unit", "person_name", "title"],
                condition=Q(withdrawn_on=None),
                name="enrolled_once_for_a_title",
            ),
            models.CheckConstraint(
                name="enrolment_withdrawn_with_a_reason",
                condition=Q(withdrawn_on=None, withdrawn_because="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_because="")),
            ),
            models.CheckConstraint(
                name="enrolment_has_result_and_day",
                condition=Q(result_on=None, reached=None, result="")
                | (Q(result_on__isnull=False, reached__isnull=False) & ~Q(result="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}: {self.title}"

    @property
    def who(self) -> Any:
        return self.person_name or self.unit
