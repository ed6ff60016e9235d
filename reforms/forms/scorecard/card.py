"""What is done with a whole card."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.forms.dates import DateField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.texts import LongTextField, TextField
from portal.scoring.words import plain
from portal.working_days import days_after
from reforms.models import Scorecard

A_WEEK = 7


class CardForm(PlanningForm):
    model = Scorecard

    def facts(self) -> list[tuple[str, str]]:
        card = self.subject
        told = [
            ("Phiếu chấm của", str(card.unit)),
            ("Kỳ chấm điểm", str(card.campaign)),
            ("Tổng điểm tự chấm", plain(card.self_total)),
            ("Tổng điểm thẩm định lần 1", plain(card.review_total)),
            ("Xếp loại theo điểm hiện có", card.level_words),
        ]
        return [(label, words) for label, words in told if words]


class WithNote(CardForm):
    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))


class SendSelfScore(WithNote):
    step = "send_self_score"

    def texts(self) -> list[tuple[str, str]]:
        """What the head reads before signing: every line with its points."""
        marks = self.subject.marks_of()["self"]
        lines = [
            f"{line.code} {line.name}: {plain(mark.points) or 'không áp dụng'}"
            f" trên {plain(line.top)}"
            for line in self.subject.set.lines.values()
            if (mark := marks.get(line.code))
        ]
        return [("Điểm tự chấm", "\n".join(lines))]


class SendExplanation(WithNote):
    step = "send_explanation"

    def texts(self) -> list[tuple[str, str]]:
        rows = self.subject.explanations.all()
        return [(f"Giải trình dòng {row.line}", row.words) for row in rows]


class FinishAppraisal(WithNote):
    step = "finish_appraisal"


class FinishScoring(WithNote):
    step = "finish_scoring"


class Agree(CardForm):
    step = "agree"


class WithReason(CardForm):
    reason = TextField(label="Lý do", max_length=500)


class CloseSelfScore(WithReason):
    step = "close_self_score"


class CloseExplanation(WithReason):
    step = "close_explanation"


class ReopenScoring(WithReason):
    step = "reopen_scoring"


class Reopen(WithReason):
    """What was locked is open again until a day."""

    until = DateField(label="Mở đến hết ngày")
    field_order = ("until", "reason")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"until": days_after(on, A_WEEK)} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)


class ReopenSelfScore(Reopen):
    step = "reopen_self_score"


class ReopenExplanation(Reopen):
    step = "reopen_explanation"
