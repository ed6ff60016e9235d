"""A record whose words are gone: its number, days and outcome stay, and nothing more is written."""

from __future__ import annotations

from django.db import models

from portal.workflow import Step

GONE = "nội dung đã tiêu hủy, chỉ còn số, ngày, đơn vị, kết quả."


class MayBeDestroyed(models.Model):
    """Of letters, cases, visits and sessions."""

    destroyed_on = models.DateField("tiêu hủy ngày", null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def keeps_words(self) -> bool:
        """No note, no instruction, no draft about what is gone."""
        return self.destroyed_on is None

    def held_up(self, step: Step) -> str:
        """No step of it is left: whatever one wrote would be kept beyond its time."""
        return GONE if self.destroyed_on else super().held_up(step)  # type: ignore[misc]
