"""Phúc đáp, phúc đáp nhận được, đôn đốc, tách nội dung: as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from citizens.forms import petition_drafts
from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm
from citizens.models import Petition, PolicyQuestion
from citizens.models.desk_item import DeskItem
from portal.forms import DateField, LongTextField, TextField
from portal.text import day


class ReportBack(PaperForm):
    model, step = Petition, "report_back"
    opening = petition_drafts.reporting_back
    draft_label = "Dự thảo văn bản phúc đáp"

    ground = LongTextField(
        label="Kết quả giải quyết",
        max_length=3_000,
        help_text="Một, hai câu, in trong văn bản phúc đáp",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {"kết quả": data["ground"]}


class RecordReply(ItemForm):
    model, step = Petition, "record_reply"

    body = TextField(label="Cơ quan phúc đáp", max_length=200)
    number = TextField(label="Số, ký hiệu", max_length=60)
    dated_on = DateField(label="Ngày văn bản")
    content = LongTextField(
        label="Kết quả giải quyết",
        max_length=5_000,
        help_text="Cơ quan đó đã giải quyết thế nào; bản quét thêm ở mục Thêm tài liệu",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].initial = self.subject.addressee
        self.fields["dated_on"].earliest = self.subject.received_on
        self.fields["dated_on"].latest = self.on


class Urge(PaperForm):
    model, step = DeskItem, "urge"
    opening = petition_drafts.urging
    draft_label = "Dự thảo văn bản đôn đốc"

    addressee = TextField(label="Nơi nhận đôn đốc", max_length=200)
    due_on = DateField(label="Yêu cầu trả lời trước ngày")
    ground = LongTextField(
        label="Lý do đôn đốc",
        max_length=3_000,
        help_text="Việc gì chậm, từ ngày nào",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        behind = getattr(self.subject, "addressee", "") or self.subject.unit
        self.fields["addressee"].initial = str(behind or "")

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "nơi nhận": data["addressee"],
            "lý do": data["ground"],
            "ngày": day(data["due_on"]),
        }


class Split(ItemForm):
    model, step = Petition, "split"

    title = TextField(label="Trích yếu của nội dung tách ra", max_length=300)
    content = LongTextField(
        label="Nội dung tách ra",
        max_length=20_000,
        help_text="Đơn này giữ số cũ và phần còn lại; nội dung tách ra có số riêng, cùng ngày "
        "nhận, cùng mã tra cứu",
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class AnswerQuestion(ItemForm):
    model, step = PolicyQuestion, "answer"

    conclusion = LongTextField(
        label="Nội dung trả lời",
        max_length=10_000,
        help_text="Công dân đọc nguyên văn nội dung này trên trang tra cứu, ngay khi gửi",
    )

    def to_citizen(self) -> str:
        return getattr(self, "cleaned_data", {}).get("conclusion", "")
