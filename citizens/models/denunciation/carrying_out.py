"""What a conclusion asks for, in words and in figures, until it is carried out (TC Đ36)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal.people import Unit
from portal.workflow import Refused, take

from ..enforces import Enforces
from ..execution import Execution
from .records import Measure


class CarryingOutSteps(Enforces):
    """Xử lý theo kết luận, ghi kết quả thực hiện, bỏ việc xử lý."""

    def act_on(
        self,
        *,
        by: Any,
        on: date,
        kind: str,
        ordered_on: date,
        content: str = "",
        responsible: str = "",
        unit: Unit | None = None,
        due_on: date | None = None,
        **counts: Any,
    ) -> None:
        """Xử lý theo kết luận: one thing to be done, in words and in figures.

        Where nothing is to be done, that too is said.
        """
        self._not_before_conclusion(ordered_on, field="ordered_on")
        if kind != Measure.NOTHING:
            if not content:
                raise Refused("Chưa nhập nội dung phải xử lý.", field="content")
            self.refuse_execution(kind, due_on=due_on, **counts)
        with take(self, "act_on", by=by, on=on) as taking:
            row = None
            if kind != Measure.NOTHING:
                row = self.write_execution(
                    taking, what=kind, unit=unit or self.unit, due_on=due_on, **counts
                )
            self.measures.create(
                kind=kind,
                content=content,
                responsible=responsible,
                ordered_on=ordered_on,
                execution=row,
            )
            taking.facts.update(kind=kind, stopped=self.stop_clocks("TC_XU_LY", on=ordered_on))
            if not self.clocks.filter(rule="TC_BC_XU_LY").exists():
                self.start_clock("TC_BC_XU_LY", on=ordered_on)

    @transaction.atomic
    def carry_out(  # type: ignore[override]
        self, *, execution: Execution, result: str = "", **told: Any
    ) -> None:
        """Ghi kết quả thực hiện: the figures of it, and how it was done in words."""
        super().carry_out(execution=execution, **told)
        if result:
            self.measures.filter(execution=execution).update(result=result)

    @transaction.atomic
    def drop_execution(self, *, execution: Execution, **told: Any) -> None:
        """Bỏ việc xử lý that was written by mistake, its words too."""
        self.measures.filter(execution=execution).delete()
        super().drop_execution(execution=execution, **told)

    def executed_by(self) -> dict[str, Any]:
        return {"denunciation": self.petition.denunciation}

    @property
    def ordered_on(self) -> date | None:  # type: ignore[override]
        return self.concluded_on

    def executions_now(self) -> Any:
        return Execution.objects.filter(denunciation__petition=self.petition_id)
