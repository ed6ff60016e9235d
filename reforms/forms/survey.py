"""Opening a campaign, giving out slips, closing it; answering a slip."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout

from portal.forms import ChoiceField, DateField, Form, LongTextField, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField
from portal.forms.planning.base import PlanningForm as Plain
from portal.forms.planning.base import box
from reforms.models import SurveyCampaign
from reforms.surveys import SCALE, Questionnaire, for_campaigns

MOST_SLIPS = 500
NO_OPINION = ("", "Không có ý kiến")


class OpenCampaign(Plain):
    model, step = SurveyCampaign, "open_campaign"

    title = TextField(label="Tên đợt khảo sát", max_length=300)
    questions = ChoiceField(label="Phiếu hỏi", choices=())
    opens_on = DateField(label="Từ ngày")
    closes_on = DateField(label="Đến hết ngày")

    layout = Layout("title", "questions", Div("opens_on", "closes_on", css_class="pair"))

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["questions"].choices = [(each.code, each.title) for each in for_campaigns()]


class Issue(Plain):
    model, step = SurveyCampaign, "issue"

    count = NumberField(
        label="Số phiếu", min_value=1, max_value=MOST_SLIPS,
        help_text="Mỗi phiếu một mã, trả lời được một lần",
    )  # fmt: skip
    unit = AnyUnitField(
        label="Phát qua đơn vị", required=False, empty_label="Không chia theo đơn vị"
    )


class CloseCampaign(Plain):
    model, step = SurveyCampaign, "close_campaign"

    conclusion = LongTextField(
        label="Nhận xét", required=False, max_length=3_000, widget=box(3),
        help_text="Phiếu chưa dùng hết giá trị khi kết thúc",
    )  # fmt: skip


class Slip(Form):
    """The questions of one questionnaire; none has to be answered, but one of them."""

    def __init__(self, *args: Any, questionnaire: Questionnaire, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(mark), words) for mark, words in SCALE]
        for each in questionnaire.questions:
            self.fields[each.code] = ChoiceField(
                label=each.text, choices=[*choices, NO_OPINION], required=False, initial=""
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            self.add_error(None, "Chọn mức hài lòng cho ít nhất một câu")
        return data

    def ticked(self) -> dict[str, int]:
        return {code: int(mark) for code, mark in self.cleaned_data.items() if mark}
