"""Xuất hồ sơ bàn giao: everything readable without us, made by the worker, fetched by few."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models

from portal import history
from portal.fields import Field
from portal.people import Unit, User
from portal.workflow import key_of

DAYS_AT_HAND = 7
"""An archive is fetched within a week; then the night deletes it."""


class SuccessorExport(models.Model):
    """Một lần xuất."""

    class State(models.TextChoices):
        WAITING = "cho", "Chờ xuất"
        RUNNING = "dang-xuat", "Đang xuất"
        DONE = "xong", "Đã xong"
        FAILED = "hong", "Bị ngắt"

    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    on = models.DateField("ngày xuất")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, related_name="+", verbose_name="lĩnh vực"
    )
    sealed = models.BooleanField("hồ sơ tố cáo", default=False)
    state = models.CharField("giai đoạn", max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField("số bảng đã xuất", default=0)
    total = models.PositiveIntegerField("số bảng", default=0)
    rows = models.PositiveIntegerField("số dòng", default=0)
    files = models.PositiveIntegerField("số tệp", default=0)
    sha256 = models.CharField("mã băm của tệp nén", max_length=64, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Xuất hồ sơ {self.pk}"

    @property
    def path(self) -> Path:
        return Path(settings.PORTAL_VAR) / "exports" / f"ban-giao-{self.pk}.zip"

    @property
    def at_hand(self) -> bool:
        """Its archive is still there to be fetched."""
        return self.state == self.State.DONE and self.path.exists()

    @property
    def stream(self) -> str:
        return f"ban-giao/{self.pk}"

    @property
    def scope(self) -> str:
        """What it holds, in words."""
        what = "Hồ sơ tố cáo của sổ riêng" if self.sealed else "Toàn bộ hồ sơ"
        named = [
            f"đơn vị {self.unit}" if self.unit else "",
            f"lĩnh vực {self.field}" if self.field else "",
        ]
        return ", ".join(filter(None, (what, *named)))

    def tell(self, step: str, label: str, *, by: Any, on: date) -> None:
        history.record(
            self.stream, step, by=key_of(by), on=on, label=label, facts={"sealed": self.sealed}
        )


def forget_archives(*, before: date | None = None) -> int:
    """Delete archives made earlier: they would keep what was destroyed since. Returns how many."""
    rows = SuccessorExport.objects.filter(state=SuccessorExport.State.DONE)
    there = [run.path for run in (rows.filter(on__lt=before) if before else rows)]
    gone = [path for path in there if path.exists()]
    for path in gone:
        path.unlink()
    return len(gone)
