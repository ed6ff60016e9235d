"""Side steps of a complaint: complex, suspended, terminated, withdrawn (KN Đ10, Đ11a, Đ28)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import Refused, take

from ... import statutes
from ..paper import Paper
from ..side_records import Complexity, Pause, Withdrawal
from ..vocabulary import Outcome, PaperKind


class SideSteps:
    """Phức tạp, tạm đình chỉ, tiếp tục, đình chỉ, rút đơn."""

    def mark_complex(
        self,
        *,
        by: Any,
        on: date,
        criterion: str,
        ground: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Xác định vụ việc phức tạp: a written ground; the longer ceiling counts from acceptance.

        From 01/7/2026 one of the seven criteria of NĐ155 Đ3a. Refused once the period is over.
        """
        clock = self.settling_clock()
        if clock and clock.due and clock.due < on:
            raise Refused("Thời hạn giải quyết đã hết, không kéo dài được nữa.")
        if on >= statutes.REFORM_OF_2026 and not criterion:
            raise Refused(
                "Chưa chọn tiêu chí vụ việc phức tạp (Điều 3a Nghị định 155/2026/NĐ-CP).",
                field="criterion",
            )
        with take(self, "mark_complex", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.EXTENSION, taking=taking, text=draft)
            Complexity.objects.create(case=self, criterion=criterion, ground=ground, by=by, on=on)
            self.complex = True
            clock = self.settling_clock()
            old = clock.due
            clock.mark_complex(on=on)
            self.refresh_due()
            taking.facts["due"] = [_iso(old), _iso(clock.due)]
            taking.facts["criterion"] = criterion
            taking.values["ground"] = ground

    def suspend(
        self,
        *,
        by: Any,
        on: date,
        ground: str,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Tạm đình chỉ (14a): only from 01/7/2026 (KN Đ11a.1; NĐ155 Đ22.1)."""
        if on < statutes.REFORM_OF_2026:
            raise Refused(
                "Trước ngày 01/7/2026 chưa có quy định tạm đình chỉ giải quyết khiếu nại."
            )
        with take(self, "suspend", by=by, on=on, prepared_by=prepared_by) as taking:
            paper = Paper.draw_up(self, PaperKind.SUSPENSION, taking=taking, text=draft)
            Pause.objects.create(
                case=self, ground=ground, reason=reason, paper=paper, ordered_on=on
            )
            self.stage_before_pause = self.stage
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def resume(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Tiếp tục giải quyết (14b)."""
        with take(self, "resume", by=by, on=on, prepared_by=prepared_by) as taking:
            paper = Paper.draw_up(self, PaperKind.RESUMPTION, taking=taking, text=draft)
            self.pauses.filter(resumed_by_paper=None).update(resumed_by_paper=paper)
            taking.target, self.stage_before_pause = self.stage_before_pause, ""

    def terminate(
        self,
        *,
        by: Any,
        on: date,
        ground: str,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Đình chỉ (KN Đ11a.2; before 01/7/2026 only after a withdrawal)."""
        if on < statutes.REFORM_OF_2026 and ground != Withdrawal.GROUND:
            raise Refused("Trước ngày 01/7/2026 chỉ đình chỉ khi người khiếu nại rút đơn.")
        if ground == Withdrawal.GROUND and not self.withdrawals.filter(part=False).exists():
            raise Refused("Chưa ghi nhận việc rút toàn bộ khiếu nại.", field="ground")
        with take(self, "terminate", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.TERMINATION, taking=taking, text=draft)
            withdrawn = ground == Withdrawal.GROUND
            self.outcome = Outcome.WITHDRAWN if withdrawn else Outcome.TERMINATED
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def withdraw(self, *, by: Any, on: date, stated_on: date, form: str) -> None:
        """Rút đơn: the citizen's act, recorded; the settler then terminates (KN Đ10)."""
        self._withdraw("withdraw", by=by, on=on, stated_on=stated_on, form=form, content="")

    def withdraw_part(self, *, by: Any, on: date, stated_on: date, form: str, content: str) -> None:
        """Rút một phần, from 01/7/2026; what remains goes on, the clock is unchanged."""
        if on < statutes.REFORM_OF_2026:
            raise Refused("Trước ngày 01/7/2026 chưa có quy định rút một phần khiếu nại.")
        self._withdraw(
            "withdraw_part", by=by, on=on, stated_on=stated_on, form=form, content=content
        )

    def _withdraw(self, step: str, *, by: Any, on: date, **facts: Any) -> None:
        if facts["stated_on"] > on or facts["stated_on"] < self.received_on:
            raise Refused("Ngày rút phải từ ngày nhận đơn đến hôm nay.", field="stated_on")
        with take(self, step, by=by, on=on) as taking:
            Withdrawal.objects.create(case=self, part=step == "withdraw_part", **facts)
            taking.facts["stated"] = facts["stated_on"].isoformat()
            taking.values["content"] = facts["content"]

    def no_settling_clock(self) -> str:
        return "" if self.settling_clock() else "thời hạn giải quyết chưa chạy."

    def not_suspended_on_paper(self) -> str:
        return "" if self.paused_from else "quyết định tạm đình chỉ chưa có số và ngày."


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
