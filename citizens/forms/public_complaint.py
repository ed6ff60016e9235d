"""Đơn khiếu nại (mẫu 01): filled here, printed, signed by hand; nothing of it is stored."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import HTML, Div, Layout
from django import forms

from citizens import statutes
from citizens.forms.choices import CommuneField, as_of
from citizens.models.vocabulary import Gender
from portal.deadlines import Deadline, compute
from portal.forms import (
    ChoiceField,
    DateField,
    Form,
    IdNumberField,
    LongTextField,
    PhoneField,
    TextField,
)
from portal.qr import MOST_BYTES
from portal.working_days import calendar

MARK = "KN01"


class ComplaintPaperForm(Form):
    """In the order of the form that the decree prescribes."""

    name = TextField(
        label="Họ và tên", max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    gender = ChoiceField(label="Giới tính", choices=Gender, required=False)
    birth_on = DateField(label="Ngày sinh", required=False, help_text="Ví dụ: 05/3/1959")
    id_number = IdNumberField(label="Số căn cước")
    id_issued = TextField(
        label="Ngày cấp, nơi cấp", max_length=120, required=False, help_text="Ghi như trên thẻ."
    )
    address = TextField(label="Địa chỉ", widget=forms.TextInput({"autocomplete": "street-address"}))
    commune = CommuneField(required=False)
    phone = PhoneField(label="Điện thoại", required=False)
    respondent = TextField(
        label="Khiếu nại quyết định hoặc việc làm của ai?",
        help_text="Tên cơ quan, hoặc họ tên và chức vụ cán bộ. Ví dụ: Trưởng phòng Người có công",
    )
    decision = TextField(
        label="Quyết định bị khiếu nại",
        required=False,
        help_text="Số, ngày, về việc gì. Khiếu nại một việc làm thì để trống.",
    )
    known_on = DateField(
        label="Ngày nhận được quyết định hoặc biết việc đó",
        required=False,
        help_text="Luật cho 90 ngày kể từ ngày này. Ví dụ: 27/8/2026",
    )
    content = LongTextField(
        label="Nội dung và lý do khiếu nại",
        max_length=10_000,
        help_text="Việc gì đã xảy ra, vì sao ông/bà cho là sai, quyền lợi nào bị ảnh hưởng.",
        widget=forms.Textarea({"rows": 10}),
    )
    request = LongTextField(
        label="Ông/bà yêu cầu giải quyết thế nào?",
        max_length=2_000,
        widget=forms.Textarea({"rows": 3}),
    )
    enclosures = LongTextField(
        label="Giấy tờ gửi kèm",
        max_length=2_000,
        required=False,
        help_text="Mỗi dòng một giấy tờ; gửi bản sao, giữ bản chính.",
        widget=forms.Textarea({"rows": 3}),
    )

    layout = Layout(
        HTML("<h2>Người khiếu nại</h2>"),
        "name",
        Div("gender", "birth_on", css_class="pair"),
        Div("id_number", "id_issued", css_class="pair"),
        Div("address", "commune", css_class="pair"),
        "phone",
        HTML("<h2>Nội dung khiếu nại</h2>"),
        "respondent",
        "decision",
        "known_on",
        "content",
        "request",
        "enclosures",
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.on = on
        as_of(self, on)
        for name in ("birth_on", "known_on"):
            self.fields[name].latest = on

    @property
    def limitation(self) -> Deadline | None:
        """Until when the law lets one complain (KN Đ9), where the day is known."""
        known_on = self.cleaned_data.get("known_on")
        if known_on is None or known_on < statutes.COMPLAINT_LAW:
            return None
        return compute(statutes.RULES["KN_THOI_HIEU"], start=known_on, calendar=calendar())

    @property
    def square(self) -> str:
        """For whoever enters the letter: the parts of a card's own code, so that one reader
        fills the same boxes, then what the card does not have."""
        told = self.cleaned_data
        birth = f"{told['birth_on']:%d%m%Y}" if told["birth_on"] else ""
        sex = Gender(told["gender"]).label if told["gender"] else ""
        address = ", ".join(filter(None, [told["address"], str(told["commune"] or "")]))
        parts = [told["id_number"], "", told["name"], birth, sex, address, "", MARK, told["phone"]]
        return cut("|".join(part.replace("|", " ").replace("\n", " ") for part in parts))

    def typed(self) -> list[tuple[str, str]]:
        """As it was typed, for the way back from the sheet."""
        return [(name, self.data.get(name, "")) for name in self.fields]


def cut(text: str) -> str:
    """What a square code holds, without half a letter at the end."""
    return text.encode()[: min(MOST_BYTES, 400)].decode(errors="ignore")
