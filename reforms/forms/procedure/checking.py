"""What was found out about a code that the national list lacks."""

from __future__ import annotations

from typing import Any

from portal.forms import ChoiceField, TextField
from reforms.forms.procedure.keeping import CodeField, KeepingForm
from reforms.models.procedure.national import CatalogueCheck

NAMES_ANOTHER = (CatalogueCheck.Answer.REPLACED, CatalogueCheck.Answer.WRONG_CODE)


class AnswerCheck(KeepingForm):
    step = "answer_check"

    answer = ChoiceField(label="Kết quả kiểm tra", choices=CatalogueCheck.Answer.choices)
    other_code = CodeField(
        label="Mã thay thế, mã đúng", required=False,
        help_text="Ghi khi đã thay thế hoặc sai mã. Ví dụ 1.014748",
    )  # fmt: skip
    note = TextField(label="Ghi chú", max_length=500, required=False)
    conditional = frozenset({"other_code"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        named = data.get("other_code") or "other_code" in self.errors
        if data.get("answer") in NAMES_ANOTHER and not named:
            self.add_error("other_code", "Ghi mã thay thế hoặc mã đúng")
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        other = data["other_code"]
        return data | {"other_code": other.code if other else ""}
