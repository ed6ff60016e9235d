"""What a unit reports on its share, and what comes back."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.dates import DateField
from portal.forms.files import FilesField, received
from portal.forms.numbers import NumberField
from portal.forms.planning.base import PlanningForm, box
from portal.forms.texts import LongTextField, TextField
from portal.people import User
from portal.planning import Occurrence, TaskUnit
from portal.planning.rules import WORKERS


class ShareForm(PlanningForm):
    model = TaskUnit

    def facts(self) -> list[tuple[str, str]]:
        share = self.subject
        told = [
            ("Kế hoạch", str(share.plan)),
            ("Đơn vị thực hiện", str(share.place)),
            ("Thời gian, theo văn bản", share.task.raw_time),
        ]
        return [(label, words) for label, words in told if words]


class WithFiles(ShareForm):
    """Evidence goes with the report."""

    def arguments(self) -> dict[str, Any]:
        data = {name: each for name, each in self.cleaned_data.items() if name != "files_sent"}
        return data | {"files": self.received}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data


class Assign(ShareForm):
    step = "assign"

    officer = forms.ModelChoiceField(
        User.objects.none(),
        label="Người thực hiện",
        empty_label="Chọn người",
        to_field_name="username",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        held = {"positions__unit": self.subject.unit, "positions__role__in": WORKERS}
        people = User.objects.filter(is_active=True, **held).distinct()
        self.fields["officer"].queryset = people


class ReportProgress(WithFiles):
    step = "report_progress"

    percent = NumberField(
        label="Đã xong bao nhiêu phần trăm", min_value=0, max_value=100, help_text="Từ 0 đến 100"
    )
    text = LongTextField(
        label="Việc đã làm",
        max_length=5_000,
        help_text="Ghi số lượng, số và ngày văn bản; không ghi chung chung",
        widget=box(4),
    )
    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["percent"].initial = self.subject.percent


class ReportRound(WithFiles):
    step = "report_round"

    occurrence = forms.ModelChoiceField(
        Occurrence.objects.none(), label="Kỳ, đợt", empty_label=None
    )
    text = LongTextField(
        label="Kết quả",
        max_length=5_000,
        help_text="Ghi số lượng, số và ngày văn bản; không ghi chung chung",
        widget=box(4),
    )
    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["occurrence"].queryset = self.subject.occurrences.unreported()


class Finish(WithFiles):
    step = "finish"

    result = LongTextField(label="Kết quả", max_length=5_000, widget=box(4))
    product = TextField(
        label="Sản phẩm",
        help_text="Số và ngày văn bản, hoặc số lượng, ví dụ: Quyết định số 15 ngày 12/6/2026",
    )
    finished_on = DateField(label="Ngày hoàn thành")
    files_sent = FilesField(label="Tài liệu kiểm chứng", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["finished_on"].latest = self.on
        self.fields["finished_on"].initial = self.on

    def clean_product(self) -> str:
        """“Đã làm” is no product."""
        product = self.cleaned_data["product"]
        if not any(letter.isdigit() for letter in product):
            raise forms.ValidationError("Ghi rõ sản phẩm: số và ngày văn bản, hoặc số lượng đã làm")
        return product


class Confirm(ShareForm):
    step = "confirm"


class Reopen(ShareForm):
    step = "reopen"

    reason = LongTextField(label="Việc cần làm thêm", max_length=2_000, widget=box(3))


class RaiseIssue(ShareForm):
    step = "raise_issue"

    text = LongTextField(label="Vướng mắc", max_length=5_000, widget=box(4))
    asks = LongTextField(
        label="Kiến nghị, đề xuất", required=False, max_length=5_000, widget=box(3)
    )


class Upward(ShareForm):
    """The obstacles stand beside the form of whoever passes on or answers."""

    def facts(self) -> list[tuple[str, str]]:
        return [
            *super().facts(),
            *(("Vướng mắc", row.text) for row in self.subject.obstacles.open()),
        ]


class PassIssueUp(Upward):
    step = "pass_issue_up"

    comment = LongTextField(label="Ý kiến của đầu mối tổng hợp", max_length=2_000, widget=box(3))


class AnswerIssue(Upward):
    step = "answer_issue"

    answer = LongTextField(label="Trả lời", max_length=5_000, widget=box(4))


class Reschedule(ShareForm):
    step = "reschedule"

    due = DateField(label="Hạn mới")
    reason = TextField(label="Lý do", max_length=500)


class Skip(ShareForm):
    step = "skip"

    reason = TextField(
        label="Lý do thôi thực hiện",
        max_length=500,
        help_text="Ví dụ: tổ chức đã kết thúc hoạt động; nhiệm vụ không còn",
    )
