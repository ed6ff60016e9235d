"""One line of a scorecard: the questions that its own method asks, what shows that it is so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from portal.forms import Form, YesNoField
from portal.forms.files import FilesField, received
from portal.forms.numbers import AmountField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.texts import LongTextField
from portal.planning import TaskUnit
from portal.scoring import Criterion, Entry

COUNT, MOST_TASKS = "count_", 60


class OneLine(PlanningForm):
    """``line`` says which of the subject's lines; what was entered before is there again."""

    line = forms.CharField(label="Tiêu chí", widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, subject: Any, by: Any, on: date, line: str = "", **options: Any
    ) -> None:
        self.criterion = subject.set.lines[line or subject.set.own_lines[0].code]
        kept = options.get("initial") or {}
        options["initial"] = self.before(subject) | kept | {"line": self.criterion.code}
        super().__init__(*args, subject=subject, by=by, on=on, **options)

    def before(self, subject: Any) -> dict[str, Any]:
        return {}


class MarkForm(OneLine):
    """What one side enters at a line."""

    side = "self"
    button = "Lưu điểm"
    note_label = "Thuyết minh"

    note = LongTextField(label="Thuyết minh", required=False, max_length=5_000, widget=box(3))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["note"].label = self.note_label

    def begins_with(self) -> tuple[str, ...]:
        """The sides whose entry this one begins with, the first that is there."""
        return (self.side,)

    def mark_before(self, subject: Any) -> Any:
        marks = {row.side: row for row in subject.marks.filter(line=self.criterion.code)}
        return next((marks[side] for side in self.begins_with() if side in marks), None)

    def own_note(self, mark: Any) -> str:
        """Their own words; another side's are not taken over."""
        return str(mark.note) if mark.side == self.side else ""


class Proving(Form):
    """Files and tasks that show a line, before the form of the line."""

    by: Any

    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)
    shares = forms.ModelMultipleChoiceField(
        TaskUnit.objects.none(),
        label="Nhiệm vụ làm tài liệu kiểm chứng",
        required=False,
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
    )
    drop = forms.ModelMultipleChoiceField(
        TaskUnit.objects.none(),
        label="Bỏ tài liệu đã gửi",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, tasks: Any, evidence: Any) -> None:
        """Tasks that do not show the line yet, and what was sent; where there are any."""
        here = evidence.select_related("file", "share")
        used = here.filter(share__isnull=False).values("share")
        found = tasks.exclude(pk__in=used).order_by("pk").values("pk")[:MOST_TASKS]
        shares = TaskUnit.objects.filter(pk__in=found).select_related("task")
        for name, rows in {"shares": shares, "drop": here}.items():
            self.fields[name].queryset = rows
            if not rows.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def papers(self) -> dict[str, Any]:
        chosen = {name: list(self.cleaned_data.get(name) or ()) for name in ("shares", "drop")}
        return chosen | {"files": self.received}


def asked(line: Criterion) -> dict[str, forms.Field]:
    """The method's questions, and the gate before them."""
    questions: dict[str, forms.Field] = {}
    if line.gate:
        questions["gate"] = YesNoField(label=line.gate)
    for name, label in line.method.asks.items():
        if name == "yes":
            questions["value"] = YesNoField(label=label)
        else:
            questions[name] = AmountField(label=label)
    return questions


def typed(line: Criterion, entry: Entry) -> dict[str, Any]:
    """The answers, as the questions show them."""
    value = bool(entry.value) if "yes" in line.method.asks else entry.value
    counts = {f"{COUNT}{n}": count for n, count in enumerate(entry.counts)}
    return {"value": value, "whole": entry.whole, "gate": entry.gate} | counts


def entry_of(line: Criterion, data: Mapping[str, Any]) -> Entry:
    """What was answered to them."""
    value = data.get("value")
    counts = [data.get(name) for name in line.method.asks if name.startswith(COUNT)]
    return Entry(
        Decimal(value) if isinstance(value, bool) else value,
        data.get("whole"),
        data.get("gate"),
        tuple(counts),
    )
