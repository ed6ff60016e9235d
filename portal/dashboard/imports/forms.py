"""Choosing a workbook; saying what its headings mean."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms import ChoiceField, Form
from portal.importing import Register
from portal.text import upper_first

LEFT_OUT = "-"


class ChooseFile(Form):
    """Tệp Excel."""

    file = forms.FileField(
        label="Tệp Excel",
        help_text="Tệp xlsx, không quá 10 MB và 20.000 dòng; bảng cần nhập ở trang đầu",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class NameHeadings(Form):
    """One question for each heading that nobody has explained yet."""

    def __init__(
        self, *args: Any, register: Register, headings: list[str], meant: set[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.register, self.meant = register, meant
        self.headings = {f"cot-{place}": heading for place, heading in enumerate(headings)}
        for name, heading in self.headings.items():
            self.fields[name] = ChoiceField(
                label=f"“{upper_first(heading)}” là cột nào?",
                choices=self.answers(),
                widget=forms.Select,
            )

    def answers(self) -> list[tuple[str, str]]:
        """The columns that no heading stands for yet; those that must be filled first."""
        free = [each for each in self.register.columns if each.name not in self.meant]
        free.sort(key=lambda column: not column.needed)
        named = [
            (each.name, f"{each.label} (phải có)" if each.needed else each.label) for each in free
        ]
        return [("", "(chưa chọn)"), (LEFT_OUT, "Không nhập cột này"), *named]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        taken: dict[str, str] = {}
        for name, heading in self.headings.items():
            column = data.get(name, LEFT_OUT)
            if column != LEFT_OUT and column in taken:
                self.add_error(name, f"Cột này đã chọn cho “{taken[column]}”; chọn cột khác")
            taken[column] = heading
        self.refuse_missing({*taken, *self.meant})
        return data

    def refuse_missing(self, named: set[str]) -> None:
        missing = [each.label for each in self.register.columns if each.needed and each.name not in
                   named]  # fmt: skip
        if missing and not self.errors:
            self.add_error(None, f"Còn thiếu cột phải có: {', '.join(missing)}")

    def told(self) -> dict[str, str]:
        """Heading -> the column's name; nothing where it is left out."""
        answers = {self.headings[name]: self.cleaned_data[name] for name in self.headings}
        return {heading: "" if name == LEFT_OUT else name for heading, name in answers.items()}
