"""Phúc đáp, phúc đáp nhận được, đôn đốc, tách nội dung: as forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm, filled
from citizens.models import Petition, PolicyQuestion, Urging
from citizens.models.desk_item import DeskItem
from portal.forms import DateField, LongTextField, TextField
from portal.text import day


class ReportBack(PaperForm):
    model, step = Petition, "report_back"
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
        self.fields["addressee"].initial = behind(self.subject)

    @classmethod
    def left_out(cls, subjects: Sequence[Any], *, on: date) -> dict[Any, str]:
        """Whoever still has time to answer the last letter is not urged again."""
        urged = Urging.objects.open().filter(due_on__gte=on)
        owner = "petition" if isinstance(subjects[0], Petition) else "case"
        found = urged.filter(**{f"{owner}__in": [each.pk for each in subjects]})
        return {
            pk: f"Đã đôn đốc, chờ trả lời đến hết ngày {day(due_on)}."
            for pk, due_on in found.values_list(f"{owner}_id", "due_on")
        }

    def ask_for_many(self) -> None:
        """Each letter goes to whoever is behind with its own case."""
        del self.fields["addressee"], self.fields["draft"]
        self.fields["ground"].help_text = "In trong từng văn bản; nơi nhận là nơi đang giữ việc"

    def arguments(self) -> dict[str, Any]:
        data = super().arguments()
        if "addressee" in self.fields:
            return data
        data["addressee"] = behind(self.subject)
        return data | {"draft": filled(self.opening_draft(), self.words(data))}

    def submitted(self) -> dict[str, list[str]]:
        if "addressee" in self.fields:
            return super().submitted()
        data = self.arguments()
        return self.typed() | {name: [data[name]] for name in ("addressee", "draft")}

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "nơi nhận": data["addressee"],
            "lý do": data["ground"],
            "ngày": day(data["due_on"]),
        }


def behind(item: Any) -> str:
    """Whoever has to act: the body that a petition was forwarded to, else the unit."""
    return str(getattr(item, "addressee", "") or item.unit or "")


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
