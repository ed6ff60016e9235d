"""One act on many rows: what it did is kept, so that it can be read again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from portal.people import User


class BulkRun(models.Model):
    """Việc hàng loạt: which step, with which answers, on which petitions or cases."""

    class State(models.TextChoices):
        WAITING = "waiting", "Đang chờ"
        RUNNING = "running", "Đang làm"
        DONE = "done", "Đã xong"
        REFUSED = "refused", "Chưa làm được"

    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.CharField(max_length=300)
    """The list that the rows stand in, as it was asked: the way back."""
    step = models.CharField(max_length=60)
    label = models.CharField(max_length=100)
    typed = models.JSONField(default=dict)
    streams = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    """The rows left as they were: pairs of what kept them from it, and their streams."""
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["by", "-id"], name="bulk_run_of_a_person")]

    def __str__(self) -> str:
        return f"{self.label}: {self.done} / {self.total}"

    @property
    def is_over(self) -> bool:
        return self.state in (self.State.DONE, self.State.REFUSED)

    def end(self, state: str, *, done: int, sentence: str = "") -> None:
        """What was typed stands where the step wrote it: here no act could erase it."""
        self.state, self.done, self.sentence, self.typed = state, done, sentence, {}
        self.save(update_fields=["state", "done", "sentence", "typed"])


def forget(subject: Any) -> None:
    """Of runs that this record went through: what was typed, and the words of the list's search."""
    for run in BulkRun.objects.filter(streams__contains=[subject.stream]):
        run.typed, run.at = {}, run.at.partition("?")[0]
        run.save(update_fields=["typed", "at"])


def began(*, by: User, on: date, streams: list[str], **facts: Any) -> BulkRun:
    return BulkRun.objects.create(by=by, on=on, streams=streams, total=len(streams), **facts)
