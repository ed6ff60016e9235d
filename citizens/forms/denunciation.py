"""Initial handling of a denunciation, as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms import denunciation_drafts
from citizens.forms.choices import FieldField
from citizens.forms.denunciation_form import DenunciationForm, DenunciationPaperForm, lines
from citizens.forms.recommending import CATEGORIES
from citizens.models import Denunciation, Petition
from citizens.models.denunciation import custody
from citizens.models.denunciation.intake import PROVINCE
from citizens.models.denunciation.vocabulary import SYMBOLS, RefusalGround
from citizens.models.vocabulary import Level
from portal.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    StepForm,
    SuggestedField,
    TextField,
    YesNoField,
)
from portal.office import office
from portal.text import day, lower_first

BODIES = (
    PROVINCE,
    "Chủ tịch Ủy ban nhân dân xã, phường",
    "Thanh tra tỉnh",
    "Cơ quan Cảnh sát điều tra Công an tỉnh",
    "Viện kiểm sát nhân dân tỉnh",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Sở khác thuộc Ủy ban nhân dân tỉnh",
)
MOST_CONTENTS = 30


class Examine(StepForm):
    """The first reading of the envelope: what is denounced, typed anew, and of whom."""

    model, step = Petition, "examine"

    level = forms.TypedChoiceField(
        label="Lần tố cáo",
        coerce=int,
        choices=[(Level.FIRST.value, "Lần đầu"), (Level.SECOND.value, "Tố cáo tiếp")],
        initial=Level.FIRST.value,
        widget=forms.RadioSelect,
    )
    overdue = YesNoField(
        label="Tố cáo tiếp vì quá thời hạn mà chưa được giải quyết?", required=False, initial=False
    )
    category = ChoiceField(
        label="Nhóm nội dung", choices=[(each.value, each.label) for each in CATEGORIES]
    )
    field = FieldField(required=False)
    several_places = YesNoField(
        label="Phải kiểm tra, xác minh tại nhiều địa điểm?",
        help_text="Thời hạn xử lý ban đầu khi đó là 10 ngày làm việc thay vì 7",
        initial=False,
    )
    denounced = lines(
        label="Người, cơ quan, tổ chức bị tố cáo",
        help_text="Mỗi dòng một người: họ tên, rồi dấu phẩy, chức vụ và nơi công tác",
    )
    contents = lines(
        label="Trích nội dung tố cáo",
        help_text="Mỗi dòng một nội dung, viết lại bằng lời của cán bộ; không ghi ai tố cáo, không"
        " ghi địa chỉ, số điện thoại, chi tiết mà chỉ một người biết",
    )

    layout = Layout(
        "level",
        "overdue",
        Div("category", "field", css_class="pair"),
        "several_places",
        "denounced",
        "contents",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        named = rows(data.get("denounced"))
        texts = rows(data.get("contents"))
        known = [*(line.partition(",")[0] for line in named), *custody.names_of_the_office()]
        for name, words in (("denounced", named), ("contents", texts)):
            if sentence := custody.why_refused("\n".join(words), known=known):
                self.add_error(name, sentence)
        if len(texts) > MOST_CONTENTS:
            self.add_error("contents", f"Nhiều nhất {MOST_CONTENTS} nội dung; gộp các nội dung lại")
        data["denounced"], data["contents"] = named, texts
        data["overdue"] = bool(data.get("overdue")) and data.get("level") == Level.SECOND
        return data

    def take(self, **who: Any) -> Any:
        self.result = super().take(**who)
        return self.result


def rows(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class Accept(DenunciationPaperForm):
    model, step = Denunciation, "accept"
    opening = denunciation_drafts.acceptance
    form_code = "tc_qd_thu_ly"
    draft_label = "Dự thảo quyết định thụ lý"


class Forward(DenunciationPaperForm):
    """To a body by its name of office; about the office's own leaders to the province alone."""

    model, step = Denunciation, "forward"
    opening = denunciation_drafts.forwarding
    form_code = "tc_phieu_chuyen"
    draft_label = "Dự thảo phiếu chuyển"
    field_order = ("addressee", "ground", "draft")

    addressee = SuggestedField(
        label="Cơ quan có thẩm quyền", suggestions=lambda: BODIES, max_length=200
    )
    ground = LongTextField(label="Căn cứ chuyển", max_length=3_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.subject.against_leadership:
            self.fields["addressee"].initial = PROVINCE

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "cơ quan có thẩm quyền": data["addressee"],
            "căn cứ": data["ground"],
            "lý do": data["ground"],
        }


