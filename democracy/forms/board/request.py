"""What staff ask of the board."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.forms.base import Plain, box
from democracy.forms.board.base import OfTerm, terms_of_the_staff
from democracy.forms.board.recommendation import InspectionField
from democracy.models import BoardInspection, BoardRequest
from portal.forms import DateField, LongTextField, TextField

NOT_HERE = (
    "Không ghi nội dung tố cáo ở đây; người tố cáo được giữ kín danh tính theo cách riêng, xem"
    " trang hướng dẫn gửi đơn"
)


class AskBoard(OfTerm):
    terms = staticmethod(terms_of_the_staff)

    title = TextField(label="Việc đề nghị Ban xem xét", max_length=300)
    text = LongTextField(label="Nội dung", max_length=8_000, widget=box(6), help_text=NOT_HERE)


class NoteRequest(OfTerm):
    """Without the name: whoever asked by word or paper stays with the board."""

    title = TextField(label="Việc được đề nghị", max_length=300)
    text = LongTextField(label="Nội dung", max_length=8_000, widget=box(6), help_text=NOT_HERE)
    received_on = DateField(label="Ngày nhận")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"received_on": on} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)
        self.fields["received_on"].latest = on


class JoinInspection(Plain):
    model, step = BoardRequest, "join_inspection"

    inspection = InspectionField(
        label="Cuộc kiểm tra, giám sát", empty_label="Chọn cuộc kiểm tra, giám sát"
    )

    def __init__(self, *args: Any, subject: BoardRequest, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        rows = BoardInspection.objects.upcoming().filter(term=subject.term_id)
        self.fields["inspection"].queryset = rows


class AnswerRequest(Plain):
    model, step = BoardRequest, "answer_request"

    answer = LongTextField(label="Trả lời", max_length=8_000, widget=box(6))
