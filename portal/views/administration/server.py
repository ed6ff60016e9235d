"""/quan-tri/may-chu/: the last backup, the last drill and its figures, room on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.backups import BACKUP_LASTS, DRILL_LASTS, BackupRun
from portal.jobs import JobRun
from portal.text import day, number, upper_first
from portal.views.administration.door import for_the_administrator

LASTS: dict[str, timedelta] = {
    BackupRun.Kind.BACKUP: BACKUP_LASTS,
    BackupRun.Kind.DRILL: DRILL_LASTS,
}
WORDS = {
    "rows": "dòng dữ liệu",
    "tables": "bảng",
    "events": "việc trong sổ lịch sử",
    "files": "tệp",
}
SHOWN = 15
LITTLE_ROOM = 0.1
GIB = 2**30


@for_the_administrator
def server(request: HttpRequest) -> HttpResponse:
    runs = list(BackupRun.objects.order_by("-at")[:SHOWN])
    context = {
        "notices": [notice(kind, lasts) for kind, lasts in LASTS.items()],
        "rows": [line(run) for run in runs],
        "facts": list(facts()),
        "little_room": has_little_room(),
    }
    return render(request, "portal/administration/server.html", context)


def notice(kind: str, lasts: timedelta) -> dict[str, str]:
    """In words first, the tone only beside them."""
    what, last = upper_first(BackupRun.Kind(kind).label), BackupRun.objects.last_good(kind)
    if last is None:
        return {"words": f"{what}: chưa có lần nào xong.", "tone": "late"}
    words = f"{what} gần nhất: {when(last)} ({told(last.figures)})."
    fresh = timezone.now() - last.at <= lasts
    return {"words": words if fresh else f"{words} Đã quá lâu.", "tone": "ok" if fresh else "late"}


def line(run: BackupRun) -> dict[str, Any]:
    return {
        "what": upper_first(run.get_kind_display()),
        "when": when(run),
        "figures": told(run.figures),
        "seconds": number(run.figures.get("seconds", 0), places=1),
        "fault": run.fault,
    }


def when(run: BackupRun) -> str:
    return hour_and_day(run.at)


def hour_and_day(at: datetime) -> str:
    here = timezone.localtime(at)
    return f"{here:%H:%M} ngày {day(here)}"


def told(figures: dict[str, Any]) -> str:
    return ", ".join(f"{number(figures[name])} {WORDS[name]}" for name in WORDS if name in figures)


def facts() -> Iterator[tuple[str, str]]:
    room = shutil.disk_usage(settings.PORTAL_VAR)
    yield "Ổ đĩa còn trống", f"{gib(room.free)} GB trong {gib(room.total)} GB"
    yield "Việc theo giờ gần nhất", last_job()
    yield "Địa chỉ của Cổng", str(settings.PORTAL_URL)
    yield "Quét vi-rút tệp gửi lên", "có" if settings.CLAMD else "chưa đặt máy quét"


def last_job() -> str:
    last = JobRun.objects.order_by("-finished_at").first()
    return hour_and_day(last.finished_at) if last else "chưa chạy lần nào"


def gib(size: int) -> str:
    return number(size / GIB, places=1)


def has_little_room() -> bool:
    room = shutil.disk_usage(settings.PORTAL_VAR)
    return room.free < room.total * LITTLE_ROOM
