"""The decision and what follows it (KN Đ31, Đ32, Đ44; NĐ124 Đ29)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused, Taking, take

from ..decision import Decision, Publication, Service
from ..paper import Paper
from ..vocabulary import Level, Outcome, PaperKind


class DecisionSteps:
    """Ban hành, gửi, công khai, kết thúc."""

    def settle(
        self,
        *,
        by: Any,
        on: date,
        outcome: str,
        conclusion: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Ban hành quyết định giải quyết; the periods run from the date the clerk puts on it."""
        with take(self, "settle", by=by, on=on, prepared_by=prepared_by) as taking:
            self._decide(taking, outcome=outcome, conclusion=conclusion, draft=draft)

    def settle_at_once(
        self,
        *,
        by: Any,
        on: date,
        rechecked: str,
        conclusion: str,
        prepared_by: Any = None,
        draft: str,
    ) -> None:
        """Quyết định ngay: the check shows that the complaint is right (NĐ124 Đ17)."""
        with take(self, "settle_at_once", by=by, on=on, prepared_by=prepared_by) as taking:
            right = Outcome.RIGHT.value
            self._decide(
                taking, outcome=right, conclusion=conclusion, draft=draft, rechecked=rechecked
            )
            taking.values["rechecked"] = rechecked

    def _decide(self, taking: Taking, *, draft: str, **facts: str) -> None:
        paper = Paper.draw_up(self, PaperKind.DECISION, taking=taking, text=draft)
        Decision.objects.create(case=self, paper=paper, **facts)
        self.outcome = facts["outcome"]
        taking.facts["outcome"] = facts["outcome"]
        taking.values["conclusion"] = facts["conclusion"]

    def serve(self, *, by: Any, on: date, served_on: date, way: str) -> None:
        """Gửi quyết định to the complainant and those the law names (KN Đ32)."""
        self._not_before_decision(served_on, field="served_on")
        with take(self, "serve", by=by, on=on) as taking:
            Service.objects.create(decision=self.decision, served_on=served_on, way=way)
            stopped = self.stop_clocks("KN_GUI1", "KN_GUI2", on=served_on)
            taking.facts.update(served=served_on.isoformat(), stopped=stopped)
            if appeal := self.start_appeal(on=served_on):
                taking.facts["started"] = appeal

    def publicise(
        self, *, by: Any, on: date, form: str, start_on: date, until: date | None, place: str = ""
    ) -> None:
        """Công khai: meeting, posting of at least fifteen days, or media (NĐ124 Đ29.3)."""
        self._not_before_decision(start_on, field="start_on")
        if form != Publication.Form.MEETING and (until is None or (until - start_on).days < 15):
            raise Refused("Thời gian niêm yết, đăng tải ít nhất 15 ngày.", field="until")
        with take(self, "publicise", by=by, on=on) as taking:
            Publication.objects.create(
                decision=self.decision, form=form, start_on=start_on, until=until, place=place
            )
            stopped = self.stop_clocks("KN_CONG_KHAI", on=start_on)
            taking.facts.update(form=form, start=start_on.isoformat(), stopped=stopped)

    def close(self, *, by: Any, on: date) -> None:
        """Kết thúc vụ việc: served, publicised and in effect."""
        with take(self, "close", by=by, on=on) as taking:
            if sentence := self.not_in_effect(on=on):
                raise Refused(sentence)
            taking.facts["stopped"] = self.end(on=on)

    def start_appeal(self, *, on: date) -> list[int]:
        """The citizen's time for a second complaint, from the first service on (KN Đ33.1)."""
        rule = self.procedure.limitation[1]
        if self.level == Level.SECOND or self.clocks.filter(rule=rule).exists():
            return []
        self.start_clock(rule, on=on, **self.appeal_variants)
        return [self.clocks.get(rule=rule).pk]

    @property
    def appeal_variants(self) -> dict[str, bool]:
        """The time after a decision on discipline knows no places hard to reach."""
        discipline = self.procedure.dialogue_always
        return {"remote": self.remote and not discipline, "complex": self.procedure.dismissal}

    @property
    def decision(self) -> Any:
        return self.decisions.filter(paper__voided_on=None).latest("pk")

    def in_effect_on(self, as_of: date) -> bool:
        """Có hiệu lực: the period after the decision has run out (KN Đ44)."""
        clock = next((each for each in self.clocks.all() if each.rule == "KN_HIEU_LUC"), None)
        return bool(clock and clock.due and clock.due < as_of and not self.appealed)

    def not_in_effect(self, *, on: date, act: str = "kết thúc vụ việc") -> str:
        if self.in_effect_on(on):
            return ""
        why = ", đã có khiếu nại lần hai" if self.appealed else ""
        return f"Chưa thể {act}: quyết định chưa có hiệu lực{why}."

    def not_closable(self) -> str:
        running = {clock.rule for clock in self.clocks.all() if clock.is_open}
        if self.decided_on is None or running & {"KN_GUI1", "KN_GUI2", "KN_CONG_KHAI"}:
            return "quyết định chưa được gửi và công khai."
        return ""

    def not_at_once(self) -> str:
        """The check of one's own decision belongs to the first level (NĐ124 Đ17)."""
        if self.level == Level.SECOND:
            return "chỉ khiếu nại lần đầu được quyết định ngay sau khi kiểm tra lại."
        return ""

    def no_dated_decision(self) -> str:
        return "" if self.decided_on else "quyết định chưa có số và ngày."

    def _not_before_decision(self, on: date, *, field: str) -> None:
        if self.decided_on and on < self.decided_on:
            decided = day(self.decided_on)
            raise Refused(f"Ngày này không được trước ngày quyết định, {decided}.", field=field)
