"""One line of a card: the questions that its way of counting asks, or other points with why."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.choices import ChoiceField
from portal.forms.files import FilesField, received
from portal.forms.numbers import AmountField
from portal.forms.planning.base import box
from portal.forms.scoring import MarkForm, OneLine, Proving, asked, entry_of, typed
from portal.forms.texts import LongTextField
from portal.planning import TaskUnit
from portal.scoring import Entry
from reforms.models import Scorecard
from reforms.models.scorecard.mark import Side, Told
from reforms.proposals import Proposal, proposal_of, says_the_same

APPLIES, NOT = "co", "khong"


class LineForm(MarkForm):
    model = Scorecard

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
    field_order = ("line", "applies", "points", "note")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        questions = asked(self.criterion)
        self.conditional = frozenset(questions)
        for field in questions.values():
            field.required = False
        first = {name: self.fields.pop(name) for name in ("line", "applies")}
        self.fields = first | questions | self.fields

    def before(self, subject: Scorecard) -> dict[str, Any]:
        """Their own earlier entry, else the earlier side's, else what the portal counts."""
        self.proposal: Proposal | None = proposal_of(subject, self.criterion)
        mark = self.mark_before(subject)
        if mark is None:
            return typed(self.criterion, self.proposal.entry) if self.proposal else {}
        return typed(self.criterion, mark.entry) | {
            "applies": APPLIES if mark.applies else NOT,
            "points": mark.points if mark.is_by_hand else None,
            "note": self.own_note(mark),
        }

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


class SelfScore(Proving, LineForm):
    step = "self_score"

    link = forms.URLField(
        label="Đường dẫn tới tài liệu",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Văn bản đã đăng trên trang của cơ quan",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    field_order = (*LineForm.field_order, "files_sent", "link", "shares", "drop")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[
            "shares"
        ].help_text = "Nhiệm vụ đã hoàn thành trong năm, kèm tài liệu đã báo cáo"
        evidence = self.subject.evidence.filter(line=self.criterion.code)
        self.offer(tasks_of(self.subject), evidence)

    def arguments(self) -> dict[str, Any]:
        told, link = super().arguments(), self.cleaned_data.get("link")
        return told | self.papers() | {
            "links": [link] if link else [],
            "from_portal": self.is_counted_by_the_portal(told["told"]),
        }  # fmt: skip

    def is_counted_by_the_portal(self, told: Told) -> bool:
        """What the portal counts needs no other paper: its rows are open to the appraiser."""
        proposed = self.proposal
        return bool(proposed and told.points is None and says_the_same(told.entry, proposed.entry))


def tasks_of(card: Scorecard) -> Any:
    """Tasks that are done, in the plans of that year: of the unit; of the office, of all."""
    shares = TaskUnit.objects.filter(plan__year=card.campaign.year, stage="done")
    return shares if card.campaign.of_the_office else shares.filter(unit=card.unit)


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
    model = Scorecard
    step = "explain"
    button = "Lưu giải trình"

    words = LongTextField(label="Nội dung giải trình", max_length=5_000, widget=box(5))
    files_sent = FilesField(label="Tài liệu bổ sung", required=False)

    def before(self, subject: Scorecard) -> dict[str, Any]:
        row = subject.explanations.filter(line=self.criterion.code).first()
        return {"words": row.words} if row else {}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"line": self.criterion.code, "words": data["words"], "files": self.received}
