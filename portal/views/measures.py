"""/suc-khoe/so-do/: figures for the office's monitor, in the text format that monitors read.

Answered on the machine itself, or to whoever shows METRICS_TOKEN. Routes, counts and ages; no
address, no name, no number of anybody.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from hmac import compare_digest

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from portal.backups import BackupRun, age
from portal.jobs import JobRun
from portal.measures import tally

FORMAT = "text/plain; version=0.0.4; charset=utf-8"
LOOPBACK = ("127.0.0.1", "::1")
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")

Sample = tuple[dict[str, str], float]


@login_not_required
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    if not (shows_the_token(request) or is_on_this_machine(request)):
        raise Http404
    lines = [line for name, *told in figures(at=timezone.now()) for line in written(name, *told)]
    return HttpResponse("\n".join([*lines, ""]), content_type=FORMAT)


def shows_the_token(request: HttpRequest) -> bool:
    token = settings.METRICS_TOKEN
    shown = request.headers.get("Authorization", "")
    return bool(token) and compare_digest(shown.encode(), f"Bearer {token}".encode())


def is_on_this_machine(request: HttpRequest) -> bool:
    """What a proxy brings comes from elsewhere."""
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not any(
        name in request.META for name in FORWARDED
    )


def figures(*, at: datetime) -> Iterator[tuple[str, str, str, list[Sample]]]:
    requests, seconds = tally.of_all()
    yield "requests_total", "counter", "Answers by route and status.", samples(requests)
    yield "request_seconds_total", "counter", "Time spent on them.", samples(seconds)
    waiting, oldest = queue(at=at)
    yield "tasks_waiting", "gauge", "Tasks that wait for the worker.", [({}, waiting)]
    yield "task_oldest_seconds", "gauge", "How long the oldest has waited.", [({}, oldest)]
    yield "tasks_failed", "gauge", "Tasks that ended in a fault.", [({}, failed())]
    yield "timetable_age_seconds", "gauge", "Since the last job of the timetable.", last_job(at)
    yield "backup_age_seconds", "gauge", "Since the last good run.", runs(at)
    yield "disk_free_bytes", "gauge", "Room left for files.", [({}, room().free)]
    yield "disk_size_bytes", "gauge", "Size of that disk.", [({}, room().total)]


def samples(counted) -> list[Sample]:
    return [
        ({"route": route, "method": method, "status": str(status)}, number)
        for (route, method, status), number in sorted(counted.items())
    ]


def queue(*, at: datetime) -> tuple[int, float]:
    ready = DBTaskResult.objects.ready()
    first = ready.aggregate(first=Min("enqueued_at"))["first"]
    return ready.count(), (at - first).total_seconds() if first else 0


def failed() -> int:
    return DBTaskResult.objects.failed().count()


def last_job(at: datetime) -> list[Sample]:
    last = JobRun.objects.order_by("-finished_at").values_list("finished_at", flat=True).first()
    return [({}, (at - last).total_seconds())] if last else []


def runs(at: datetime) -> list[Sample]:
    """A kind that never went well has no line: that is what the monitor's alarm is about."""
    kinds = (BackupRun.Kind.BACKUP, BackupRun.Kind.DRILL)
    ages = ((kind, age(kind, at=at)) for kind in kinds)
    return [({"kind": str(kind)}, known.total_seconds()) for kind, known in ages if known]


def room():
    return shutil.disk_usage(settings.PORTAL_VAR)


def written(name: str, kind: str, told: str, rows: list[Sample]) -> Iterator[str]:
    yield f"# HELP portal_{name} {told}"
    yield f"# TYPE portal_{name} {kind}"
    for labels, value in rows:
        marks = ",".join(f'{label}="{escaped(text)}"' for label, text in labels.items())
        yield f"portal_{name}{{{marks}}} {value:.15g}" if marks else f"portal_{name} {value:.15g}"


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
