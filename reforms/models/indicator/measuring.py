"""Values of an indicator: told by its unit and approved, or counted by the portal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from portal.attachments import File
from portal.periods import Regular, period_of
from portal.statistics import REGISTRY, figure
from portal.workflow import Refused, take
from reforms.models.indicator.parts import said
from reforms.models.indicator.vocabulary import PERIODS, Scope, periods_over

EXACT, WHOLE = Decimal("0.0001"), Decimal(100)


class Measuring:
    """What was reached, period by period."""

    def record_value(
        self: Any, *, by: Any, on: date, period: str, value: Decimal, evidence: str,
        rank: int | None = None, of: int | None = None, best: Decimal | None = None,
        note: str = "", prepared_by: Any = None,
    ) -> Any:  # fmt: skip
        """Ghi số liệu một kỳ; an earlier one of the period is crossed out, not forgotten."""
        with take(self, "record_value", by=by, on=on, prepared_by=prepared_by) as taking:
            stretch = self.stretch_of(period, on=on)
            self.refuse_beyond_measure(value)
            earlier = self.values.standing().filter(period=period).first()
            if earlier:
                earlier.replaced_on = on
                earlier.save(update_fields=["replaced_on"])
                taking.values["before"] = said(earlier.value)
            row = self.values.create(
                period=period, start=stretch.start, end=stretch.end, value=value, rank=rank, of=of,
                best=best, evidence=evidence, note=note, by=by, prepared_by=prepared_by, on=on,
            )  # fmt: skip
            taking.facts["period"] = period
            taking.values.update(value=str(row), evidence=evidence)
            return row

    def stretch_of(self: Any, period: str, *, on: date) -> Regular:
        """The period as its address names it: of the indicator's own kind, and begun."""
        stretch = period_of(period)
        if not isinstance(stretch, PERIODS[self.frequency]):
            raise Refused("Kỳ này không phải kỳ số liệu của chỉ tiêu.", field="period")
        if stretch.start > on:
            raise Refused("Kỳ này chưa đến.", field="period")
        return stretch

    @property
    def most(self: Any) -> Decimal | None:
        """A share ends at a hundred; points where the index says so."""
        a_share = self.unit_of_measure.strip() == "%" and self.direction == "tang"
        return self.highest if self.highest is not None or not a_share else WHOLE

    def refuse_beyond_measure(self: Any, value: Decimal) -> None:
        if self.most is None or value <= self.most:
            return
        words = "Tỷ lệ không quá 100 %." if self.highest is None else "Điểm tối đa là {}."
        raise Refused(words.format(said(self.most)), field="value")

    def add_evidence(self: Any, *, by: Any, on: date, value: Any, files: Iterable[File]) -> None:
        """Thêm tệp minh chứng."""
        with take(self, "add_evidence", by=by, on=on) as taking:
            for file in files:
                value.files.create(file=file, by=by, on=on)
            taking.facts["period"] = value.period

    def recompute(self: Any, *, by: Any, on: date) -> None:
        """Tính lại số liệu."""
        with take(self, "recompute", by=by, on=on) as taking:
            taking.facts["periods"] = self.count_up(on=on)

    def count_up(self: Any, *, on: date) -> int:
        """The periods that are over, as the portal counts them now; the rest is not told."""
        if self.figure not in REGISTRY:
            return 0
        counted = 0
        for stretch in periods_over(self.frequency, on=on):
            found = figure(self.figure).value(stretch, **self.asked_of())
            if found is None:
                self.values.filter(period=stretch.code, computed=True, files=None).delete()
                continue
            facts = {"value": Decimal(str(found)).quantize(EXACT), "on": on,
                     "start": stretch.start, "end": stretch.end}  # fmt: skip
            self.values.update_or_create(period=stretch.code, computed=True, defaults=facts)
            counted += 1
        return counted

    def asked_of(self: Any) -> dict[str, str]:
        return {"unit": self.unit.code} if self.scope == Scope.UNIT else {}
