"""One task of a draft."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.db.models import Q

from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, BodyField, FieldField, UnitsField
from portal.forms.dates import DateField
from portal.forms.planning.base import PlanningForm, box, words_of
from portal.forms.texts import LongTextField, TextField
from portal.official_text.time_frames import Context, Kind, read_time_frame
from portal.planning import Plan, Task, rounds
from portal.planning.questions import answers_about, questions_of
from portal.workflow import Refused

BY_DATES = ""
TIMES = (
    (BY_DATES, "Theo ngày ghi ở trên"),
    *((kind.value, kind.label) for kind in (
        Task.TimeKind.CONTINUOUS,
        Task.TimeKind.RECURRING,
        Task.TimeKind.EVENT,
        Task.TimeKind.REFERENCE,
    )),
)  # fmt: skip
SEPARATE = ("partners", "serves", "remove", "task")


class TaskFields(PlanningForm):
    """A line of the plan: its words, its time in words and in dates, who does it."""

    ref = TextField(label="Số mục", required=False, max_length=40, help_text="Ví dụ: II.6")
    text = LongTextField(label="Nội dung nhiệm vụ", max_length=5_000, widget=box(4))
    raw_time = TextField(
        label="Thời gian, như trong văn bản",
        required=False,
        max_length=400,
        help_text="Ví dụ: Chậm nhất trong quý II năm 2026. Văn bản không ghi thì để trống",
    )
    start = DateField(label="Hiểu là từ ngày", required=False, help_text="")
    due = DateField(label="Đến hết ngày", required=False, help_text="Ngày cuối còn đúng hạn")
    time_kind = ChoiceField(
        label="Cách làm", required=False, choices=TIMES, initial=BY_DATES, widget=forms.Select
    )
    recurs = ChoiceField(
        label="Chu kỳ", required=False, choices=rounds.CHOICES, widget=forms.Select
    )
    group = ChoiceField(
        label="Giao cho",
        required=False,
        choices=Task.Group.choices,
        help_text="Giao cho nhiều đơn vị: khi ban hành, mỗi đơn vị có phần việc riêng",
        widget=forms.Select,
    )
    lead_unit = AnyUnitField(label="Đơn vị chủ trì", required=False, empty_label="Đơn vị ban hành")
    lead_body = BodyField(label="Hoặc tổ chức chủ trì", required=False, empty_label="Không")
    partners = UnitsField(label="Đơn vị phối hợp", required=False)
    product = TextField(
        label="Sản phẩm", required=False, max_length=400, help_text="Ví dụ: Báo cáo, Quyết định"
    )
    record = ChoiceField(
        label="Hoàn thành bằng",
        required=False,
        choices=Task.Record.choices,
        widget=forms.Select,
    )
    field = FieldField(required=False, empty_label="Không riêng lĩnh vực nào")
    serves = TextField(
        label="Phục vụ thêm kế hoạch số",
        required=False,
        help_text="Cách nhau bằng dấu phẩy; nhiệm vụ hiện ở cả các kế hoạch đó, báo cáo một lần",
    )
    tags = TextField(label="Nhãn", required=False, help_text="Cách nhau bằng dấu phẩy")
    foremost = forms.BooleanField(label="Nhiệm vụ trọng tâm", required=False)

    layout = Layout(
        "ref",
        "text",
        "raw_time",
        Div("start", "due", css_class="pair"),
        Div("time_kind", "recurs", css_class="pair"),
        Div("group", "lead_unit", "lead_body", css_class="pair three"),
        Div("partners", css_class="many"),
        Div("product", "record", css_class="pair"),
        Div("field", "tags", css_class="pair"),
        "serves",
        "foremost",
    )

    def __init__(self, *args: Any, subject: Plan, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.questions = questions_of(subject)
        for question in self.questions:
            choices = [("", "Chọn"), *question.choices(subject)]
            field = ChoiceField(label=question.label, choices=choices, widget=forms.Select)
            self.fields[question.name] = field
        asked = [question.name for question in self.questions]
        ref, text, *rest = type(self).layout.fields
        self.layout = Layout(ref, text, *asked, *rest)  # type: ignore[misc]  # of this form alone

    def arguments(self) -> dict[str, Any]:
        """What the programme asks besides is told apart."""
        told = super().arguments()
        answers = {each.name: told.pop(each.name, "") for each in self.questions}
        return told | ({"answers": answers} if answers else {})

    def clean_tags(self) -> list[str]:
        return words_of(self.cleaned_data["tags"])

    def clean_serves(self) -> list[Plan]:
        """Plans that the drafter sees, by number or by the portal's own code."""
        seen = Plan.objects.visible_to(self.by, on=self.on).exclude(pk=self.subject.pk)
        found = [plan_named(seen, typed) for typed in words_of(self.cleaned_data["serves"])]
        return list(dict.fromkeys(found))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, due = data.get("start"), data.get("due")
        if start and due and due < start:
            self.add_error("due", "Hạn đang trước ngày bắt đầu")
        if data.get("group") and (data.get("lead_unit") or data.get("lead_body")):
            self.add_error("group", "Đã giao cho nhiều đơn vị thì không chọn đơn vị chủ trì riêng")
        if data.get("lead_unit") and data.get("lead_body"):
            self.add_error("lead_body", "Chọn một đơn vị hoặc một tổ chức")
        if not (start or due or data.get("time_kind") or data.get("recurs")):
            return data | self.read_words(data.get("raw_time", ""))
        recurring = Task.TimeKind.RECURRING if data.get("recurs") else ""
        data["time_kind"] = data.get("time_kind") or recurring or by_dates(start, due)
        return data

    def read_words(self, words: str) -> dict[str, Any]:
        """What the words of the time mean, when no date was typed; to be compared by a person."""
        frame = read_time_frame(words, context=Context(year=self.subject.year))
        told = frame.as_dict()
        return {
            "time_kind": str(frame.kind),
            "start": frame.start,
            "due": frame.due,
            "parts": told["parts"],
            "recurs": frame.rule[:120] if frame.kind == Kind.RECURRING else "",
            "time_confirmed": not words,
        }


