"""What each reader of a submission did, with the text before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.forms import StepForm
from portal.submissions import Reading, Submission


@dataclass(frozen=True)
class Read:
    """One reading; ``changes``: (what, text before, text after) up to the next one.

    Of a reader who changed the text they are his; of a hand-back the preparer's.
    """

    row: Reading
    changes: list[tuple[str, str, str]]


def as_read(submission: Submission, form: StepForm) -> list[Read]:
    """Both texts remain: a reading keeps the one before, the next one or the newest that after."""
    rows = list(submission.readings.select_related("by", "position", "scan"))
    texts = [(row.payload, row.draft) for row in rows] + [(submission.payload, submission.draft)]
    pairs = zip(rows, texts[:-1], texts[1:], strict=True)
    return [Read(row, _changes(form, *both)) for row, *both in pairs]


def _changes(form: StepForm, before: Any, after: Any) -> list[tuple[str, str, str]]:
    told = _other_answers(form, before[0], after[0]) if before[0] != after[0] else []
    drafts = [("Dự thảo văn bản", before[1], after[1])] if before[1] != after[1] else []
    return [*told, *drafts]


def _other_answers(form: StepForm, before: Any, after: Any) -> list[tuple[str, str, str]]:
    pairs = zip(_answers(form, before), _answers(form, after), strict=True)
    return [(label, old, new) for (label, old), (_, new) in pairs if old != new]


def _answers(form: StepForm, payload: dict[str, list[str]]) -> list[tuple[str, str]]:
    same = type(form)(StepForm.retyped(payload), subject=form.subject, by=form.by, on=form.on)
    return same.answers(every=True)
