"""Tiêu hủy: personal columns and free text emptied, files and side tables gone; numbers stay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, ProtectedError

from portal import bulk, drafts, history, instructions, submissions
from portal.attachments import File
from portal.documents import versions as word_versions
from portal.submissions import Reading, Submission
from portal.successor import forget_archives
from portal.workflow import key_of

from ..personal import ERASED, GONE, Columns


def destroy(roots: dict[str, Any], streams: list[Any], *, by: Any, on: date, reason: str) -> None:
    """``roots``: the petition and its case, the visit, the session … by the name of their way.

    ``streams``: the subjects whose histories hold values.
    """
    files: list[Any] = []
    for label, columns in GONE.items():
        for rows in rows_of(label, columns, roots):
            files += linked(rows, columns)
            rows.delete()
    for label, columns in ERASED.items():
        for rows in rows_of(label, columns, roots):
            files += linked(rows, columns)
            rows.update(**empty(apps.get_model(label), columns))
    for subject in streams:
        files += forget(subject, by=by, on=on, reason=reason)
    transaction.on_commit(forget_archives)
    for row in roots.values():
        type(row)._base_manager.filter(pk=row.pk).update(destroyed_on=on)
    erase(files)


def erase(files: list[Any]) -> None:
    """Rows and bytes; a file that another record links to is that record's too, and stays."""
    for file in File.objects.filter(pk__in=[pk for pk in files if pk]):
        with suppress(ProtectedError), transaction.atomic():
            file.erase()


def rows_of(label: str, columns: Columns, roots: dict[str, Any]) -> Iterator[Any]:
    model: Any = apps.get_model(label)
    for root, way in columns.ways.items():
        if root in roots:
            yield model._base_manager.filter(**{way: roots[root].pk})


def linked(rows: Any, columns: Columns) -> list[Any]:
    return [pk for name in columns.files for pk in rows.values_list(name, flat=True)]


def empty(model: type[Model], columns: Columns) -> dict[str, Any]:
    """None where the column may be without a value, else its own empty value."""
    found = {}
    for name in columns.all:
        field: Any = model._meta.get_field(name)
        found[name] = None if field.null else field.get_default() if field.has_default() else ""
    return found


def forget(subject: Any, *, by: Any, on: date, reason: str) -> list[Any]:
    """What was typed about it on the way: histories keep the acts and lose the words."""
    about = Reading.objects.filter(submission__in=Submission.objects.about(subject))
    scans = list(about.values_list("scan", flat=True))
    about.update(scan=None)
    submissions.forget(subject)
    instructions.forget(subject)
    drafts.forget(subject.code)
    word_versions.forget(subject)
    bulk.forget(subject)
    for event in history.events(subject.stream).filter(kept_values__isnull=False):
        history.erase_values(event, by=key_of(by), on=on, reason=reason)
    return scans
