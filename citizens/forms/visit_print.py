"""Which lines of the register go on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.forms import Form, NumberField


class PrintedLines(Form):
    """Năm, từ số, đến số: names as they stand in the address."""

    nam = NumberField(label="Năm", required=False, min_value=2000, max_value=2100)
    tu = NumberField(label="Từ số", required=False, min_value=1)
    den = NumberField(label="Đến số", required=False, min_value=1)

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        self.on = on
        super().__init__(*args, **options)

    def asked(self, name: str) -> int | None:
        if self.is_bound:
            self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name)

    def year(self) -> int:
        return self.asked("nam") or self.on.year

    def lines(self, following: int, given: int, *, most: int) -> tuple[int, int]:
        """From the number that follows the last printed one, to the last given, unless asked."""
        first = self.asked("tu") or following
        last = min(self.asked("den") or given, given, first + most - 1)
        return first, last
