"""Records that belong to a petition or to a case, never to both."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q


class Owned(models.Model):
    """A row of one petition or of one case."""

    petition = models.ForeignKey(
        "citizens.Petition", models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    case = models.ForeignKey(
        "citizens.Case", models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=True, case__isnull=False)
                | Q(petition__isnull=False, case__isnull=True),
                name="%(class)s_of_petition_or_case",
            )
        ]

    @property
    def owner(self) -> Any:
        return self.case.own_kind() if self.case_id else self.petition