def plan_named(seen: Any, typed: str) -> Plan:
    number, _, symbol = typed.partition("/")
    named = Q(number=number.strip(), symbol=symbol.strip()) & ~Q(number="")
    if plan := seen.filter(named | Q(code=typed.upper())).first():
        return plan
    raise forms.ValidationError(f"Không thấy kế hoạch số {typed}")


def by_dates(start: Any, due: Any) -> str:
    """What the dates alone say: nothing typed is “chưa xác định thời gian”."""
    kinds = Task.TimeKind
    if start and due:
        return kinds.POINT if start == due else kinds.WINDOW
    if due:
        return kinds.DEADLINE
    return kinds.OPEN if start else kinds.NONE


class AddTask(TaskFields):
    model, step = Plan, "add_task"


class EditTask(TaskFields):
    """The task stands in the address: ``?nhiem-vu=<place>``."""

    model, step = Plan, "edit_task"

    task = forms.ModelChoiceField(Task.objects.none(), widget=forms.HiddenInput)
    split = LongTextField(
        label="Tách thành nhiệm vụ riêng",
        required=False,
        max_length=5_000,
        widget=box(2),
        help_text="Khi một mục có hai sản phẩm: ghi phần tách ra, bỏ phần đó ở nội dung trên;"
        " nhiệm vụ mới đứng ngay sau, cùng thời gian, chủ trì",
    )
    remove = forms.BooleanField(label="Bỏ nhiệm vụ này khỏi dự thảo", required=False)

    layout = Layout(*TaskFields.layout.fields, "split", "remove", "task")

    def __init__(self, *args: Any, subject: Plan, **options: Any) -> None:
        asked = str((options.get("initial") or {}).get("task", ""))
        if asked.isdigit() and (task := subject.tasks.filter(pk=int(asked)).first()):
            options["initial"] = facts_of(task) | answers_about(task) | options["initial"]
        super().__init__(*args, subject=subject, **options)
        self.fields["task"].queryset = subject.tasks.all()

    def clean(self) -> dict[str, Any]:
        if "remove" in self.data:  # what is dropped need not be well written
            for name in [*self.errors]:
                if name != "task":
                    del self.errors[name]
            return self.cleaned_data
        return super().clean()

    def take(self, **who: Any) -> Any:
        if self.cleaned_data.get("task") is None:
            raise Refused("Nhiệm vụ này không còn trong dự thảo.")
        return super().take(**who)


def facts_of(task: Task) -> dict[str, Any]:
    """The task as the form asks for it."""
    names = [name for name in TaskFields.base_fields if name not in SEPARATE]
    facts = {name: getattr(task, name) for name in names}
    for name in ("lead_unit", "lead_body", "field"):
        facts[name] = facts[name].code if facts[name] else None
    facts["recurs"] = facts["recurs"] if facts["recurs"] in dict(rounds.CHOICES) else ""
    if facts["time_kind"] not in dict(TIMES):
        facts["time_kind"] = BY_DATES
    services = task.services.select_related("plan")
    return facts | {
        "tags": ", ".join(task.tags),
        "serves": ", ".join(row.plan.reference or row.plan.code for row in services),
        "partners": [unit.code for unit in task.partner_units.all()],
    }
