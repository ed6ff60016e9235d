"""One line of a card: the questions that its way of counting asks, or other points with why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.forms.choices import ChoiceField
from portal.forms.files import FilesField, received
from portal.forms.numbers import AmountField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.scoring import asked, entry_of, typed
from portal.forms.texts import LongTextField
from portal.planning import TaskUnit
from portal.scoring import Entry
from reforms.models import CardEvidence, Scorecard
from reforms.models.scorecard.mark import Side, Told
from reforms.proposals import Proposal, proposal_of, says_the_same

APPLIES, NOT = "co", "khong"
MOST_TASKS = 60


class OneLine(PlanningForm):
    """``line`` says which."""

    model = Scorecard
    line = forms.CharField(label="Tiêu chí", widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, subject: Scorecard, by: Any, on: date, line: str = "", **options: Any
    ) -> None:
        self.criterion = subject.set.lines[line or subject.set.own_lines[0].code]
        kept = options.get("initial") or {}
        options["initial"] = (
            self.before(subject, on=on) | kept | {"line": self.criterion.code}
        )  # fmt: skip
        super().__init__(*args, subject=subject, by=by, on=on, **options)

    def before(self, card: Scorecard, *, on: date) -> dict[str, Any]:
        return {}


class LineForm(OneLine):
    side = Side.SELF
    act = "Lưu điểm"
    note_label = "Thuyết minh"

    applies = ChoiceField(
        label="Dòng này có áp dụng không?",
        choices=((APPLIES, "Có áp dụng"), (NOT, "Không áp dụng")),
        initial=APPLIES,
    )
    points = AmountField(
        label="Điểm khác cách tính",
        required=False,
        help_text="Để trống để lấy điểm theo cách tính; ghi điểm khác thì nêu lý do",
    )
    note = LongTextField(label="Thuyết minh", required=False, max_length=5_000, widget=box(3))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["note"].label = self.note_label
        questions = asked(self.criterion)
        self.conditional = frozenset(questions)
        for field in questions.values():
            field.required = False
        first = {name: self.fields.pop(name) for name in ("line", "applies")}
        self.fields = first | questions | self.fields

    def before(self, card: Scorecard, *, on: date) -> dict[str, Any]:
        """Their own earlier entry, else the earlier side's, else what the portal counts."""
        marks = {row.side: row for row in card.marks.filter(line=self.criterion.code)}
        self.proposal: Proposal | None = proposal_of(card, self.criterion)
        mark = next((marks[side] for side in self.begins_with() if side in marks), None)
        if mark is None:
            entry = self.proposal.entry if self.proposal else Entry()
            return typed(self.criterion, entry) if self.proposal else {}
        return typed(self.criterion, mark.entry) | {
            "applies": APPLIES if mark.applies else NOT,
            "points": mark.points if mark.is_by_hand else None,
            "note": mark.note if mark.side == self.side else "",
        }

    def begins_with(self) -> tuple[str, ...]:
        return (Side.SELF,)

    def clean(self) -> dict[str, Any]:
        """The line's own questions are asked where it applies."""
        data = super().clean() or {}
        if data.get("applies") == APPLIES:
            for name in self.conditional - set(self.errors):
                if data.get(name) is None:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        applies = data["applies"] == APPLIES
        entry = entry_of(self.criterion, data) if applies else Entry()
        told = Told(entry, applies, data["points"] if applies else None)
        return {"line": self.criterion.code, "told": told, "note": data["note"]}


class SelfScore(LineForm):
    step = "self_score"

    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)
    link = forms.URLField(
        label="Đường dẫn tới tài liệu",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Văn bản đã đăng trên trang của cơ quan",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    shares = forms.ModelMultipleChoiceField(
        TaskUnit.objects.none(),
        label="Nhiệm vụ đã làm, lấy làm tài liệu kiểm chứng",
        required=False,
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nhiệm vụ đã hoàn thành trong năm, kèm tài liệu đã báo cáo",
    )
    drop = forms.ModelMultipleChoiceField(
        CardEvidence.objects.none(),
        label="Bỏ tài liệu đã gửi",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        here = self.subject.evidence.filter(line=self.criterion.code)
        here = here.select_related("file", "share")
        used = here.filter(share__isnull=False).values("share")
        offered = {"shares": tasks_of(self.subject).exclude(pk__in=used), "drop": here}
        for name, rows in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            if not rows.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data, told = self.cleaned_data, super().arguments()
        chosen = {name: list(data.get(name) or ()) for name in ("shares", "drop")}
        links = [data["link"]] if data.get("link") else []
        return told | chosen | {
            "files": self.received,
            "links": links,
            "from_portal": self.is_counted_by_the_portal(told["told"]),
        }  # fmt: skip

    def is_counted_by_the_portal(self, told: Told) -> bool:
        """What the portal counts needs no other paper: its rows are open to the appraiser."""
        proposed = self.proposal
        return bool(proposed and told.points is None and says_the_same(told.entry, proposed.entry))


def tasks_of(card: Scorecard) -> Any:
    """Tasks that are done, in the plans of that year: of the unit; of the office, of all."""
    shares = TaskUnit.objects.filter(plan__year=card.campaign.year, stage="done")
    if not card.campaign.of_the_office:
        shares = shares.filter(unit=card.unit)
    found = shares.order_by("pk").values("pk")[:MOST_TASKS]
    return TaskUnit.objects.filter(pk__in=found).select_related("task")


class Appraise(LineForm):
    step = "appraise"
    side = Side.REVIEW
    note_label = "Lý do, khi điểm khác lần chấm trước"

    def begins_with(self) -> tuple[str, ...]:
        return (Side.REVIEW, Side.SELF)


class AppraiseAgain(Appraise):
    step = "appraise_again"
    side = Side.FINAL

    def begins_with(self) -> tuple[str, ...]:
        return (Side.FINAL, Side.REVIEW)


class Explain(OneLine):
    step = "explain"
    act = "Lưu giải trình"

    words = LongTextField(label="Nội dung giải trình", max_length=5_000, widget=box(5))
    files_sent = FilesField(label="Tài liệu bổ sung", required=False)

    def before(self, card: Scorecard, *, on: date) -> dict[str, Any]:
        row = card.explanations.filter(line=self.criterion.code).first()
        return {"words": row.words} if row else {}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"line": self.criterion.code, "words": data["words"], "files": self.received}
