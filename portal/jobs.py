"""Work that belongs to a time of day: done once for each day, a missed day with the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import IntegrityError, models, transaction

from portal.working_days import days_after, days_between

LOOK_BACK = 14


@dataclass(frozen=True)
class Job:
    """`work(day)` runs after `at` on every day, in the transaction that notes it as done."""

    name: str
    at: time
    work: Callable[[date], object]

    def days_due(self, *, now: datetime) -> list[date]:
        """From the day after the last one done; a job that never ran begins today."""
        last_day = now.date() if now.time() >= self.at else days_after(now.date(), -1)
        done = JobRun.objects.filter(name=self.name).aggregate(last=models.Max("on"))["last"]
        first = days_after(done, 1) if done else last_day
        first = max(first, days_after(last_day, -LOOK_BACK))
        return [days_after(first, n) for n in range(days_between(first, last_day) + 1)]

    def run(self, day: date) -> bool:
        """False where another process was first."""
        try:
            with transaction.atomic():
                JobRun.objects.create(name=self.name, on=day)
                self.work(day)
        except IntegrityError:
            if JobRun.objects.filter(name=self.name, on=day).exists():
                return False
            raise
        return True


class JobRun(models.Model):
    """One job done for one day."""

    name = models.CharField("việc", max_length=60)
    on = models.DateField("ngày")
    finished_at = models.DateTimeField("xong lúc", auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "on"], name="job_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.on:%Y-%m-%d}"


def run_due(jobs: Iterable[Job], *, now: datetime) -> list[tuple[str, date]]:
    """What was done, in order."""
    todo = [(job, day) for job in jobs for day in job.days_due(now=now)]
    return [(job.name, day) for job, day in todo if job.run(day)]
