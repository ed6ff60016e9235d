"""Side steps of a complaint, as forms."""

from __future__ import annotations

from typing import Any

from citizens import statutes
from citizens.forms.complaint import within
from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm
from citizens.models import Complaint, Complexity, Pause, Withdrawal
from citizens.models.side_records import TerminationGround
from portal.forms import ChoiceField, DateField, LongTextField
from portal.text import lower_first


class MarkComplex(PaperForm):
    """From 01/7/2026 one of the seven criteria; before, the ground alone."""

    model, step = Complaint, "mark_complex"
    draft_label = "Dự thảo văn bản xác định vụ việc phức tạp"

    criterion = ChoiceField(
        label="Tiêu chí vụ việc phức tạp",
        choices=[(value, f"{value}) {label}") for value, label in Complexity.Criterion.choices],
    )
    ground = LongTextField(label="Căn cứ cụ thể", max_length=3_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.on < statutes.REFORM_OF_2026:
            del self.fields["criterion"]

    def arguments(self) -> dict[str, Any]:
        return {"criterion": ""} | super().arguments()

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        criterion = data.get("criterion")
        label = Complexity.Criterion(criterion).label if criterion else ""
        return {"tiêu chí": lower_first(label), "căn cứ": data["ground"]}


class WithGround(PaperForm):
    """A ground of the law and the reason in words."""

    reason = LongTextField(label="Lý do cụ thể", max_length=3_000)

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        label = dict(self.fields["ground"].choices)[data["ground"]]
        return {"căn cứ": lower_first(label), "lý do": data["reason"]}


class Suspend(WithGround):
    model, step = Complaint, "suspend"
    draft_label = "Dự thảo quyết định tạm đình chỉ"
    field_order = ("ground", "reason", "draft")

    ground = ChoiceField(label="Căn cứ tạm đình chỉ", choices=Pause.Ground.choices)


class Resume(PaperForm):
    model, step = Complaint, "resume"
    draft_label = "Dự thảo quyết định tiếp tục giải quyết"


class Terminate(WithGround):
    model, step, danger = Complaint, "terminate", True
    draft_label = "Dự thảo quyết định đình chỉ"
    field_order = ("ground", "reason", "draft")

    ground = ChoiceField(label="Căn cứ đình chỉ", choices=TerminationGround.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.on < statutes.REFORM_OF_2026:
            self.fields["ground"].choices = [TerminationGround.choices[0]]


class Withdraw(ItemForm):
    model, step = Complaint, "withdraw"

    stated_on = DateField(label="Ngày rút", help_text="Ngày ghi trên đơn xin rút hoặc biên bản")
    form = ChoiceField(label="Hình thức", choices=Withdrawal.Form.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        within(self, "stated_on", since=self.subject.received_on)


class WithdrawPart(Withdraw):
    model, step = Complaint, "withdraw_part"

    content = LongTextField(label="Nội dung rút", max_length=5_000)
