"""What the portal cannot count of the board of Decision 766, for one month."""

from __future__ import annotations

from itertools import chain
from typing import Any

from crispy_forms.layout import Div, Layout

from portal.forms.base import Form
from portal.forms.numbers import NumberField
from portal.forms.texts import TextField
from portal.periods import Month
from portal.scoring import Criterion
from reforms.models import BoardFigure


class BoardFigures(Form):
    """Two counts a line, beside each other; both or neither."""

    source = TextField(
        label="Nơi lấy số liệu",
        max_length=200,
        help_text="Ví dụ: Cổng Dịch vụ công quốc gia, xem ngày 05/11/2026. Chỉ số chưa có số liệu"
        " thì để trống cả hai ô",
    )

    def __init__(
        self, *args: Any, month: Month, lines: list[Criterion], **options: Any
    ) -> None:  # fmt: skip
        rows = {row.line: row for row in BoardFigure.objects.filter(month=month.start)}
        options["initial"] = {"source": next((row.source for row in rows.values()), "")}
        super().__init__(*args, **options)
        self.lines = lines
        for n, line in enumerate(lines):
            row = rows.get(line.code)
            for name, words, was in (
                ("part", line.method.asks["value"], row and row.value),
                ("whole", line.method.asks["whole"], row and row.whole),
            ):
                self.fields[f"{name}_{n}"] = NumberField(
                    label=f"{line.code} {words}", required=False, min_value=0, initial=was
                )
        pairs = [(f"part_{n}", f"whole_{n}") for n, _ in enumerate(lines)]
        self.conditional = frozenset(chain(*pairs))
        self.layout = Layout("source", *(Div(*pair, css_class="pair") for pair in pairs))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for n, _ in enumerate(self.lines):
            part, whole = data.get(f"part_{n}"), data.get(f"whole_{n}")
            if (part is None) != (whole is None):
                self.add_error(f"{'part' if part is None else 'whole'}_{n}", "Ghi cả hai số")
            elif part is not None and whole is not None and part > whole:
                self.add_error(f"part_{n}", f"Số này lớn hơn tổng số, {whole}")
        return data

    def told(self) -> dict[str, tuple[int, int]]:
        data = self.cleaned_data
        return {
            line.code: (data[f"part_{n}"], data[f"whole_{n}"])
            for n, line in enumerate(self.lines)
            if data.get(f"part_{n}") is not None
        }
