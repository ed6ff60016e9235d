"""Side steps of a denunciation, as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.validators import MaxValueValidator

from citizens.forms import denunciation_drafts
from citizens.forms.denunciation_form import DenunciationForm, DenunciationPaperForm
from citizens.models import Denunciation, DenunciationWithdrawal
from citizens.models.denunciation.vocabulary import (
    ExtensionCriterion,
    GoesOn,
    PauseGround,
    TerminationGround,
)
from portal.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    TextField,
    YesNoField,
)
from portal.text import lower_first


class SeekExpertise(DenunciationPaperForm):
    model, step = Denunciation, "seek_expertise"
    opening = denunciation_drafts.expertise
    form_code = "tc_trung_cau"
    draft_label = "Dự thảo văn bản trưng cầu giám định"
    field_order = ("body", "question", "draft")

    body = TextField(label="Cơ quan giám định", max_length=200)
    question = LongTextField(label="Nội dung cần giám định", max_length=3_000)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {"cơ quan giám định": data["body"], "nội dung giám định": data["question"]}


class ReceiveExpertise(DenunciationForm):
    model, step = Denunciation, "receive_expertise"
    last_day_fields = ("received_on",)

    received_on = DateField(label="Ngày có kết quả giám định")


class Extend(DenunciationPaperForm):
    model, step = Denunciation, "extend"
    opening = denunciation_drafts.extension
    form_code = "tc_qd_gia_han"
    draft_label = "Dự thảo quyết định gia hạn"
    field_order = ("criteria", "days", "ground", "draft")

    criteria = forms.MultipleChoiceField(
        label="Tiêu chí vụ việc phức tạp",
        choices=ExtensionCriterion.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Một tiêu chí được gia hạn một lần, từ hai tiêu chí trở lên được hai lần",
    )
    days = NumberField(label="Số ngày gia hạn", min_value=1)
    ground = LongTextField(label="Căn cứ cụ thể", max_length=3_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        days, most = self.fields["days"], self.subject.most_days()
        days.initial = most
        days.validators.append(MaxValueValidator(most, f"Không quá {most} ngày mỗi lần"))
        days.help_text = f"Không quá {most} ngày mỗi lần, kể từ ngày hết hạn (Điều 30 Luật Tố cáo)"

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "căn cứ": data["ground"],
            "lý do": data["ground"],
            "số ngày": str(data["days"]),
        }


class WithGround(DenunciationPaperForm):
    """A ground of the law and the reason in words."""

    reason = LongTextField(label="Lý do cụ thể", max_length=3_000)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        label = dict(self.fields["ground"].choices)[data["ground"]]
        return {"căn cứ": lower_first(str(label)), "lý do": data["reason"]}


class Suspend(WithGround):
    model, step = Denunciation, "suspend"
    opening = denunciation_drafts.suspension
    draft_label = "Dự thảo quyết định tạm đình chỉ"
    field_order = ("ground", "reason", "draft")

    ground = ChoiceField(label="Căn cứ tạm đình chỉ", choices=PauseGround.choices)


class Resume(DenunciationPaperForm):
    model, step = Denunciation, "resume"
    opening = denunciation_drafts.resumption
    draft_label = "Dự thảo quyết định tiếp tục giải quyết"


class Terminate(WithGround):
    model, step, danger = Denunciation, "terminate", True
    opening = denunciation_drafts.termination
    draft_label = "Dự thảo quyết định đình chỉ"
    field_order = ("ground", "reason", "draft")

    ground = ChoiceField(label="Căn cứ đình chỉ", choices=TerminationGround.choices)


class Withdraw(DenunciationForm):
    """Whether it goes on is asked at once: the law knows three reasons why it must (TC Đ33.3)."""

    model, step = Denunciation, "withdraw"
    last_day_fields = ("stated_on",)

    stated_on = DateField(label="Ngày rút", help_text="Ngày ghi trên đơn rút hoặc biên bản")
    form = ChoiceField(label="Hình thức", choices=DenunciationWithdrawal.Form.choices)
    part = YesNoField(label="Chỉ rút một phần?", initial=False)
    goes_on = ChoiceField(
        label="Sau khi rút, vụ việc có vẫn phải giải quyết không?",
        choices=[("", "Không, đình chỉ nếu đã rút toàn bộ"), *GoesOn.choices],
        required=False,
    )

    layout = Layout(Div("stated_on", "form", css_class="pair"), "part", "goes_on")
