"""What is done with a whole sheet."""

from __future__ import annotations

from typing import Any

from democracy.forms.base import Plain, box
from democracy.models import ScoreSheet
from portal.forms import ChoiceField, YesNoField
from portal.forms.texts import LongTextField, TextField
from portal.text import number


class SheetForm(Plain):
    model = ScoreSheet

    def facts(self) -> list[tuple[str, str]]:
        sheet = self.subject
        told = [
            ("Phiếu điểm của", str(sheet.rated)),
            ("Kỳ xếp loại", str(sheet.round)),
            ("Tổng điểm tự chấm", points(sheet.self_total)),
            ("Tổng điểm thẩm định", points(sheet.review_total)),
            ("Xếp loại theo điểm hiện có", sheet.level_words),
        ]
        return [(label, words) for label, words in told if words]


def points(value: Any) -> str:
    return "" if value is None else number(value.normalize())


class SendSelfScore(SheetForm):
    step = "send_self_score"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def texts(self) -> list[tuple[str, str]]:
        """What the head reads before signing: every line with its points."""
        marks = self.subject.marks_of()["self"]
        lines = [
            f"{line.code} {line.name}: {points(mark.points) or 'không tính'}"
            f" trên {number(line.top)}"
            for line in self.subject.set.lines.values()
            if (mark := marks.get(line.code))
        ]
        return [("Điểm tự chấm", "\n".join(lines))]


class WithReason(SheetForm):
    reason = TextField(label="Lý do", max_length=500)


class PassOver(WithReason):
    step = "pass_over"


class AskAgain(WithReason):
    step = "ask_again"


class AppraiseAgain(WithReason):
    step = "appraise_again"


class Agree(SheetForm):
    step = "agree"


class FinishAppraisal(SheetForm):
    step = "finish_appraisal"


class StateCondition(SheetForm):
    step = "state_condition"

    condition = ChoiceField(label="Điều kiện", choices=())
    holds = YesNoField(label="Điều kiện này có xảy ra?", yes="Có", no="Không, bỏ ghi trước đây")
    reason = TextField(
        label="Căn cứ", max_length=500, help_text="Số, ngày văn bản; không ghi họ tên người vi phạm"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        stated = {row.code for row in self.subject.conditions.all()}
        field: Any = self.fields["condition"]
        field.choices = [
            (each.code, f"{each.words} (đã ghi)" if each.code in stated else each.words)
            for each in self.subject.set.stated
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        stated = self.subject.conditions.filter(code=data.get("condition", "")).exists()
        if data.get("holds") is False and not stated:
            self.add_error("holds", "Điều kiện này chưa ghi, không có gì để bỏ")
        return data
