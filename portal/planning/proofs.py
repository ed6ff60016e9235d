"""What shows that a line of a scorecard is so; the tables of proofs stand in the apps."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from portal.attachments import File
from portal.people import User


class AbstractProof(models.Model):
    """Tài liệu kiểm chứng của một dòng: a file, or a task of the portal with its own evidence.

    The app's table says whose line it is, which task (``share``) and where its files are read.
    """

    line = models.CharField("tiêu chí", max_length=40)
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    share: Any
    files_at: ClassVar[str]

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file.name if self.file else f"Nhiệm vụ {self.share.code}"

    def get_absolute_url(self) -> str:
        if self.share:
            return str(self.share.get_absolute_url())
        return f"{self.files_at}{self.pk}/"
