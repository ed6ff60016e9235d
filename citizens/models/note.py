"""What staff wrote on a petition or a case."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from portal.people import User

from .owned import Owned


class Notes(models.QuerySet["Note"]):
    def to_citizen(self) -> Notes:
        return self.filter(to_citizen=True)


class Note(Owned):
    """Ghi chú; internal unless it says otherwise."""

    text = models.TextField("nội dung")
    to_citizen = models.BooleanField("công dân đọc được", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)

    objects = Notes.as_manager()

    class Meta(Owned.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]
