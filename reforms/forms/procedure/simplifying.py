"""What is typed about reviews and proposals to simplify."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.forms import AmountField, ChoiceField, DateField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.numbers import NumberField
from portal.forms.planning.base import PlanningForm, box
from portal.text import money, number
from reforms.compliance_cost import hourly_income
from reforms.forms.procedure.change import known
from reforms.forms.procedure.keeping import CodeField
from reforms.models import ProcedureChange, ReviewItem, ReviewPlan, Simplification
from reforms.models.procedure.vocabulary import Measure
from reforms.models.simplifying.proposal import Sort
from reforms.statutes import review_plan_due

PLACES = Decimal("0.01")


class ProcedureField(CodeField):
    """A procedure of the catalogue by its code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Mã thủ tục"} | options)

    def clean(self, value: Any) -> Any:
        code = super().clean(value)
        return known(code.code) if code else None


class NewReviewPlan(Form):
    year = NumberField(label="Năm", min_value=2010, max_value=2100)
    purpose = LongTextField(
        label="Mục đích, yêu cầu", required=False, max_length=5_000, widget=box(3)
    )
    unit = AnyUnitField(label="Đơn vị tổng hợp")

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        year = on.year if on <= review_plan_due(on.year) else on.year + 1
        unit = next((row.unit for row in by.positions_on(on) if row.unit_id), None)
        options["initial"] = {"year": year, "unit": unit and unit.code}
        super().__init__(*args, **options)
        as_of(self, on)


class PlanForm(PlanningForm):
    model = ReviewPlan


class AddItem(PlanForm):
    step = "add_item"

    procedure = ProcedureField()
    unit = AnyUnitField(label="Đơn vị rà soát")
    due_on = DateField(label="Hoàn thành trước ngày")
    basis = TextField(label="Căn cứ, lý do rà soát", max_length=500)
    product = TextField(
        label="Sản phẩm", initial="Báo cáo rà soát, phương án đơn giản hóa", max_length=300
    )


