"""What the board asks of the head, and the head's answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from democracy.forms.base import Plain, box, picked
from democracy.forms.board.base import OfTerm
from democracy.models import BoardInspection, BoardRecommendation
from portal.forms import ChoiceField, DateField, LongTextField, TextField
from portal.forms.files import FilesField
from portal.text import day


class InspectionField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(BoardInspection.objects.none(), to_field_name="code", **options)


class NewRecommendation(OfTerm):
    inspection = InspectionField(
        label="Từ cuộc kiểm tra, giám sát", required=False, empty_label="Không"
    )
    title = TextField(label="Kiến nghị", max_length=300)
    text = LongTextField(
        label="Nội dung, căn cứ", required=False, max_length=8_000, widget=box(5),
        help_text="Toàn thể công chức, viên chức, người lao động của đơn vị đọc được; không ghi nội"
        " dung tố cáo",
    )  # fmt: skip
    received_on = DateField(
        label="Ngày người đứng đầu nhận", help_text="Từ ngày này tính 15 ngày để trả lời"
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"received_on": on} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)
        self.fields["received_on"].latest = on
        terms = self.fields["term"].queryset
        done = BoardInspection.objects.filter(term__in=terms, stage="done")
        self.fields["inspection"].queryset = done


class RecommendationForm(Plain):
    model = BoardRecommendation


class AnswerRecommendation(RecommendationForm):
    step = "answer_recommendation"

    outcome = ChoiceField(label="Kết quả", choices=BoardRecommendation.Outcome.choices)
    answer = LongTextField(
        label="Trả lời", max_length=10_000, widget=box(6),
        help_text="Việc đã làm, sẽ làm, ai làm, xong ngày nào; hoặc vì sao không thực hiện",
    )  # fmt: skip
    file_sent = FilesField(label="Văn bản trả lời", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["file"] = picked(self, "file_sent")
        return data

    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("outcome", "answer", "file")}

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        due = [("Trả lời chậm nhất", day(one.due_on))] if one.due_on else []
        return [("Kiến nghị", one.title), *due]


class ConfirmSettled(RecommendationForm):
    step = "confirm_settled"

    remark = TextField(label="Nhận xét của Ban", required=False, max_length=500)


class SendAgain(RecommendationForm):
    step = "send_again"

    reason = TextField(
        label="Lý do", max_length=500, help_text="15 ngày trả lời được tính lại từ hôm nay"
    )


class LayAside(RecommendationForm):
    step = "lay_aside"
    danger = True

    reason = TextField(
        label="Lý do", max_length=500, help_text="Ví dụ: Ban hoặc đơn vị đã kết thúc hoạt động"
    )
