"""Taking one step on many subjects: through the verb of each, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django_tasks import task

from portal.bulk import BulkRun, Progress
from portal.deadlines import DeadlineError
from portal.forms import StepForm
from portal.workflow import Refused, find

BROKEN_OFF = "Việc bị ngắt giữa chừng nên chưa có dòng nào thay đổi; làm lại từ danh sách."
AT_ONCE = 100
"""So many are done while the sender waits; more go to the worker."""


def take_all(
    subjects: Iterable[Any],
    form: StepForm,
    *,
    by: Any,
    on: date,
    tell: Callable[[int], None] = lambda done: None,
) -> int:
    """Raises ``Refused`` with the row that cannot be changed; the caller's transaction ends."""
    done = 0
    for subject in subjects:
        form.subject = subject
        try:
            form.take(by=by, on=on)
        except (Refused, DeadlineError) as refusal:
            raise Refused(f"{subject.code}: {refusal} Chưa có dòng nào thay đổi.") from refusal
        done += 1
        tell(done)
    return done


@task()
def run_later(pk: int) -> None:
    run = BulkRun.objects.select_related("by").get(pk=pk)
    if run.is_over:
        return
    try:
        with Progress(run) as progress, transaction.atomic():
            done = take_all(map(find, run.streams), form_of(run), by=run.by, on=run.on,
                            tell=progress.tell)  # fmt: skip
    except Refused as refusal:
        run.end(BulkRun.State.REFUSED, done=0, sentence=str(refusal)[:500])
    except Exception:
        run.end(BulkRun.State.REFUSED, done=0, sentence=BROKEN_OFF)
        raise
    else:
        run.end(BulkRun.State.DONE, done=done)


def form_of(run: BulkRun) -> StepForm:
    """The answers as they were checked when the run began, bound again to its first subject."""
    subject = find(run.streams[0])
    form_class = StepForm.of(subject, run.step)
    form = form_class(StepForm.retyped(run.typed), subject=subject, by=run.by, on=run.on)
    if not form.is_valid():
        raise Refused("Người hoặc đơn vị đã chọn vừa thay đổi. Chưa có dòng nào thay đổi.")
    return form
