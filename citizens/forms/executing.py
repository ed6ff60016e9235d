"""Thi hành quyết định, thực hiện kết luận: what is to be done and what was done, as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.attachment import FilesField, received
from citizens.forms.choices import UnitField
from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm
from citizens.models import Complaint, Execution, Petition
from citizens.models.execution import What, labels
from portal.forms import AmountField, ChoiceField, DateField, LongTextField, NumberField, TextField

COUNTS = ("amount", "organisations", "people", "officials", "cases")
FIGURES = (
    "amount",
    Div("organisations", "cases", css_class="pair"),
    Div("people", "officials", css_class="pair"),
)


class Enforce(PaperForm):
    model, step = Complaint, "enforce"
    draft_label = "Dự thảo văn bản chỉ đạo thi hành"


class WithFigures:
    """A box for each number; an empty box is nought."""

    fields: dict[str, Any]
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in labels().items():
            box = AmountField if name == "amount" else NumberField
            self.fields[name] = box(label=label, required=False, min_value=0)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return data | {name: data[name] or 0 for name in COUNTS}


class Counting(WithFigures, ItemForm):
    pass


class ToBeDone(Counting):
    what = ChoiceField(label="Nội dung phải thi hành", choices=What.choices)
    unit = UnitField(label="Đơn vị thực hiện")
    due_on = DateField(label="Hạn thực hiện", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amount"].help_text = "Ghi khi thu hồi hoặc trả lại tiền, đất"
        self.fields["due_on"].earliest = self.subject.ordered_on
        if self.subject.unit:
            self.fields["unit"].initial = self.subject.unit.code


class AddToDecision(ToBeDone):
    model, step = Complaint, "add_execution"

    whom = TextField(label="Tổ chức, cá nhân", required=False, max_length=200)
    content = LongTextField(
        label="Việc phải làm",
        required=False,
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    layout = Layout("what", "whom", "content", *FIGURES, Div("unit", "due_on", css_class="pair"))


class AddToConclusion(ToBeDone):
    """Figures and days: nothing is written in words about a denunciation."""

    model, step = Petition, "add_execution"
    layout = Layout("what", *FIGURES, Div("unit", "due_on", css_class="pair"))


class ExecutionField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            Execution.objects.none(), empty_label=None, widget=forms.RadioSelect, **options
        )

    def label_from_instance(self, obj: Any) -> str:
        done = "" if not obj.performed else f" (đã thực hiện {obj.performed})"
        return ", ".join(filter(None, (str(obj), obj.whom))) + done


class OfOne(ItemForm):
    """One of the things that are still to be done; the only one is chosen already."""

    execution = ExecutionField(label="Nội dung thi hành")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = Execution.objects.open().filter(
            pk__in=[row.pk for row in self.subject.executions_now()]
        )
        self.fields["execution"].queryset = waiting.prefetch_related("results")
        if len(waiting) == 1:
            self.fields["execution"].initial = waiting[0]


class Done(OfOne, Counting):
    done_on = DateField(label="Ngày thực hiện")
    finished = forms.BooleanField(
        label="Nội dung này đã thi hành xong",
        required=False,
        help_text="Tiền, đất: đủ số thì tự ghi là xong",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        done = self.fields["done_on"]
        done.earliest, done.latest = self.subject.ordered_on, self.on


class DoneOfDecision(Done):
    model, step = Complaint, "carry_out"

    words = LongTextField(
        label="Kết quả",
        required=False,
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    document = TextField(label="Văn bản, chứng từ số", required=False, max_length=120)
    proof = FilesField(label="Bản quét văn bản, chứng từ", required=False)
    layout = Layout("execution", "done_on", *FIGURES, "words", "document", "proof", "finished")

    def arguments(self) -> dict[str, Any]:
        told = super().arguments()
        told.pop("proof")
        return told | {"file": self.files_received[0] if self.files_received else None}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.files_received = received(self, "proof", by=self.by)
        return data


class DoneOfConclusion(Done):
    model, step = Petition, "carry_out"
    layout = Layout("execution", "done_on", *FIGURES, "finished")


class Drop(OfOne):
    reason = TextField(label="Lý do bỏ", max_length=300)


class DropOfDecision(Drop):
    model, step = Complaint, "drop_execution"


class DropOfConclusion(Drop):
    """Why is said on paper."""

    model, step = Petition, "drop_execution"
    reason = ChoiceField(
        label="Lý do bỏ", choices=[("Ghi nhầm", "Ghi nhầm"), ("Ghi hai lần", "Ghi hai lần")]
    )
