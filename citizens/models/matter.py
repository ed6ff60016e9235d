"""Vụ việc as the returns count it: several petitions and both levels may be one matter."""

from __future__ import annotations

from django.db import models


class Matter(models.Model):
    """Vụ việc (đơn vị đếm): petitions that join one another share it."""

    opened_on = models.DateField()
    reference = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["reference"], name="matter_reference")]

    def __str__(self) -> str:
        return f"Vụ việc {self.pk}"
