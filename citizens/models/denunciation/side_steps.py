"""Side steps of a denunciation: expert opinion, extended, suspended, terminated, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.workflow import Refused, take

from .records import (
    DenunciationExtension,
    DenunciationPause,
    DenunciationWithdrawal,
    ExpertOpinion,
)
from .vocabulary import DenunciationPaperKind, TerminationGround

MOST_EXTENSIONS = 2


class SideSteps:
    """Trưng cầu giám định, gia hạn, tạm đình chỉ, tiếp tục, đình chỉ, rút tố cáo."""

    def seek_expertise(
        self,
        *,
        by: Any,
        on: date,
        body: str,
        question: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Trưng cầu giám định: from its letter on the time is not counted (NĐ31 Đ15.4)."""
        with take(self, "seek_expertise", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.EXPERTISE, taking, draft)
            ExpertOpinion.objects.create(denunciation=self, body=body, question=question)
            taking.values["question"] = question

    def receive_expertise(self, *, by: Any, on: date, received_on: date) -> None:
        """Ghi kết quả giám định: the time is counted again."""
        with take(self, "receive_expertise", by=by, on=on) as taking:
            self.expert_opinions.filter(received_on=None).update(received_on=received_on)
            self.resume_clock(on=received_on)
            taking.facts["received"] = received_on.isoformat()

    def extend(
        self,
        *,
        by: Any,
        on: date,
        criteria: Iterable[str],
        ground: str,
        days: int = 0,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Gia hạn: one criterion allows one, two or more allow two, each of so many days at most.

        ``days``: nothing means the most that the law allows (TC Đ30).
        """
        chosen = [*criteria]
        if refusal := self.impossible_extension(chosen, on=on):
            raise refusal
        if days > self.most_days():
            told = f"Mỗi lần gia hạn không quá {self.most_days()} ngày."
            raise Refused(told, field="days")
        with take(self, "extend", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.EXTENSION, taking, draft)
            DenunciationExtension.objects.create(
                denunciation=self,
                criteria=chosen,
                days=days or self.most_days(),
                ground=ground,
                on=on,
            )
            taking.facts.update(criteria=chosen, days=days or self.most_days())
            taking.values["ground"] = ground

    def most_days(self) -> int:
        """How many days the law allows an extension to have."""
        clock = self.settling_clock()
        return clock.computed().version.extension if clock else 0

    def impossible_extension(self, criteria: list[str], *, on: date) -> Refused | None:
        clock, before = self.settling_clock(), [*self.extensions.all()]
        if clock and clock.due and clock.due < on:
            return Refused("Thời hạn giải quyết đã hết, không gia hạn được nữa.")
        if len(before) >= MOST_EXTENSIONS:
            return Refused("Đã gia hạn hai lần, không gia hạn được nữa.")
        known = {*criteria, *(each for row in before for each in row.criteria)}
        if before and len(known) < 2:
            told = "Vụ việc có một tiêu chí phức tạp chỉ được gia hạn một lần."
            return Refused(told, field="criteria")
        return None

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
        """Tạm đình chỉ giải quyết (TC Đ34.1): the time stands still from the decision's date."""
        with take(self, "suspend", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.SUSPENSION, taking, draft)
            DenunciationPause.objects.create(denunciation=self, ground=ground, reason=reason, on=on)
            self.stage_before_pause = self.stage
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def resume(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Tiếp tục giải quyết, once the ground is gone."""
        with take(self, "resume", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.RESUMPTION, taking, draft)
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
        """Đình chỉ giải quyết (TC Đ34.3); not for a withdrawal after which it goes on (Đ33.3)."""
        if ground == TerminationGround.WITHDRAWN and not self.wholly_withdrawn():
            raise Refused(
                "Người tố cáo chưa rút toàn bộ, hoặc đã rút nhưng vụ việc vẫn phải giải quyết"
                " (khoản 3 Điều 33 Luật Tố cáo).",
                field="ground",
            )
        with take(self, "terminate", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.TERMINATION, taking, draft)
            self.termination_ground = ground
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def withdraw(
        self,
        *,
        by: Any,
        on: date,
        stated_on: date,
        form: str,
        part: bool = False,
        goes_on: str = "",
    ) -> None:
        """Rút tố cáo: recorded; whether the case ends is another act."""
        with take(self, "withdraw", by=by, on=on) as taking:
            DenunciationWithdrawal.objects.create(
                denunciation=self, stated_on=stated_on, form=form, part=part, goes_on=goes_on
            )
            taking.facts.update(part=part, goes_on=goes_on, stated=stated_on.isoformat())

    def wholly_withdrawn(self) -> bool:
        last = self.withdrawals.filter(part=False).last()
        return bool(last and not last.goes_on)

    def no_settling_clock(self) -> str:
        return "" if self.settling_clock() else "thời hạn giải quyết chưa chạy."

    def clock_stands_still(self) -> str:
        clock = self.settling_clock()
        return "đang chờ kết quả giám định." if clock and clock.paused_from else ""

    def opinion_awaited(self) -> str:
        waits = self.expert_opinions.filter(received_on=None).exists()
        return "đang chờ kết quả giám định." if waits else ""

    def no_opinion_awaited(self) -> str:
        clock = self.settling_clock()
        away = clock and clock.paused_from and self.opinion_awaited()
        return "" if away else "chưa gửi trưng cầu giám định."

    def not_suspended_on_paper(self) -> str:
        return "" if self.paused_from else "quyết định tạm đình chỉ chưa có số và ngày."
