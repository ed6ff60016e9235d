"""What acts on many rows did: read again by whoever did them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.bulk import BulkRun
from portal.people import User
from portal.workflow import Subject

SHOWN = 100
RUNS = 50


@require_safe
def run_list(request: HttpRequest) -> HttpResponse:
    runs = BulkRun.objects.filter(by=request.user.pk)
    return render(request, "portal/bulk/runs.html", {"runs": runs[:RUNS], "most": RUNS})


@require_safe
def run_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Only for whoever began it; of its rows, those that this reader still sees."""
    run = get_object_or_404(BulkRun, pk=pk, by=request.user.pk)
    reader, on = request.user, timezone.localdate()
    context = {
        "run": run,
        "changed": rows_of(run.streams, reader, on=on) if run.is_over else [],
        "kept": [(why, len(streams), rows_of(streams, reader, on=on)) for why, streams in run.kept],
        "shown": SHOWN,
    }
    return render(request, "portal/bulk/run.html", context)


def rows_of(streams: Iterable[str], reader: User, *, on: date) -> list[Any]:
    """As they stand now, in the order in which they were taken."""
    codes: dict[str, list[str]] = {}
    for stream in list(streams)[:SHOWN]:
        kind, _, code = stream.partition("/")
        codes.setdefault(kind, []).append(code)
    found = {}
    for kind, wanted in codes.items():
        model: Any = Subject.kinds[kind]
        for row in model.objects.visible_to(reader, on=on).filter(code__in=wanted):
            found[row.stream] = row
    return [found[stream] for stream in streams if stream in found]
