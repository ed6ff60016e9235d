"""Scans and files of petitions and cases; the link row decides who may fetch the file."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from portal import attachments
from portal.attachments import File

from .owned import Owned


class Attachment(Owned, attachments.Attachment):
    """Tài liệu kèm theo."""

    class Meta(Owned.Meta):
        ordering = ["pk"]

    def erase(self) -> None:
        """Take the link, the file and its bytes away: a denunciation leaves nothing behind."""
        file = self.file
        self.delete()
        file.erase()


def fresh_uploads(user: Any) -> QuerySet[File]:
    """Files that this person sent and that belong to no record yet."""
    linked = Attachment.objects.filter(file=OuterRef("pk"))
    return File.objects.filter(~Exists(linked), by=user)
