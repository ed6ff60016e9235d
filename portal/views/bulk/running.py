"""Taking one step on many subjects: through the verb of each, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django_tasks import task

from portal.bulk import BulkRun
from portal.deadlines import DeadlineError
from portal.forms import StepForm
from portal.progress import Progress
from portal.submissions import submit
from portal.views.bulk.selection import goes_up
from portal.workflow import Refused, find

BROKEN_OFF = "Việc bị ngắt giữa chừng nên chưa có dòng nào thay đổi; làm lại từ danh sách."
AT_ONCE = 100
"""So many are done while the sender waits; more go to the worker."""
EVERY = 25
"""After so many rows the run says how far it is."""


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
            act(form, by=by, on=on)
        except (Refused, DeadlineError) as refusal:
            raise Refused(f"{subject.code}: {refusal} Chưa có dòng nào thay đổi.") from refusal
        done += 1
        tell(done)
    return done


def act(form: StepForm, *, by: Any, on: date) -> None:
    """The step itself, or the way up the line of whoever may only prepare it."""
    if goes_up(form.row, form.subject, by, on=on):
        payload = form.submitted()
        draft = payload.get("draft", [""])[0]
        submit(form.subject, form.row, by=by, on=on, payload=payload, draft=draft)
    else:
        form.take(by=by, on=on)


@task()
def run_later(pk: int) -> None:
    run = BulkRun.objects.select_related("by").get(pk=pk)
    if run.is_over:
        return
    try:
        with Progress(run) as progress, transaction.atomic():
            done = take_all(map(find, run.streams), form_of(run), by=run.by, on=run.on,
                            tell=telling(progress))  # fmt: skip
    except Refused as refusal:
        run.end(BulkRun.State.REFUSED, done=0, sentence=str(refusal)[:500])
    except Exception:
        run.end(BulkRun.State.REFUSED, done=0, sentence=BROKEN_OFF)
        raise
    else:
        run.end(BulkRun.State.DONE, done=done)


def telling(progress: Progress) -> Callable[[int], None]:
    def tell(done: int) -> None:
        if done % EVERY == 0:
            progress.tell(done=done, state=BulkRun.State.RUNNING)

    return tell


def form_of(run: BulkRun) -> StepForm:
    """The answers as they were checked when the run began, bound again to its first subject."""
    subject = find(run.streams[0])
    form_class = StepForm.of(subject, run.step)
    form = form_class(StepForm.retyped(run.typed), subject=subject, by=run.by, on=run.on)
    form.ask_for_many()
    if not form.is_valid():
        raise Refused("Người hoặc đơn vị đã chọn vừa thay đổi. Chưa có dòng nào thay đổi.")
    return form
