"""The steps of a petition as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from citizens.forms import petition_drafts
from citizens.forms.choices import FieldField
from citizens.forms.desk_item import HandOver, ItemForm
from citizens.forms.envelope import refuse_who_denounced
from citizens.forms.paper_form import PaperForm
from citizens.forms.petition_register import OPEN_KINDS
from citizens.models import Case, Petition
from citizens.models.vocabulary import Category, Kind, Level, Regime
from citizens.sheets.likely import likely_first_cases
from portal.fields import agencies
from portal.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    SuggestedField,
    TextField,
    YesNoField,
)
from portal.grounds import ELIGIBILITY, ground, grounds_on
from portal.people import Unit

PREFILLED = (
    *("kind", "title", "people", "signers", "category", "eligible", "competent"),
    *("regime", "known_on"),
)


class Classify(ItemForm):
    model, step = Petition, "classify"
    conditional = frozenset({"level", "regime", "reasons"})

    kind = ChoiceField(label="Loại đơn", choices=OPEN_KINDS)
    level = ChoiceField(
        label="Khiếu nại lần",
        choices=[(str(level.value), level.label) for level in Level],
        initial=str(Level.FIRST.value),
        required=False,
        help_text="Chỉ dùng cho khiếu nại",
    )
    regime = ChoiceField(
        label="Khiếu nại về việc gì",
        choices=Regime.choices,
        initial=Regime.ADMINISTRATIVE.value,
        required=False,
        widget=forms.Select,
        help_text="Chỉ dùng cho khiếu nại",
    )
    known_on = DateField(
        label="Ngày nhận hoặc biết quyết định bị khiếu nại",
        required=False,
        help_text="Thời hiệu khiếu nại tính từ ngày này; đơn không ghi thì để trống",
    )
    title = TextField(label="Trích yếu")
    field = FieldField()
    category = ChoiceField(
        label="Nhóm nội dung theo biểu thống kê",
        choices=[("", "Theo lĩnh vực"), *Category.choices],
        required=False,
        widget=forms.Select,
    )
    people = NumberField(label="Số người có tên trong đơn", min_value=1)
    signers = NumberField(label="Số người ký", min_value=0)
    eligible = YesNoField(label="Đơn đủ điều kiện xử lý không?")
    reasons = forms.MultipleChoiceField(
        label="Vì sao không đủ điều kiện",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Chỉ đánh dấu khi đơn không đủ điều kiện",
    )
    competent = YesNoField(label="Nội dung thuộc thẩm quyền của Sở không?")

    layout = Layout(
        "kind",
        Div(Div("level", "regime", css_class="pair"), "known_on", css_class="of-complaint"),
        "title",
        Div("field", "category", css_class="pair"),
        Div("people", "signers", css_class="pair"),
        "eligible",
        Div("reasons", css_class="of-ineligible"),
        "competent",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in PREFILLED:
            self.fields[name].initial = getattr(self.subject, name)
        self.fields["known_on"].latest = self.on
        grounds = grounds_on(ELIGIBILITY, on=self.on)
        self.fields["reasons"].choices = [(each.code, each.words) for each in grounds]
        self.fields["level"].initial = str(self.subject.level)
        self.fields["field"].initial = self.subject.field and self.subject.field.code

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("eligible") is False and not data.get("reasons"):
            self.add_error("reasons", "Chưa chọn vì sao đơn không đủ điều kiện")
        if data.get("kind") != Kind.COMPLAINT or not data.get("level"):
            data["level"] = str(Level.FIRST.value)
        if data.get("kind") != Kind.COMPLAINT or not data.get("regime"):
            data["regime"] = Regime.ADMINISTRATIVE.value
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        reasons = [] if data["eligible"] else data.pop("reasons")
        data.pop("reasons", None)
        data["ground"] = "\n".join(ground(ELIGIBILITY, each).words for each in reasons)
        data["level"] = int(data["level"])
        data["category"] = data["category"] or self._category_of(data["field"])
        return data

    def _category_of(self, field: Any) -> str:
        column = "KN" if self.cleaned_data["kind"] == Kind.COMPLAINT else "KNPA"
        return field.column(column, as_of=self.subject.received_on)


class RequestSupplement(ItemForm):
    model, step = Petition, "request_supplement"

    missing = LongTextField(
        label="Nội dung công dân cần bổ sung",
        max_length=5_000,
        help_text="Công dân đọc nguyên văn nội dung này trên trang tra cứu",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["missing"].initial = petition_drafts.supplement_asked(self.subject)

    def clean_missing(self) -> str:
        missing = self.cleaned_data["missing"]
        if petition_drafts.BLANK in missing:
            raise ValidationError(f"Còn chỗ để trống ({petition_drafts.BLANK}); ghi đủ rồi gửi")
        return missing

    def to_citizen(self) -> str:
        return getattr(self, "cleaned_data", {}).get("missing", "")


SUMMARY = "Tóm tắt nội dung và ý kiến đề xuất"
PRINTED = "In trên Phiếu đề xuất thụ lý trình người giải quyết"
OFFICE, UNIT = "so", "don-vi"
SECOND_LEVEL = ("unit", "officer", "summary", "first_decision")


class Propose(HandOver):
    """Phiếu đề xuất thụ lý."""

    model, step = Petition, "propose"

    summary = LongTextField(label=SUMMARY, help_text=PRINTED)
    settled_by = ChoiceField(
        label="Ai giải quyết lần đầu?",
        choices=[
            (OFFICE, "Giám đốc Sở"),
            (UNIT, "Thủ trưởng đơn vị nhận việc, dưới con dấu của đơn vị"),
        ],
        initial=OFFICE,
        help_text="Khiếu nại quyết định, việc làm của đơn vị trực thuộc thì thủ trưởng đơn vị ấy "
        "giải quyết lần đầu (Điều 19 Luật Khiếu nại)",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["summary"].initial = petition_drafts.proposal(self.subject)
        if not Unit.objects.open(as_of=self.on).exclude(symbol="").exists():
            del self.fields["settled_by"]

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"under_own_seal": data.pop("settled_by", OFFICE) == UNIT}


class OpenSecondLevel(HandOver):
    """The first case is found in the portal, or its decision is named from the paper."""

    model, step = Petition, "open_second_level"

    likely = ChoiceField(label="Vụ việc lần đầu của cùng người gửi", required=False)
    code = TextField(
        label="Số vụ việc lần đầu",
        required=False,
        max_length=24,
        help_text="Ví dụ: KNTTDVVL-2026-0012",
    )
    first_decision = TextField(
        label="Quyết định lần đầu",
        required=False,
        max_length=300,
        help_text="Khi lần đầu không giải quyết trên Cổng: số, ngày, nơi ra quyết định, "
        "hoặc quá hạn không có quyết định",
    )
    summary = LongTextField(label=SUMMARY, help_text=PRINTED)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["summary"].initial = petition_drafts.proposal(self.subject)
        found = likely_first_cases(self.subject, user=self.by, on=self.on)
        self.fields["likely"].choices = [
            (each.code, f"{each.code}: {each.title}") for each in found
        ]
        if not self.fields["likely"].choices:
            del self.fields["likely"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        code = (data.get("code") or data.get("likely") or "").upper()
        self.first = Case.objects.visible_to(self.by, on=self.on).filter(code=code).first()
        if code and self.first is None:
            self.add_error("code", f"Không có vụ việc số {code}; xem lại số đã nhập")
        return data

    def arguments(self) -> dict[str, Any]:
        data = {name: self.cleaned_data[name] for name in SECOND_LEVEL}
        return data | {"first_case": self.first and self.first.own_kind()}


class Entrust(HandOver):
    model, step = Petition, "entrust"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["draft"]  # no paper comes of it


class Leave(PaperForm):
    """The petition leaves the office, on a ground that its paper names."""

    addressee: Any = SuggestedField(
        label="Cơ quan có thẩm quyền", max_length=200, suggestions=agencies
    )
    ground = LongTextField(
        label="Lý do, căn cứ", max_length=3_000, help_text="Một câu, in trong văn bản"
    )

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {"cơ quan": data.get("addressee", ""), "lý do": data["ground"]}


class Guide(Leave):
    model, step = Petition, "guide"
    draft_label = "Dự thảo phiếu hướng dẫn"


class Forward(Leave):
    model, step = Petition, "forward"
    draft_label = "Dự thảo phiếu chuyển đơn"


class SendBack(Leave):
    model, step = Petition, "send_back"
    draft_label = "Dự thảo văn bản trả lại đơn"

    addressee = None


class Shelve(ItemForm):
    model, step = Petition, "shelve"

    ground = LongTextField(label="Lý do, căn cứ", max_length=3_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["draft"]  # no paper comes of it
        self.fields["ground"].initial = self.subject.ground
        self.fields["ground"].help_text = "Đơn lưu một năm rồi trình thủ trưởng quyết định hủy"


class Seal(ItemForm):
    model, step, danger = Petition, "seal", True

    envelope_no = TextField(label="Bì mật số", max_length=40)
    envelope_place = TextField(label="Nơi giữ bì", max_length=120)
    envelope_keeper = TextField(label="Người giữ bì", max_length=120)
    done = forms.BooleanField(
        label="Đã cho đơn giấy và tài liệu kèm theo vào bì, dán lại và ghi số bì bên ngoài"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        refuse_who_denounced(self, data)
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data.pop("done")
        return {"reason": "Đơn có nội dung tố cáo", **data}
