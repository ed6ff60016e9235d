"""Money of a plan: estimate, appraisal, approval."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.choices import ChoiceField
from portal.forms.numbers import AmountField
from portal.forms.planning.base import PlanningForm
from portal.forms.texts import TextField
from portal.planning import Budget, Plan, Task
from portal.planning.budgets import Purpose
from portal.text import money

MOST = 10**12


class Row(forms.ModelChoiceField):
    """One line of the estimate, with its amounts."""

    def label_from_instance(self, row: Any) -> str:
        told = [f"{row.content}: dự trù {money(row.estimated)}"]
        if row.appraised is not None:
            told.append(f"thẩm định {money(row.appraised)}")
        return ", ".join(told)


class EstimateBudget(PlanningForm):
    model, step = Plan, "estimate_budget"

    content = TextField(label="Nội dung chi")
    amount = AmountField(label="Số tiền dự trù, đồng", min_value=1, max_value=MOST)
    source = TextField(label="Nguồn kinh phí", required=False, max_length=200)
    purpose = ChoiceField(
        label="Mục đích chi", required=False, choices=Purpose.choices, widget=forms.Select
    )
    task = forms.ModelChoiceField(
        Task.objects.none(), label="Cho nhiệm vụ", required=False, empty_label="Cả kế hoạch"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["task"].queryset = self.subject.tasks.all()


class OnBudget(PlanningForm):
    """About one line that is not yet approved."""

    budget = Row(Budget.objects.none(), label="Khoản", empty_label=None, widget=forms.RadioSelect)
    amount = AmountField(label="Số tiền, đồng", min_value=0, max_value=MOST)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["budget"].queryset = self.subject.budgets.filter(approved=None)


class AppraiseBudget(OnBudget):
    model, step = Plan, "appraise_budget"

    remark = TextField(label="Ý kiến thẩm định", required=False, max_length=500)


class ApproveBudget(OnBudget):
    model, step = Plan, "approve_budget"


class DisburseBudget(OnBudget):
    """All that was spent of a line, up to today."""

    model, step = Plan, "disburse_budget"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amount"].label = "Đã giải ngân đến nay, đồng"
        self.fields["budget"].queryset = self.subject.budgets.filter(approved__isnull=False)
