"""From the order to the archive: by the worker, told as it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection, transaction
from django_tasks import task

from portal.progress import Progress
from portal.successor import SuccessorExport

from .writing import Archive

State = SuccessorExport.State


@transaction.atomic
def order(*, by: Any, on: date, unit: Any = None, field: Any = None, sealed: bool = False) -> Any:
    run = SuccessorExport.objects.create(by=by, on=on, unit=unit, field=field, sealed=sealed)
    run.tell("order", "Yêu cầu xuất hồ sơ bàn giao", by=by, on=on)
    return run


@task()
def export_later(pk: int) -> None:
    run = SuccessorExport.objects.get(pk=pk)
    if run.state == State.WAITING:
        with Progress(run) as progress:
            export(run, lambda done, total: progress.tell(done=done, total=total))


def export(run: SuccessorExport, told: Any) -> SuccessorExport:
    """One moment of the database: what changes meanwhile is in none of the tables."""
    SuccessorExport.objects.filter(pk=run.pk).update(state=State.RUNNING)
    try:
        with one_moment():
            archive = Archive(run, told)
            digest = archive.write()
    except Exception:
        SuccessorExport.objects.filter(pk=run.pk).update(state=State.FAILED)
        run.path.unlink(missing_ok=True)
        raise
    SuccessorExport.objects.filter(pk=run.pk).update(
        state=State.DONE, sha256=digest, files=archive.files, total=len(archive.counts),
        done=len(archive.counts), rows=sum(count for _, count in archive.counts),
    )  # fmt: skip
    run.refresh_from_db()
    return run


@contextmanager
def one_moment() -> Iterator[None]:
    """Every table as it stood when the first was read, whoever writes meanwhile."""
    if connection.in_atomic_block:  # whoever opened it has chosen
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
