"""The procedures that a change touches."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from reforms.models.procedure import Procedure, ProcedureArea


class ChangedProcedure(models.Model):
    """Một thủ tục trong biến động; one that is new has no row of the catalogue before."""

    change = models.ForeignKey("reforms.ProcedureChange", models.PROTECT, related_name="touched")
    procedure = models.ForeignKey(
        Procedure, models.PROTECT, null=True, blank=True, related_name="changes"
    )
    new_code = models.CharField("mã mới", max_length=24, blank=True)
    new_name = models.CharField("tên mới", max_length=1_000, blank=True)
    area = models.ForeignKey(
        ProcedureArea, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lĩnh vực",
    )  # fmt: skip

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["change", "procedure"],
                condition=Q(procedure__isnull=False),
                name="procedure_once_in_a_change",
            ),
            models.CheckConstraint(
                name="changed_procedure_is_named",
                condition=Q(procedure__isnull=False)
                | (~Q(new_code="") & ~Q(new_name="") & Q(area__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.procedure or f"{self.new_code} – {self.new_name}")
