"""What the keepers of the catalogue type: entering a procedure, its contents, its flags."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField, YesNoField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField, received
from portal.forms.numbers import NumberField
from portal.forms.planning.base import PlanningForm, box
from reforms.dossiers.supplements import AfterSupplement
from reforms.forms.procedure import lines
from reforms.models import Procedure, ProcedureArea, ProcedureForm
from reforms.models.procedure.vocabulary import Interlinked, Kind, Level, Online
from reforms.procedure_codes import NotACode, read_code

TABLE = "Mỗi dòng một dòng của bảng; chép bảng từ Word, Excel dán vào đây, hoặc ngăn ô bằng dấu |."
NOT_TOLD = ("", "Chưa rõ")


class CodeField(TextField):
    """A procedure by its code, however it was printed."""

    def __init__(self, **options: Any) -> None:
        options = {"label": "Mã thủ tục", "max_length": 40, "help_text": "Ví dụ 1.014199"} | options
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            return read_code(typed) if typed else None
        except NotACode as problem:
            raise ValidationError(str(problem)) from problem


class NewProcedure(Form):
    code = CodeField()
    name = LongTextField(label="Tên thủ tục", max_length=1_000, widget=box(2))
    area = TextField(label="Lĩnh vực", max_length=200, help_text="Như quyết định công bố ghi")
    kind = ChoiceField(label="Loại", choices=Kind.choices, initial=Kind.STANDARD)
    level = forms.ChoiceField(
        label="Cấp thực hiện", choices=[NOT_TOLD, *Level.choices], required=False
    )
    unit = AnyUnitField(label="Đơn vị phụ trách", required=False)
    authority = TextField(label="Cơ quan thực hiện", max_length=500, required=False)
    decision = TextField(
        label="Quyết định công bố", max_length=200, required=False,
        help_text="Số, ký hiệu, ngày và cơ quan ký",
    )  # fmt: skip
    decided_on = DateField(label="Ngày ký quyết định", required=False)
    opened_on = DateField(label="Áp dụng từ ngày", required=False)

    layout = Layout(
        "code", "name", "area", "kind", Div("level", "unit", css_class="pair"), "authority",
        "decision", Div("decided_on", "opened_on", css_class="pair"),
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)

    def clean_code(self) -> Any:
        code = self.cleaned_data["code"]
        if Procedure.objects.filter(code=code.code).exists():
            raise ValidationError(f"Thủ tục {code.code} đã có trong danh mục")
        return code

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        code = data.pop("code")
        first = {name: data.pop(name) for name in ("decision", "decided_on", "opened_on")}
        area = ProcedureArea.objects.named(data.pop("area"))
        return data | {"code": code.code, "given_code": code.given, "area": area, "first": first}


class KeepingForm(PlanningForm):
    model = Procedure

    @property
    def version(self) -> Any:
        return self.subject.versions.last()

    def __init__(self, *args: Any, subject: Procedure, **options: Any) -> None:
        self.subject = subject
        options["initial"] = self.before() | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def before(self) -> dict[str, Any]:
        """What stands now, to be written over."""
        return {}


def text(label: str, rows: int = 3, **options: Any) -> LongTextField:
    return LongTextField(label=label, required=False, widget=box(rows), **options)


class Describe(KeepingForm):
    step = "describe"

    name = LongTextField(label="Tên thủ tục", max_length=1_000, widget=box(2))
    sequence = text("Trình tự thực hiện", 6)
    manner = text("Cách thức thực hiện")
    audience = text("Đối tượng thực hiện", 2)
    authority = text("Cơ quan giải quyết", 2)
    result = text("Kết quả", 2)
    conditions = text("Yêu cầu, điều kiện", help_text="Để trống khi không có")
    fee_words = text("Phí, lệ phí", 2, help_text="Lời ghi thêm ngoài mức ghi cùng thời hạn")
    basis_words = text(
        "Căn cứ pháp lý", 4,
        help_text="Mỗi dòng một văn bản; văn bản có số trong sổ được nối tự động",
    )  # fmt: skip
    decision = TextField(label="Quyết định công bố", max_length=200, required=False)
    decided_on = DateField(label="Ngày ký quyết định", required=False)
    published_on = DateField(label="Ngày công khai", required=False)

    layout = Layout(
        "name", "sequence", "manner", "audience", "authority", "result", "conditions",
        "fee_words", "basis_words", "decision",
        Div("decided_on", "published_on", css_class="pair"),
    )  # fmt: skip

    def before(self) -> dict[str, Any]:
        names = (name for name in self.base_fields)
        return {name: getattr(self.version, name) for name in names} if self.version else {
            "name": self.subject.name
        }  # fmt: skip


class SetLimits(KeepingForm):
    step = "set_limits"

    limits = lines.LinesField(
        read=lines.limit, label="Thời hạn, phí từng trường hợp",
        help_text="Trường hợp | Cách nộp | Thời hạn | Phí. Ví dụ: Cấp mới | Trực tuyến | "
        f"10 ngày làm việc | 600.000. {TABLE}",
    )  # fmt: skip
    after_supplement = forms.ChoiceField(
        label="Khi hồ sơ phải bổ sung",
        choices=[("", "Theo cách chung của cơ quan"), *AfterSupplement.choices],
        required=False,
    )

    def before(self) -> dict[str, Any]:
        rows = self.version.limits.all() if self.version else []
        return {
            "limits": lines.limits_written(rows),
            "after_supplement": self.subject.after_supplement,
        }

    def clean_limits(self) -> list[dict[str, Any]]:
        rows = self.cleaned_data["limits"]
        keys = [(row["case"], row["channel"]) for row in rows]
        if len(keys) != len(set(keys)):
            raise ValidationError("Một trường hợp với một cách nộp chỉ ghi một dòng")
        return rows


class SetPapers(KeepingForm):
    step = "set_papers"

    papers = lines.LinesField(
        read=lines.paper, label="Thành phần hồ sơ",
        help_text="Tên giấy tờ | Bản chính hay bản sao | Số lượng | “có” nếu thay bằng dữ liệu | "
        f"Trường hợp. {TABLE}",
    )  # fmt: skip
    sets = NumberField(label="Số bộ hồ sơ", min_value=1, max_value=20, initial=1)

    def before(self) -> dict[str, Any]:
        version = self.version
        if version is None:
            return {}
        papers = lines.papers_written(version.papers.all())
        return {"papers": papers, "sets": version.sets or 1}


class SetProcess(KeepingForm):
    step = "set_process"

    steps = lines.LinesField(
        read=lines.step, rows=10, label="Các bước của quy trình nội bộ",
        help_text="Nội dung | Người thực hiện | Thời gian | Trường hợp. Thời gian các bước cộng "
        f"lại bằng thời hạn. {TABLE}",
    )  # fmt: skip

    def before(self) -> dict[str, Any]:
        return {"steps": lines.steps_written(self.version.steps.all())} if self.version else {}

    def facts(self) -> list[tuple[str, str]]:
        rows = self.version.limits.all() if self.version else []
        return [(row.case or row.channel_words, row.time_words) for row in rows]


def maybe(label: str) -> YesNoField:
    return YesNoField(label=label, required=False)


class SetOnline(KeepingForm):
    step = "set_online"

    eligible_full_online = maybe("Đủ điều kiện cung cấp trực tuyến toàn trình?")
    eligible_on = DateField(
        label="Đủ điều kiện từ ngày", required=False,
        help_text="Để trống là từ trước; kỳ đã qua chỉ tính thủ tục đủ điều kiện lúc đó",
    )  # fmt: skip
    not_eligible_because = TextField(
        label="Lý do chưa đủ điều kiện", max_length=500, required=False,
        help_text="Ghi khi chưa đủ điều kiện",
    )  # fmt: skip
    online_level = forms.ChoiceField(
        label="Đang cung cấp ở mức", choices=[NOT_TOLD, *Online.choices], required=False
    )
    full_online_on = DateField(
        label="Toàn trình từ ngày", required=False, help_text="Ghi khi đang toàn trình"
    )
    post_receive = maybe("Nhận qua bưu chính công ích?")
    post_return = maybe("Trả qua bưu chính công ích?")
    payment_online = maybe("Thanh toán trực tuyến?")
    interlinked = forms.ChoiceField(
        label="Liên thông", choices=[("", "Không liên thông"), *Interlinked.choices],
        required=False,
    )  # fmt: skip
    non_territorial = maybe("Nhận không phụ thuộc địa giới?")
    at_one_stop = maybe("Tiếp nhận tại Trung tâm Phục vụ hành chính công?")
    conditional = frozenset({"eligible_on", "not_eligible_because", "full_online_on"})

    def before(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in self.base_fields}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        eligible, because = data.get("eligible_full_online"), data.get("not_eligible_because")
        if eligible is False and not because:
            self.add_error("not_eligible_because", "Chưa đủ điều kiện thì ghi lý do")
        if eligible is not False:
            data["not_eligible_because"] = ""
        full = data.get("online_level") == Online.FULL
        if full and not data.get("full_online_on") and "full_online_on" not in self.errors:
            self.add_error("full_online_on", "Đang toàn trình thì ghi từ ngày nào")
        return data


class AddForm(KeepingForm):
    step = "add_form"

    title = TextField(label="Tên mẫu", max_length=300, help_text="Ví dụ: Mẫu số 05, tờ khai")
    file = FilesField(label="Tệp", help_text="Một tệp Word hoặc PDF để công dân tải về.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if len(data.get("file") or ()) > 1:
            self.add_error("file", "Chỉ gửi một tệp")
        return data

    def taken(self, **who: Any) -> bool:
        files = received(self, "file", by=self.by)
        if not files:
            return False
        self.cleaned_data["file"] = files[0]
        return super().taken(**who)


class DropForm(KeepingForm):
    step = "drop_form"
    danger = True

    form = forms.ModelChoiceField(ProcedureForm.objects.none(), label="Mẫu", empty_label="Chọn mẫu")

    def __init__(self, *args: Any, subject: Procedure, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        rows = ProcedureForm.objects.filter(version=self.version, dropped_on=None)
        self.fields["form"].queryset = rows  # type: ignore[attr-defined]  # a choice of rows


class Assign(KeepingForm):
    step = "assign"

    unit = AnyUnitField(label="Đơn vị phụ trách", required=False)
    level = forms.ChoiceField(
        label="Cấp thực hiện", choices=[NOT_TOLD, *Level.choices], required=False
    )
    kind = ChoiceField(label="Loại", choices=Kind.choices)

    def before(self) -> dict[str, Any]:
        unit = self.subject.unit
        return {
            "unit": unit and unit.code, "level": self.subject.level, "kind": self.subject.kind,
        }  # fmt: skip