class OfOneItem(PlanForm):
    item = forms.ModelChoiceField(
        ReviewItem.objects.none(), label="Thủ tục", empty_label="Chọn thủ tục"
    )

    def __init__(self, *args: Any, subject: ReviewPlan, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        rows = subject.items.select_related("procedure")
        self.fields["item"].queryset = rows  # type: ignore[attr-defined]  # a choice of rows


class DropItem(OfOneItem):
    step = "drop_item"


class NoteResult(OfOneItem):
    step = "note_result"

    done_on = DateField(label="Rà soát xong ngày")
    result = LongTextField(
        label="Kết quả", max_length=3_000, widget=box(3),
        help_text="Giữ nguyên, hay đề xuất phương án nào; số và ngày văn bản nếu có",
    )  # fmt: skip


class Approve(PlanForm):
    step = "approve"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def texts(self) -> list[tuple[str, str]]:
        rows = self.subject.items.select_related("procedure", "unit")
        lines = (f"{row.procedure}: {row.unit}, {row.basis}" for row in rows)
        return [("Thủ tục rà soát", "\n".join(lines))]


class SendPlan(PlanForm):
    step = "send"

    sent_on = DateField(label="Gửi ngày")

    def facts(self) -> list[tuple[str, str]]:
        return [("Hạn gửi", review_plan_due(self.subject.year).strftime("%d/%m/%Y"))]


class HeadOfProposal(Form):
    procedure = ProcedureField()
    sort = ChoiceField(label="Loại phương án", choices=Sort.choices)
    content = LongTextField(
        label="Nội dung đơn giản hóa", max_length=5_000, widget=box(3),
        help_text="Ví dụ: giảm thời hạn giải quyết từ 10 ngày xuống 9 ngày làm việc",
    )  # fmt: skip
    reason = LongTextField(label="Lý do", max_length=5_000, widget=box(3))
    recommendation = LongTextField(
        label="Kiến nghị thực thi", required=False, max_length=5_000, widget=box(2),
        help_text="Điều, khoản nào của văn bản nào cần sửa",
    )  # fmt: skip
    days_before = AmountField(label="Thời hạn hiện nay, ngày làm việc", min_value=0, max_value=999)
    days_after = AmountField(label="Thời hạn sau, ngày làm việc", min_value=0, max_value=999)
    papers_before = NumberField(label="Số giấy tờ hiện nay", required=False, min_value=0)
    papers_after = NumberField(label="Số giấy tờ sau", required=False, min_value=0)
    fee_before = NumberField(label="Phí hiện nay, đồng", required=False, min_value=0)
    fee_after = NumberField(label="Phí sau, đồng", required=False, min_value=0)
    dossiers = NumberField(label="Số lượt thực hiện một năm", min_value=0)
    hourly = NumberField(label="Thu nhập bình quân một giờ, đồng", min_value=1, max_value=10**7)
    told_percent = AmountField(
        label="Tỷ lệ tiết kiệm như văn bản ghi, %", required=False, min_value=0, max_value=100,
        help_text="Để trống nếu chưa có văn bản; Cổng tự tính và so sánh",
    )  # fmt: skip
    unit = AnyUnitField(label="Đơn vị đề xuất")

    layout: Any = Layout(
        "procedure", "sort", "content", "reason", "recommendation",
        Div("days_before", "days_after", css_class="pair"),
        Div("papers_before", "papers_after", css_class="pair"),
        Div("fee_before", "fee_after", css_class="pair"),
        Div("dossiers", "hourly", css_class="pair"), "told_percent", "unit",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("fee_before", "fee_after"):
            data[name] = data.get(name) or 0
        before, after = data.get("days_before"), data.get("days_after")
        if before is not None and after is not None and after > before:
            self.add_error("days_after", "Thời hạn sau dài hơn thời hạn hiện nay")
        if data["fee_after"] > data["fee_before"]:
            self.add_error("fee_after", "Phí sau cao hơn phí hiện nay")
        return data


class NewProposal(HeadOfProposal):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = next((row.unit for row in by.positions_on(on) if row.unit_id), None)
        income, source = hourly_income(as_of=on)
        options["initial"] = {"unit": unit and unit.code, "hourly": number(income)} | (
            options.get("initial") or {}
        )
        super().__init__(*args, **options)
        self.fields["hourly"].help_text = f"{source}; sửa theo mức của tỉnh"
        self.on = on
        as_of(self, on)

    def arguments(self) -> dict[str, Any]:
        """What the year's plan of review led to belongs to its line."""
        data = super().arguments()
        items = ReviewItem.objects.filter(procedure=data["procedure"], plan__year=self.on.year)
        return data | {"item": items.first()}


class Edit(HeadOfProposal, PlanningForm):
    model, step = Simplification, "edit"

    def __init__(self, *args: Any, subject: Simplification, **options: Any) -> None:
        names = (name for name in self.base_fields if name not in ("procedure", "unit", "draft"))
        before = {name: getattr(subject, name) for name in names}
        before |= {"procedure": subject.procedure.code, "unit": subject.unit.code}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class ProposalForm(PlanningForm):
    model = Simplification


class Adopt(ProposalForm):
    step = "adopt"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        wrong = list(one.contradictions())
        told = [
            ("Chi phí hiện nay", money(one.cost_before)),
            ("Chi phí sau đơn giản hóa", money(one.cost_after)),
            ("Tiết kiệm", f"{money(one.saved)} ({percent_words(one.percent)})"),
        ]
        return [*told, ("Cần xem lại", "\n".join(wrong))] if wrong else told

    def texts(self) -> list[tuple[str, str]]:
        return [("Nội dung đơn giản hóa", self.subject.content), ("Lý do", self.subject.reason)]


class SendProposal(ProposalForm):
    step = "send"

    sent_on = DateField(label="Gửi Văn phòng Ủy ban nhân dân tỉnh ngày")


class NoteDecision(ProposalForm):
    step = "note_decision"

    decision = TextField(label="Quyết định thông qua", max_length=200)
    decided_on = DateField(label="Ngày ký")


class CarryOut(ProposalForm):
    step = "carry_out"

    carried_out_on = DateField(label="Thực thi từ ngày")


class UpdateCatalogue(ProposalForm):
    step = "update_catalogue"

    change = TextField(
        label="Biến động số", max_length=24, help_text="Ví dụ BDTT-2026-0001, đã có quyết định"
    )

    def clean_change(self) -> ProcedureChange:
        code = self.cleaned_data["change"]
        found = ProcedureChange.objects.filter(code__iexact=code).first()
        if found is None:
            raise ValidationError(f"Không có biến động số {code}")
        return found


class Abandon(ProposalForm):
    step = "abandon"
    danger = True

    reason = TextField(label="Lý do", max_length=500)


def percent_words(percent: Decimal | None) -> str:
    return "—" if percent is None else f"{number(percent.normalize())}%"


def limit_in_days(procedure: Any, *, on: date) -> Decimal | None:
    """The present limit in working days, where it is one."""
    version = procedure.version_on(on)
    limit = version.limit() if version else None
    if limit is None or limit.quantity is None or limit.measure == Measure.CALENDAR:
        return None
    return (limit.hours / 8).quantize(PLACES)
