"""When the portal was last backed up, and when a backup was last shown to come back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models

BACKUP_LASTS = timedelta(hours=36)
DRILL_LASTS = timedelta(days=100)


class Runs(models.QuerySet["BackupRun"]):
    def last_good(self, kind: str) -> BackupRun | None:
        return self.filter(kind=kind, fault="").order_by("-at").first()


class BackupRun(models.Model):
    """Một lần sao lưu, diễn tập hoặc phục hồi; ``fault`` is empty where it went well."""

    class Kind(models.TextChoices):
        BACKUP = "backup", "sao lưu"
        DRILL = "drill", "diễn tập phục hồi"
        RESTORE = "restore", "phục hồi"

    kind = models.CharField("việc", max_length=10, choices=Kind)
    at = models.DateTimeField("lúc")
    figures = models.JSONField("số liệu", default=dict)
    fault = models.CharField("vì sao không xong", max_length=500, blank=True)

    objects = Runs.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "-at"], name="backup_run_by_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%d/%m/%Y %H:%M}"


def note(
    kind: str, *, at: datetime, figures: dict[str, Any] | None = None, fault: str = ""
) -> None:
    """A database that was laid out before there was this table is backed up all the same."""
    if BackupRun._meta.db_table in connection.introspection.table_names():
        BackupRun.objects.create(kind=kind, at=at, figures=figures or {}, fault=fault[:500])


def age(kind: str, *, at: datetime) -> timedelta | None:
    """How long ago it last went well; None where it never did."""
    last = BackupRun.objects.last_good(kind)
    return at - last.at if last else None
