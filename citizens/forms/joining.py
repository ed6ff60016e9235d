"""Ghép, đi cùng đơn chính, tách: letters that belong together, as forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from citizens.forms.desk_item import ItemForm
from citizens.models import Case, Petition
from citizens.sheets.likely import likely_cases
from portal.forms import ChoiceField, LongTextField, TextField


def no_case(code: str) -> str:
    if code.startswith("D-"):
        return f"Đơn {code} chưa thành vụ việc; chọn bước “Đi cùng đơn chính” để ghép từ bây giờ"
    return f"Không có vụ việc số {code}; xem lại số đã nhập"


class Join(ItemForm):
    model, step = Petition, "join"
    conditional = frozenset({"likely", "code"})

    likely = ChoiceField(label="Vụ việc của cùng người gửi", required=False)
    code = TextField(
        label="Số vụ việc",
        required=False,
        max_length=24,
        help_text="Ví dụ: KN-2026-0012. Ghi khi vụ việc không có trong các lựa chọn trên",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cases = likely_cases(self.subject, user=self.by, on=self.on)
        self.fields["likely"].choices = [
            (case.code, f"{case.code}: {case.title}") for case in cases
        ]
        if not cases:
            del self.fields["likely"]
            self.fields["code"].help_text = "Ví dụ: KN-2026-0012"

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        code = (data.get("code") or data.get("likely") or "").upper()
        if not code:
            self.add_error("code", "Chưa nhập số vụ việc")
            return data
        if (chosen := data.get("likely")) and chosen != code:
            words = f"Đã chọn {chosen} ở trên lại ghi {code}; bỏ một trong hai"
            self.add_error("code", words)
        seen = Case.objects.visible_to(self.by, on=self.on)
        self.case = seen.filter(Q(code=code) | Q(petition__code=code)).first()
        if self.case is None:
            self.add_error("code", no_case(code))
        elif self.case.closed_on:
            self.add_error("code", f"Vụ việc {code} đã kết thúc; đề xuất thụ lý hoặc lưu đơn này")
        return data

    def ask_for_many(self) -> None:
        """The cases of the first sender are nothing to the others."""
        self.fields.pop("likely", None)
        self.fields["code"].help_text = (
            "Các đơn này được giải quyết chung trong vụ việc ấy; mỗi "
            "người gửi giữ giấy biên nhận và mã tra cứu của mình"
        )

    def arguments(self) -> dict[str, Any]:
        return {"case": self.case}


class GoWith(ItemForm):
    model, step = Petition, "go_with"

    code = TextField(
        label="Số đơn chính",
        max_length=24,
        help_text="Ví dụ: D-2026-00012. Khi đơn chính thành vụ việc, đơn này tự ghép vào đó; đến"
        " lúc ấy thời hạn xử lý của đơn này vẫn tính",
    )

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].upper()
        seen = Petition.objects.visible_to(self.by, on=self.on).plain()
        self.letter = seen.select_related("leading").filter(code=code).first()
        if self.letter is None:
            raise forms.ValidationError(f"Không có đơn số {code}; xem lại số đã nhập")
        if sentence := self.subject.cannot_go_with(self.letter):
            raise forms.ValidationError(sentence.removesuffix("."))
        return code

    def arguments(self) -> dict[str, Any]:
        return {"letter": self.letter}


class GoAlone(ItemForm):
    model, step = Petition, "go_alone"

    reason = LongTextField(label="Lý do tách", max_length=2_000)


class Unjoin(ItemForm):
    model, step = Petition, "unjoin"

    reason = LongTextField(label="Lý do bỏ ghép", max_length=2_000)
