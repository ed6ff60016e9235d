"""One workbook on its way into a register: kept until it is written, then only what it did."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.db import models

from portal.attachments import File
from portal.importing.sheets import Wrong
from portal.people import User

MOST_FAULTS = 1000
WAITS = timedelta(days=1)
SILENT = timedelta(minutes=15)
COUNTED = re.compile(r"([\d.]+) trong [\d.]+ dòng")


class ImportRun(models.Model):
    """Lần nhập sổ."""

    class State(models.TextChoices):
        ASKING = "asking", "Chờ chỉ ra tên cột"
        CHECKING = "checking", "Đang kiểm tra"
        FAULTY = "faulty", "Có lỗi cần sửa"
        CHECKED = "checked", "Chờ ghi vào sổ"
        WRITING = "writing", "Đang ghi vào sổ"
        DONE = "done", "Đã ghi vào sổ"
        DROPPED = "dropped", "Đã bỏ"

    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.CHECKING)
    sentence = models.CharField(max_length=500, blank=True)
    told_at = models.DateTimeField()
    headings = models.JSONField(default=list)
    """What nobody has explained yet, and the columns that the other headings stand for."""
    meant = models.JSONField(default=list)
    shown = models.JSONField(default=list)
    """The first lines as they were read, until the file is written or dropped."""
    faults = models.JSONField(default=list)
    fault_count = models.PositiveIntegerField(default=0)
    warnings = models.JSONField(default=list)
    warning_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["by", "-at"], name="import_run_of_a_person")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_busy(self) -> bool:
        return self.state in (self.State.CHECKING, self.State.WRITING)

    @property
    def lines_done(self) -> int | None:
        """Of the work that the sentence tells of, where it counts lines."""
        counted = COUNTED.search(self.sentence)
        return int(counted[1].replace(".", "")) if counted else None

    def is_silent(self, *, at: datetime) -> bool:
        """Busy, and nothing was heard of it: whoever did it has broken off, and wrote nothing."""
        return self.is_busy and at - self.told_at > SILENT

    @property
    def path(self) -> Path:
        if self.file is None:
            raise Wrong("Tệp không còn ở đây; chọn lại tệp.")
        return Path(default_storage.path(self.file.path))

    def enter(self, state: str, *, at: datetime, **facts: Any) -> bool:
        """Into this state; False where it was dropped meanwhile."""
        told = {"state": state, "told_at": at, **facts}
        still = type(self).objects.filter(pk=self.pk).exclude(state=self.State.DROPPED)
        if not still.update(**told):
            return False
        for name, value in told.items():
            setattr(self, name, value)
        return True

    def drop(self, *, at: datetime) -> None:
        """Whoever is writing it meanwhile finds it dropped and writes nothing."""
        self.enter(self.State.DROPPED, at=at, faults=[], warnings=[], sentence="")
        self.let_go()

    def drop_file(self) -> None:
        file, self.file = self.file, None
        self.save(update_fields=["file"])
        if file is not None:
            file.erase()

    def let_go(self) -> None:
        """The workbook and what was read of it; what it did stays."""
        self.shown = []
        self.save(update_fields=["shown"])
        self.drop_file()


def forget_unwritten(*, as_of: datetime) -> int:
    """What nobody wrote within a day is not kept."""
    ended = (ImportRun.State.DONE, ImportRun.State.DROPPED)
    old = ImportRun.objects.filter(at__lt=as_of - WAITS).exclude(state__in=ended)
    for run in (forgotten := list(old)):
        run.drop(at=as_of)
    return len(forgotten)
