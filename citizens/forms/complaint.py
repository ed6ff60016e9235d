"""Acceptance and decision of a complaint, as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout

from citizens.documents import words
from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm
from citizens.models import Complaint, Publication
from citizens.models.vocabulary import FIRST_LEVEL_OUTCOMES, SECOND_LEVEL_OUTCOMES, Outcome
from portal.forms import ChoiceField, DateField, LongTextField, TextField
from portal.grounds import ACCEPTANCE, ground, grounds_on
from portal.text import lower_first

WAYS = (
    "Bưu chính bảo đảm",
    "Giao trực tiếp, có ký nhận",
    "Qua Ủy ban nhân dân xã, phường nơi cư trú",
)


class Accept(PaperForm):
    model, step = Complaint, "accept"
    draft_label = "Dự thảo thông báo thụ lý"


class Decline(PaperForm):
    model, step, danger = Complaint, "decline", True
    draft_label = "Dự thảo thông báo không thụ lý"

    ground = ChoiceField(label="Căn cứ không thụ lý")
    reason = LongTextField(
        label="Lý do cụ thể",
        max_length=3_000,
        help_text="Viết để người khiếu nại hiểu vì sao; in trong thông báo",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        grounds = grounds_on(ACCEPTANCE, on=self.on)
        self.fields["ground"].choices = [(each.code, each.told) for each in grounds]

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        words = lower_first(ground(ACCEPTANCE, data["ground"]).told)
        return {"căn cứ": words, "lý do": data["reason"]}


class Settle(PaperForm):
    """The outcomes are those that the law has for the level."""

    model, step = Complaint, "settle"
    draft_label = "Dự thảo quyết định giải quyết"

    outcome = ChoiceField(label="Kết luận")
    conclusion = LongTextField(
        label="Nội dung kết luận",
        max_length=10_000,
        help_text="Đúng, sai ở điểm nào; giữ nguyên, sửa đổi hay hủy bỏ quyết định bị khiếu nại",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = outcomes_of(self.subject)
        found = [*self.subject.findings.all()]
        self.fields["outcome"].initial = found[-1].proposal if found else None

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "kết luận": Outcome(data["outcome"]).label,
            "nội dung kết luận": data["conclusion"],
            "nội dung quyết định": words.ruling(self.subject, data["outcome"]),
        }


class SettleAtOnce(PaperForm):
    """Only where the check of the first days shows that the complaint is right."""

    model, step = Complaint, "settle_at_once"
    draft_label = "Dự thảo quyết định giải quyết"

    rechecked = LongTextField(
        label="Kết quả kiểm tra lại",
        max_length=5_000,
        help_text="Vì sao thấy ngay khiếu nại đúng, không phải xác minh (Điều 17 Nghị định "
        "124/2020/NĐ-CP). Chưa rõ đúng hay sai thì giao xác minh",
    )
    conclusion = LongTextField(
        label="Nội dung kết luận",
        max_length=10_000,
        help_text="Khiếu nại đúng ở điểm nào; sửa đổi hay hủy bỏ quyết định bị khiếu nại",
    )

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "kết quả kiểm tra lại": data["rechecked"],
            "kết luận": Outcome.RIGHT.label,
            "nội dung kết luận": data["conclusion"],
            "nội dung quyết định": words.ruling(self.subject, Outcome.RIGHT),
        }


def outcomes_of(case: Any) -> list[tuple[str, str]]:
    allowed = SECOND_LEVEL_OUTCOMES if case.level == 2 else FIRST_LEVEL_OUTCOMES
    return [(outcome.value, outcome.label) for outcome in allowed]


class Serve(ItemForm):
    model, step = Complaint, "serve"

    served_on = DateField(label="Ngày gửi", help_text="Ngày ghi trên phiếu gửi hoặc biên bản giao")
    way = ChoiceField(label="Cách gửi", choices=[(way, way) for way in WAYS], initial=WAYS[0])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        within(self, "served_on", since=self.subject.decided_on)


class Publicise(ItemForm):
    model, step = Complaint, "publicise"

    form = ChoiceField(label="Hình thức công khai", choices=Publication.Form.choices)
    start_on = DateField(label="Từ ngày")
    until = DateField(
        label="Đến ngày",
        required=False,
        help_text="Niêm yết, đăng tải ít nhất 15 ngày; cuộc họp thì để trống",
    )
    place = TextField(label="Địa điểm, địa chỉ đăng", required=False, max_length=200)

    layout = Layout("form", Div("start_on", "until", css_class="pair"), "place")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        within(self, "start_on", since=self.subject.decided_on)


class Close(ItemForm):
    model, step = Complaint, "close"


def within(form: ItemForm, name: str, *, since: Any) -> None:
    """From a day of the case up to today."""
    form.fields[name].earliest, form.fields[name].latest = since, form.on
