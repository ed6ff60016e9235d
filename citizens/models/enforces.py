"""Thi hành: the rows of a decision or a conclusion written, carried out, and looked after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from portal.people import Unit
from portal.permissions import Rule
from portal.text import day, lower_first, number
from portal.workflow import Condition, Refused, Step, take

from .execution import MEASURES, Execution, ExecutionResult, What

if TYPE_CHECKING:
    from portal.attachments import File

IN_EFFECT, ENFORCING = "KN_HIEU_LUC", "KN_THI_HANH"


def execution_steps(stages: Sequence[str], rule: Rule, *needs: Condition) -> tuple[Step, ...]:
    """Written while the decision or the conclusion is being carried out."""
    at = tuple(stages)
    waiting: tuple[Condition, ...] = (lambda item: item.nothing_to_carry_out(),)
    return (
        Step("add_execution", "ghi nội dung phải thi hành", at, None, rule, needs=needs),
        Step("carry_out", "ghi kết quả thi hành", at, None, rule, needs=waiting),
        Step("drop_execution", "bỏ nội dung thi hành", at, None, rule, needs=waiting),
    )


class Enforces:
    """Of complaints that are decided and of denunciations that are concluded.

    ``executed_by()`` says whose rows they are, ``ordered_on`` the day of the decision.
    """

    executed_by: Any
    ordered_on: Any
    clocks: Any
    due_key: date

    def executions_now(self) -> Iterable[Execution]:
        raise NotImplementedError

    def add_execution(
        self,
        *,
        by: Any,
        on: date,
        what: str,
        unit: Unit,
        due_on: date | None = None,
        whom: str = "",
        content: str = "",
        **counts: Any,
    ) -> Execution:
        """Ghi nội dung phải thi hành: one row for each thing that is to be done."""
        self.refuse_execution(what, due_on=due_on, **counts)
        with take(self, "add_execution", by=by, on=on) as taking:
            row = self.write_execution(
                taking, what=what, unit=unit, due_on=due_on, whom=whom, content=content, **counts
            )
            taking.values.update({"whom": whom, "content": content} if whom or content else {})
        return row

    def refuse_execution(self, what: str, *, due_on: date | None, **counts: Any) -> None:
        refuse_impossible(what, **counts)
        if due_on and self.ordered_on and due_on < self.ordered_on:
            raise Refused(
                f"Hạn thực hiện không được trước ngày {day(self.ordered_on)}.", field="due_on"
            )

    def write_execution(self, taking: Any, *, what: str, unit: Unit, **facts: Any) -> Execution:
        row = Execution.objects.create(
            **self.executed_by(), what=what, unit=unit, by=taking.by, on=taking.on, **facts
        )
        self.refresh_due()
        figures = {name: facts[name] for name in row.counts() if name in facts}
        taking.facts.update(what=what, unit=unit.code, **told(figures))
        return row

    def carry_out(
        self,
        *,
        by: Any,
        on: date,
        execution: Execution,
        done_on: date,
        finished: bool = False,
        words: str = "",
        document: str = "",
        file: File | None = None,
        **counts: Any,
    ) -> None:
        """Ghi kết quả thi hành; money and land are done with once all of it is."""
        if self.ordered_on and done_on < self.ordered_on:
            raise Refused(
                f"Ngày thực hiện không được trước ngày {day(self.ordered_on)}.", field="done_on"
            )
        refuse_impossible(execution.what, **counts)
        with take(self, "carry_out", by=by, on=on) as taking:
            execution.refresh_from_db()
            done = counts.get("amount", Decimal(0))
            if execution.measure and done > execution.left:
                left = f"{number(execution.left.normalize())} {execution.measure}"
                raise Refused(f"Chỉ còn {left} phải thi hành.", field="amount")
            if finished and execution.measure and done < execution.left:
                left = f"{number((execution.left - done).normalize())} {execution.measure}"
                raise Refused(f"Còn {left} chưa thi hành, chưa thể ghi là xong.", field="finished")
            ExecutionResult.objects.create(
                execution=execution, done_on=done_on, words=words, document=document, file=file,
                by=by, on=on, **counts,
            )  # fmt: skip
            if finished or (execution.measure and not execution.left):
                Execution.objects.filter(pk=execution.pk).update(done_on=done_on)
            self.keep_proof(file, document)
            self.refresh_due()
            taking.facts.update(what=execution.what, done=done_on.isoformat(), **told(counts))
            taking.values.update({"words": words} if words else {})

    def drop_execution(self, *, by: Any, on: date, execution: Execution, reason: str) -> None:
        """Bỏ nội dung thi hành that was written by mistake, while nothing of it was done."""
        if execution.results.exists():
            raise Refused("Nội dung này đã có kết quả thi hành nên không bỏ được.")
        with take(self, "drop_execution", by=by, on=on) as taking:
            taking.facts.update(what=execution.what, **told(execution.counts()))
            taking.values.update(reason=reason, whom=execution.whom, content=execution.content)
            execution.delete()
            self.refresh_due()

    def keep_proof(self, file: File | None, document: str) -> None:
        """The paper that proves it stands among the files of the case."""
        if file:
            self.attachments.create(file=file, title=document)  # type: ignore[attr-defined]

    def refresh_due(self) -> None:
        """What is still to be carried out is owed like a period of the law."""
        if self.ordered_on is None:
            super().refresh_due()  # type: ignore[misc]
            return
        align_with_effect(self.clocks)
        super().refresh_due()  # type: ignore[misc]
        owed = [row.due_on for row in self.executions_now() if row.due_on and not row.done_on]
        self.due_key = min([self.due_key, *owed])

    def nothing_to_carry_out(self) -> str:
        waiting = [row for row in self.executions_now() if not row.done_on]
        return "" if waiting else "không còn nội dung nào phải thi hành."

    def not_carried_out(self) -> str:
        waiting = [row for row in self.executions_now() if not row.done_on]
        return f"còn {number(len(waiting))} nội dung chưa thi hành xong." if waiting else ""


def align_with_effect(clocks: Any) -> None:
    """The five days begin when the decision has effect, which a correction may move."""
    running = {clock.rule: clock for clock in clocks.open().filter(rule__in=(IN_EFFECT, ENFORCING))}
    effect, enforcing = running.get(IN_EFFECT), running.get(ENFORCING)
    if effect and enforcing and effect.due:
        since = effect.due + timedelta(days=1)
        if enforcing.started_on != since:
            enforcing.correct_start(on=since)


def refuse_impossible(what: str, **counts: Any) -> None:
    measured, figures = what in MEASURES, {name: value for name, value in counts.items() if value}
    if measured and not figures.get("amount"):
        raise Refused(f"Ghi số {MEASURES[What(what)]}.", field="amount")
    if not measured and figures.get("amount"):
        label = lower_first(What(what).label)
        raise Refused(f"Ô này để trống khi ghi {label}.", field="amount")
    if figures.get("officials", 0) > figures.get("people", 0):
        raise Refused("Số này không được lớn hơn số người ghi ở trên.", field="officials")


def told(counts: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in counts.items() if value}
