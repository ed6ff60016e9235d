"""What a unit and the coordinator do with a share until it is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.attachments import File
from portal.text import day
from portal.workflow import Refused, take


class CarryingOut:
    """Verbs of a share."""

    due: date | None
    finished_on: date | None
    confirmed_on: date | None

    def assign(self: Any, *, by: Any, on: date, officer: Any) -> None:
        """Giao người thực hiện, in the unit itself."""
        with take(self, "assign", by=by, on=on) as taking:
            self.officer = officer
            taking.facts["officer"] = officer.key

    def report_progress(
        self: Any,
        *,
        by: Any,
        on: date,
        percent: int,
        text: str,
        period: str = "",
        files: Iterable[File] = (),
    ) -> None:
        """Báo cáo tiến độ, with evidence."""
        with take(self, "report_progress", by=by, on=on) as taking:
            self.percent = percent
            row = self.progress.create(
                on=on, by=writer(by), percent=percent, text=text, period=period
            )
            self.keep_evidence(files, progress=row)
            taking.facts["percent"] = percent
            taking.values["text"] = text

    def report_round(
        self: Any, *, by: Any, on: date, occurrence: Any, text: str, files: Iterable[File] = ()
    ) -> None:
        """Báo cáo kỳ, đợt: one round of work that comes again."""
        with take(self, "report_round", by=by, on=on) as taking:
            if occurrence.reported_on:
                raise Refused("Kỳ này đã báo cáo.", field="occurrence")
            occurrence.reported_on, occurrence.result = on, text
            occurrence.save()
            every = self.occurrences.count()
            self.percent = 100 * self.occurrences.exclude(reported_on=None).count() // every
            told = {"percent": self.percent, "text": text, "period": occurrence.label[:40]}
            row = self.progress.create(on=on, by=writer(by), **told)
            self.keep_evidence(files, progress=row)
            taking.facts["round"] = occurrence.label
            taking.values["text"] = text

    def finish(
        self: Any,
        *,
        by: Any,
        on: date,
        result: str,
        product: str,
        finished_on: date,
        files: Iterable[File] = (),
        record: str = "",
    ) -> None:
        """Báo cáo hoàn thành: nothing is done without a product."""
        with take(self, "finish", by=by, on=on) as taking:
            if finished_on > on:
                raise Refused(f"Ngày hoàn thành không sau hôm nay, {day(on)}.", field="finished_on")
            self.result, self.product, self.finished_on = result, product, finished_on
            self.percent, self.record = 100, record
            row = self.progress.create(on=on, by=writer(by), percent=100, text=result)
            self.keep_evidence(files, progress=row)
            taking.facts["finished"] = finished_on.isoformat()
            taking.values.update(result=result, product=product)

    def keep_evidence(self: Any, files: Iterable[File], *, progress: Any) -> None:
        for file in files:
            self.evidence.create(file=file, title=file.name, progress=progress)

    def confirm(self: Any, *, by: Any, on: date) -> None:
        """Xác nhận hoàn thành."""
        with take(self, "confirm", by=by, on=on):
            self.confirmed_on = on

    def reopen(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Trả lại báo cáo."""
        with take(self, "reopen", by=by, on=on) as taking:
            self.confirmed_on = self.finished_on = None
            taking.values["reason"] = reason

    def raise_issue(self: Any, *, by: Any, on: date, text: str, asks: str = "") -> Any:
        """Báo vướng mắc to whoever follows the plan."""
        with take(self, "raise_issue", by=by, on=on) as taking:
            taking.values.update(text=text, asks=asks)
            return self.obstacles.create(text=text, asks=asks, raised_on=on, raised_by=by)

    def pass_issue_up(self: Any, *, by: Any, on: date, comment: str) -> None:
        """Chuyển vướng mắc lên lãnh đạo, with the coordinator's own view."""
        with take(self, "pass_issue_up", by=by, on=on) as taking:
            waiting = self.obstacles.open().filter(passed_up_on=None)
            waiting.update(passed_up_on=on, passed_up_by=by, comment=comment)
            taking.values["comment"] = comment

    def answer_issue(self: Any, *, by: Any, on: date, answer: str) -> None:
        """Trả lời vướng mắc."""
        with take(self, "answer_issue", by=by, on=on) as taking:
            self.obstacles.open().update(answer=answer, answered_on=on, answered_by=by)
            taking.values["answer"] = answer

    def reschedule(
        self: Any,
        *,
        by: Any,
        on: date,
        due: date,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Điều chỉnh thời hạn: the baseline stays, both dates are kept."""
        with take(self, "reschedule", by=by, on=on, prepared_by=prepared_by) as taking:
            if due == self.due:
                raise Refused("Ngày này đang là hạn hiện tại.", field="due")
            if self.start and due < self.start:
                raise Refused("Hạn mới đang trước ngày bắt đầu.", field="due")
            self.due_changes.create(
                before=self.due, after=due, reason=reason, on=on, by=by, prepared_by=prepared_by
            )
            before, self.due = self.due, due
            taking.facts.update(before=before and before.isoformat(), after=due.isoformat())
            taking.values["reason"] = reason

    def skip(
        self: Any, *, by: Any, on: date, reason: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Thôi thực hiện: a body that no longer exists, a task that fell away."""
        with take(self, "skip", by=by, on=on, prepared_by=prepared_by) as taking:
            self.skipped_because = reason
            taking.values["reason"] = reason


def writer(by: Any) -> Any:
    """Whoever typed it; nobody where a table was read."""
    return None if isinstance(by, str) else by
