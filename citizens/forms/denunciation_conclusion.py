"""Verification, conclusion and what follows it, as forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms import denunciation_drafts
from citizens.forms.choices import PersonField, UnitField
from citizens.forms.complaint_verification import PeopleField
from citizens.forms.denunciation_form import DenunciationForm, DenunciationPaperForm, lines
from citizens.forms.executing import FIGURES, ExecutionField, WithFigures
from citizens.models import Denunciation, DenunciationPublication, Measure
from citizens.models.denunciation.vocabulary import JUDGEMENTS
from citizens.models.vocabulary import Conclusion
from portal.forms import ChoiceField, DateField, LongTextField, NumberField, TextField

KINDS = Measure._meta.get_field("kind").choices
MISTAKES = [(words, words) for words in ("Ghi nhầm", "Ghi hai lần")]
OUTCOMES = [(each.value, each.label) for each in JUDGEMENTS]
LONGEST = 30


class MeasureField(ExecutionField):
    def label_from_instance(self, obj: Any) -> str:
        words = getattr(obj, "measure_words", None)
        told = f": {words.content.splitlines()[0]}" if words and words.content else ""
        return super().label_from_instance(obj) + told


class OrderVerification(DenunciationPaperForm):
    """At least two, nobody of whom is bound to the denounced (TC Đ31; NĐ31 Đ10)."""

    model, step = Denunciation, "order_verification"
    opening = denunciation_drafts.team
    form_code = "tc_qd_xac_minh"
    draft_label = "Dự thảo quyết định thành lập Tổ xác minh"
    field_order = ("lead", "members", "days", "no_conflict", "draft")

    lead = PersonField(label="Tổ trưởng Tổ xác minh", empty_label="Chọn tổ trưởng")
    members = PeopleField(label="Thành viên khác", help_text="Ít nhất một người ngoài tổ trưởng")
    days = NumberField(label="Thời hạn xác minh (ngày)", min_value=1, max_value=LONGEST)
    no_conflict = forms.BooleanField(
        label="Từng người trong Tổ đã cam kết không phải người thân thích, không có quyền, lợi ích"
        " liên quan đến người bị tố cáo",
        error_messages={"required": "Hỏi từng người trước khi lập Tổ, rồi đánh dấu vào đây"},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        others = [user for user in data.get("members") or () if user != data.get("lead")]
        if "members" in data and not others:
            self.add_error("members", "Chọn thêm ít nhất một người ngoài tổ trưởng")
        data["members"] = others
        return data

    def arguments(self) -> dict[str, Any]:
        told = super().arguments()
        told.pop("no_conflict", None)
        return told

    def words(self, data: dict[str, Any]) -> Mapping[str, str]:
        team = [f"- {data['lead']}, tổ trưởng", *(f"- {user}" for user in data["members"])]
        return {"thành viên": "\n".join(team), "số ngày": str(data["days"])}


class ReportFindings(DenunciationForm):
    model, step = Denunciation, "report_findings"

    text = LongTextField(
        label="Kết quả xác minh từng nội dung",
        help_text="Tài liệu đã kiểm tra, điều đã làm rõ; không ghi ai tố cáo, ai cung cấp tin",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    proposal = ChoiceField(label="Đề xuất kết luận", choices=OUTCOMES)


class Conclude(DenunciationPaperForm):
    """One answer for each content, then the whole, then whose responsibility it is."""

    model, step = Denunciation, "conclude"
    opening = denunciation_drafts.conclusion
    form_code = "tc_ket_luan"
    draft_label = "Dự thảo kết luận nội dung tố cáo"

    outcome = ChoiceField(label="Kết luận chung", choices=OUTCOMES)
    text = LongTextField(label="Nội dung kết luận", max_length=10_000)
    responsibility = LongTextField(
        label="Trách nhiệm của người bị tố cáo và người có liên quan", max_length=5_000
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = {f"content_{each.pk}": each for each in self.subject.allegations.all()}
        for at, (name, each) in enumerate(self.asked.items(), start=1):
            label = f"Nội dung {at}: {each.text}"
            self.fields[name] = ChoiceField(label=label, choices=OUTCOMES)
        found = self.subject.reports.last()
        self.fields["outcome"].initial = found.proposal if found else None
        self.order_fields([*self.asked, "outcome", "text", "responsibility", "draft"])

    def words(self, data: dict[str, Any]) -> Mapping[str, str]:
        judged = [
            f"{at}. {each.text}: {Conclusion(data[name]).label.lower()}."
            for at, (name, each) in enumerate(self.asked.items(), start=1)
        ]
        return {
            "từng nội dung": "\n".join(judged),
            "kết luận": Conclusion(data["outcome"]).label,
            "nội dung kết luận": data["text"],
            "trách nhiệm": data["responsibility"],
        }

    def arguments(self) -> dict[str, Any]:
        told = super().arguments()
        judged = {each.pk: told.pop(name) for name, each in self.asked.items()}
        return told | {"judgements": judged}


class Serve(DenunciationForm):
    model, step = Denunciation, "serve"
    last_day_fields = ("served_on",)

    served_on = DateField(
        label="Ngày gửi",
        help_text="Gửi người bị tố cáo và cơ quan luật định; người tố cáo được gửi riêng,"
        " địa chỉ ghi tay",
    )


class ActOn(WithFigures, DenunciationForm):
    """One thing in words, and in the figures from which 05/KQTH is counted."""

    model, step = Denunciation, "act_on"
    last_day_fields = ("ordered_on",)

    kind = ChoiceField(label="Việc xử lý", choices=KINDS)
    content = lines(label="Nội dung phải xử lý", required=False)
    responsible = TextField(
        label="Cơ quan, cá nhân thực hiện",
        required=False,
        max_length=200,
        help_text="Ghi khi ngoài Sở; không ghi người tố cáo",
    )
    unit = UnitField(label="Đơn vị thực hiện, theo dõi")
    ordered_on = DateField(label="Ngày giao")
    due_on = DateField(label="Phải xong ngày", required=False)

    layout = Layout(
        "kind",
        "content",
        *FIGURES,
        Div("unit", "responsible", css_class="pair"),
        Div("ordered_on", "due_on", css_class="pair"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amount"].help_text = "Ghi khi thu hồi hoặc trả lại tiền, đất"
        self.fields["due_on"].earliest = self.subject.concluded_on
        if self.subject.unit:
            self.fields["unit"].initial = self.subject.unit.code


class ReportResult(DenunciationPaperForm):
    model, step = Denunciation, "report_result"
    opening = denunciation_drafts.result
    draft_label = "Dự thảo thông báo kết quả xử lý"


class Publicise(DenunciationForm):
    model, step = Denunciation, "publicise"
    last_day_fields = ("start_on",)

    form = ChoiceField(label="Hình thức công khai", choices=DenunciationPublication.Form.choices)
    start_on = DateField(label="Từ ngày")
    until = DateField(
        label="Đến ngày",
        required=False,
        help_text="Niêm yết, đăng tải ít nhất 15 ngày liên tục; cuộc họp thì để trống",
    )

    layout = Layout("form", Div("start_on", "until", css_class="pair"))


class OfOne(DenunciationForm):
    """One of the things that are still to be done; the only one is chosen already."""

    execution = MeasureField(label="Việc phải xử lý")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.subject.executions_now().open().select_related("measure_words")
        self.fields["execution"].queryset = waiting.prefetch_related("results")
        if len(waiting) == 1:
            self.fields["execution"].initial = waiting[0]


class CarryOut(WithFigures, OfOne):
    model, step = Denunciation, "carry_out"
    last_day_fields = ("done_on",)

    done_on = DateField(label="Ngày thực hiện")
    result = lines(label="Kết quả thực hiện", required=False)
    finished = forms.BooleanField(
        label="Việc này đã xong",
        required=False,
        help_text="Tiền, đất: đủ số thì tự ghi là xong",
    )
    layout = Layout("execution", "done_on", "result", *FIGURES, "finished")


class Drop(OfOne):
    model, step = Denunciation, "drop_execution"
    reason = ChoiceField(label="Lý do bỏ", choices=MISTAKES)


class OpenFurther(DenunciationForm):
    model, step = Denunciation, "open_further"
    last_day_fields = ("received_on",)

    received_on = DateField(
        label="Ngày biết có tố cáo tiếp",
        help_text="Cấp trên xem xét trong 20 ngày (khoản 2 Điều 37 Luật Tố cáo)",
    )


class Close(DenunciationForm):
    model, step = Denunciation, "close"
