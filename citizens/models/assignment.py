"""Who had a petition or a case, and when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.people import Unit, User

from .owned import Owned


class Assignments(models.QuerySet["Assignment"]):
    def current(self) -> Assignments:
        return self.filter(until=None)


class Assignment(Owned):
    """Phân công."""

    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="đơn vị")
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    objects = Assignments.as_manager()

    class Meta(Owned.Meta):
        ordering = ["pk"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["petition"], condition=Q(until=None), name="one_assignment_a_petition"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(until=None), name="one_assignment_a_case"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="assignment_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.officer or ''}".strip()
