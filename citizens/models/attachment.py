"""Scans and files of petitions and cases; the link row decides who may fetch the file."""

from __future__ import annotations

from portal import attachments

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
