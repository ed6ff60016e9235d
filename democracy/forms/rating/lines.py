"""One line of a sheet: the questions that its own method asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy.forms.base import Plain, box
from democracy.models import ScoreEvidence, ScoreSheet
from democracy.models.rating.mark import Side
from portal.forms.files import FilesField, received
from portal.forms.scoring import asked, entry_of, typed
from portal.forms.texts import LongTextField
from portal.planning import TaskUnit

MOST_TASKS = 60


class LineForm(Plain):
    """``line`` says which; what was entered before is there again."""

    model = ScoreSheet
    side = Side.SELF
    act = "Lưu điểm"
    note_label = "Thuyết minh"

    line = forms.CharField(label="Tiêu chí", widget=forms.HiddenInput)
    note = LongTextField(label="Thuyết minh", required=False, max_length=5_000, widget=box(3))

    def __init__(
        self, *args: Any, subject: ScoreSheet, by: Any, on: date, line: str = "", **options: Any
    ) -> None:
        self.criterion = subject.set.lines[line or subject.set.own_lines[0].code]
        self.marks = {row.side: row for row in subject.marks.filter(line=self.criterion.code)}
        kept = options.get("initial") or {}
        options["initial"] = self.before() | kept | {"line": self.criterion.code}
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        self.fields["note"].label = self.note_label
        self.fields = asked(self.criterion) | self.fields

    def before(self) -> dict[str, Any]:
        """Their own earlier entry; a reviewer begins with what is there."""
        mark = next((self.marks[side] for side in self.begins_with() if side in self.marks), None)
        if mark is None:
            return {}
        note = mark.note if mark.side == self.side else ""
        return typed(self.criterion, mark.entry) | {"note": note}

    def begins_with(self) -> tuple[str, ...]:
        return (Side.SELF,)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        entry = entry_of(self.criterion, data)
        return {"line": self.criterion.code, "entry": entry, "note": data["note"]}


class SelfScore(LineForm):
    step = "self_score"

    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)
    shares = forms.ModelMultipleChoiceField(
        TaskUnit.objects.none(),
        label="Nhiệm vụ làm tài liệu kiểm chứng",
        required=False,
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nhiệm vụ của đơn vị trong năm, kèm tài liệu đã báo cáo",
    )
    drop = forms.ModelMultipleChoiceField(
        ScoreEvidence.objects.none(),
        label="Bỏ tài liệu đã gửi",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        here = self.subject.evidence.filter(line=self.criterion.code).select_related(
            "file", "share"
        )
        used = here.filter(share__isnull=False).values("share")
        self.fields["shares"].queryset = tasks_of(self.subject).exclude(pk__in=used)
        self.fields["drop"].queryset = here
        for name in ("shares", "drop"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        chosen = {name: list(self.cleaned_data.get(name) or ()) for name in ("shares", "drop")}
        return super().arguments() | {"files": self.received} | chosen


def tasks_of(sheet: ScoreSheet) -> Any:
    """Tasks of the unit or committee in the plans of that year."""
    shares = TaskUnit.objects.filter(plan__year=sheet.round.year).exclude(stage="skipped")
    whose = {"body": sheet.body} if sheet.body_id else {"unit": sheet.unit}
    found = shares.filter(**whose).order_by("pk").values("pk")[:MOST_TASKS]
    return TaskUnit.objects.filter(pk__in=found).select_related("task")


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
