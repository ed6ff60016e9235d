"""One line of a sheet: the questions that its own method asks."""

from __future__ import annotations

from typing import Any

from democracy.models import ScoreSheet
from democracy.models.rating.mark import Side
from portal.forms.scoring import MarkForm, Proving, asked, entry_of, typed
from portal.planning import TaskUnit


class LineForm(MarkForm):
    model = ScoreSheet

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = asked(self.criterion) | self.fields

    def before(self, subject: ScoreSheet) -> dict[str, Any]:
        """Their own earlier entry; a reviewer begins with what is there."""
        mark = self.mark_before(subject)
        if mark is None:
            return {}
        return typed(self.criterion, mark.entry) | {"note": self.own_note(mark)}

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        entry = entry_of(self.criterion, data)
        return {"line": self.criterion.code, "entry": entry, "note": data["note"]}


class SelfScore(Proving, LineForm):
    step = "self_score"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["shares"].help_text = "Nhiệm vụ của đơn vị trong năm, kèm tài liệu đã báo cáo"
        evidence = self.subject.evidence.filter(line=self.criterion.code)
        self.offer(tasks_of(self.subject), evidence)

    def arguments(self) -> dict[str, Any]:
        return super().arguments() | self.papers()


def tasks_of(sheet: ScoreSheet) -> Any:
    """Tasks of the unit or committee in the plans of that year."""
    shares = TaskUnit.objects.filter(plan__year=sheet.round.year).exclude(stage="skipped")
    return shares.filter(**({"body": sheet.body} if sheet.body_id else {"unit": sheet.unit}))


class Appraise(LineForm):
    step = "appraise"
    side = Side.REVIEW
    note_label = "Lý do, khi điểm khác điểm tự chấm"

    def begins_with(self) -> tuple[str, ...]:
        return (Side.REVIEW, Side.SELF)


class Adjust(LineForm):
    step = "adjust"
    side = Side.FINAL
    note_label = "Lý do điều chỉnh"

    def begins_with(self) -> tuple[str, ...]:
        return (Side.FINAL, Side.REVIEW)
