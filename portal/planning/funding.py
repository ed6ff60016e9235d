"""Money of a plan: estimated by its drafters, appraised by the finance unit, then approved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from portal.office import Known, declare, units_by_code
from portal.workflow import Refused, take

FINANCE_UNIT = "finance_unit"
declare(
    Known(
        FINANCE_UNIT,
        "Đơn vị thẩm định kinh phí",
        "Đơn vị thẩm định dự trù kinh phí của kế hoạch trước khi người ký kế hoạch duyệt.",
        "",
        units_by_code,
    )
)


class Funding:
    """Verbs of a plan about its money."""

    def estimate_budget(
        self: Any,
        *,
        by: Any,
        on: date,
        content: str,
        amount: Decimal,
        source: str = "",
        purpose: str = "",
        task: Any = None,
    ) -> Any:
        """Dự trù kinh phí, for the plan or one of its tasks."""
        with take(self, "estimate_budget", by=by, on=on) as taking:
            taking.facts["amount"] = str(amount)
            taking.values["content"] = content
            return self.budgets.create(
                content=content,
                source=source,
                purpose=purpose,
                task=task,
                estimated=amount,
                estimated_on=on,
                estimated_by=by,
            )

    def appraise_budget(
        self: Any, *, by: Any, on: date, budget: Any, amount: Decimal, remark: str = ""
    ) -> None:
        """Thẩm định kinh phí, by the finance unit."""
        with take(self, "appraise_budget", by=by, on=on) as taking:
            if budget.approved is not None:
                raise Refused("Khoản này đã được duyệt.", field="budget")
            budget.appraised, budget.appraised_on, budget.appraised_by = amount, on, by
            budget.remark = remark
            budget.save()
            taking.facts.update(budget=budget.pk, amount=str(amount))
            taking.values["remark"] = remark

    def approve_budget(self: Any, *, by: Any, on: date, budget: Any, amount: Decimal) -> None:
        """Duyệt kinh phí: not before it was appraised, not more than was appraised."""
        with take(self, "approve_budget", by=by, on=on) as taking:
            if budget.appraised is None:
                raise Refused("Khoản này chưa được thẩm định.", field="budget")
            if amount > budget.appraised:
                raise Refused("Mức duyệt không quá mức đã thẩm định.", field="amount")
            budget.approved, budget.approved_on, budget.approved_by = amount, on, by
            budget.save()
            taking.facts.update(budget=budget.pk, amount=str(amount))

    def disburse_budget(self: Any, *, by: Any, on: date, budget: Any, amount: Decimal) -> None:
        """Ghi giải ngân: all that was spent of it up to today."""
        with take(self, "disburse_budget", by=by, on=on) as taking:
            if budget.approved is None or amount > budget.approved:
                raise Refused("Số giải ngân không quá mức đã duyệt.", field="amount")
            budget.disbursed, budget.disbursed_on, budget.disbursed_by = amount, on, by
            budget.save()
            taking.facts.update(budget=budget.pk, amount=str(amount))

    def lacks_approved_budget(self: Any) -> str:
        approved = [row for row in self.budgets.all() if row.approved is not None]
        return "" if approved else "chưa có khoản nào được duyệt."

    def lacks_budget(self: Any) -> str:
        waiting = any(row.approved is None for row in self.budgets.all())
        return "" if waiting else "chưa có khoản dự trù nào chờ xử lý."