class Decline(DenunciationPaperForm):
    model, step, danger = Denunciation, "decline", True
    opening = denunciation_drafts.refusal
    form_code = "tc_tb_khong_thu_ly"
    draft_label = "Dự thảo thông báo không thụ lý"
    field_order = ("ground", "reason", "draft")

    ground = ChoiceField(label="Căn cứ không thụ lý", choices=RefusalGround.choices)
    reason = LongTextField(label="Lý do cụ thể", max_length=3_000)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        ground = lower_first(RefusalGround(data["ground"]).label)
        return {"căn cứ": ground, "lý do": data["reason"]}


class PassToInspection(DenunciationPaperForm):
    model, step = Denunciation, "pass_to_inspection"
    opening = denunciation_drafts.inspection
    draft_label = "Dự thảo văn bản chuyển thanh tra, kiểm tra"
    field_order = ("addressee", "reason", "draft")

    addressee = SuggestedField(
        label="Nơi thanh tra, kiểm tra", suggestions=lambda: BODIES, max_length=200
    )
    reason = LongTextField(
        label="Người vi phạm, chứng cứ cụ thể và cơ sở kiểm tra",
        max_length=3_000,
        help_text="Tố cáo không rõ người tố cáo nhưng có nội dung rõ về người vi phạm, có chứng cứ"
        " (khoản 2 Điều 25 Luật Tố cáo)",
    )

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {
            "cơ quan, đơn vị thanh tra, kiểm tra": data["addressee"],
            "lý do": data["reason"],
        }


class Notify(DenunciationPaperForm):
    model, step = Denunciation, "notify"
    opening = denunciation_drafts.notice_of_contents
    form_code = "tc_tb_noi_dung"
    draft_label = "Dự thảo thông báo nội dung tố cáo gửi người bị tố cáo"


class DemandReport(DenunciationPaperForm):
    model, step = Denunciation, "demand_report"
    opening = denunciation_drafts.demand


class RecordReport(DenunciationForm):
    model, step = Denunciation, "record_report"
    last_day_fields = ("reported_on",)

    reported_on = DateField(label="Ngày nhận báo cáo")


class NameDenounced(DenunciationForm):
    model, step = Denunciation, "name_denounced"

    name = TextField(label="Họ tên, tên cơ quan, tổ chức", max_length=200)
    position = TextField(label="Chức vụ, nơi công tác", required=False, max_length=200)
    organisation = YesNoField(label="Là cơ quan, tổ chức?", initial=False)

    def why_refused(self, name: str, value: Any) -> str:
        """A name is what is asked for here; a number or an address is not."""
        if name == "name":
            return custody.why_refused(value or "", known=[value or ""])
        return super().why_refused(name, value)


class SendOut(DenunciationForm):
    """Number and date from the office's own book of papers under custody."""

    model, step = Denunciation, "send_out"
    last_day_fields = ("dated_on",)

    paper = forms.ModelChoiceField(
        None, label="Văn bản", empty_label=None, widget=forms.RadioSelect
    )
    number = TextField(label="Số, ký hiệu", max_length=60)
    dated_on = DateField(label="Ngày văn bản", help_text="Ngày ghi trên văn bản đã ký")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.subject.papers.waiting()
        self.fields["paper"].queryset = waiting
        if waiting.count() == 1:
            self.fields["paper"].initial = waiting.get()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        paper, number, dated_on = data.get("paper"), data.get("number", ""), data.get("dated_on")
        if paper and number and dated_on:
            data["number"] = numbered(number, paper.kind, on=dated_on)
            same = type(paper).objects.filter(number=data["number"], dated_on__year=dated_on.year)
            if other := same.exclude(pk=paper.pk).first():
                words = f"Số {data['number']} đã ghi cho {other.title}, ngày {day(other.dated_on)}"
                self.add_error("number", words)
        return data


def numbered(number: str, kind: str, *, on: Any) -> str:
    """A bare number gets its symbol."""
    if not number.isdigit():
        return number
    letters = SYMBOLS.get(kind)
    symbol = office(on).symbol
    return f"{number}/{letters}-{symbol}" if letters else f"{number}/{symbol}"
