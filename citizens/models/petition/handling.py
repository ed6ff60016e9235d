"""What becomes of a petition: proposed for acceptance, entrusted, guided, forwarded, joined …"""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.people import Unit, User
from portal.workflow import Refused, Taking, take

from ..case import Case
from ..complaint import Complaint
from ..matter import Matter
from ..paper import Paper
from ..second_level import impossible_second_level, second_settler
from ..vocabulary import Handling, PaperKind


class HandlingSteps:
    """Xử lý đơn (domain: §2.2)."""

    def propose(
        self,
        *,
        by: Any,
        on: date,
        unit: Unit,
        summary: str,
        officer: User | None = None,
        under_own_seal: bool = False,
    ) -> Any:
        """Đề xuất thụ lý: opens the complaint, which waits for its settler. Returns it.

        ``under_own_seal``: the head of that unit settles it, in the unit's own book (KN Đ19).
        """
        if under_own_seal and not unit.symbol:
            raise Refused(f"{unit} không có con dấu riêng; chọn Giám đốc Sở.", field="settled_by")
        own = {"settling_unit": unit} if under_own_seal else {}
        with take(self, "propose", by=by, on=on) as taking:
            case = Complaint.open_from(self, by=by, on=on, unit=unit, officer=officer, **own)
            self._opened(case, taking, summary)
        return case

    def open_second_level(
        self,
        *,
        by: Any,
        on: date,
        unit: Unit,
        summary: str,
        officer: User | None = None,
        first_case: Any = None,
        first_decision: str = "",
    ) -> Any:
        """Khiếu nại lần hai: a case of its own, linked to the first one. Returns it."""
        if refusal := impossible_second_level(self, first_case, first_decision, unit=unit, on=on):
            raise refusal
        with take(self, "open_second_level", by=by, on=on) as taking:
            self.matter = first_case.matter if first_case else self.matter
            case = Complaint.open_from(
                self,
                by=by,
                on=on,
                unit=unit,
                officer=officer,
                first_case=first_case,
                first_decision=first_decision,
                settling_unit=second_settler(self.regime, on=on),
            )
            self._opened(case, taking, summary)
        return case

    def _opened(self, case: Any, taking: Taking, summary: str) -> None:
        self._handled(Handling.ACCEPTED, taking=taking)
        taking.facts["case"] = case.code
        taking.values["summary"] = summary
        self.lead_into(case, on=taking.on)

    def entrust(
        self,
        *,
        by: Any,
        on: date,
        unit: Unit,
        officer: User | None = None,
        prepared_by: Any = None,
        draft: str = "",
    ) -> Any:
        """Giao giải quyết: feedback goes to the unit that answers it. Returns the case."""
        with take(self, "entrust", by=by, on=on, prepared_by=prepared_by) as taking:
            kind = Case.own_kinds[self.kind]
            case = kind.open_from(self, by=by, on=on, unit=unit, officer=officer)
            self._handled(Handling.ACCEPTED, taking=taking)
            taking.facts["case"] = case.code
            self.lead_into(case, on=on)
        return case

    def guide(self, *, addressee: str, ground: str, **who: Any) -> None:
        """Hướng dẫn: to the body that is competent, once for one content."""
        self._leave("guide", Handling.GUIDED, PaperKind.GUIDANCE, addressee, ground, **who)

    def forward(self, *, addressee: str, ground: str, **who: Any) -> None:
        """Chuyển đơn, and tell the sender."""
        self._leave("forward", Handling.FORWARDED, PaperKind.FORWARDING, addressee, ground, **who)

    def send_back(self, *, ground: str, **who: Any) -> None:
        """Trả lại đơn to the body that forwarded it wrongly."""
        self._leave(
            "send_back",
            Handling.SENT_BACK,
            PaperKind.SENDING_BACK,
            self.forwarded_by,
            ground,
            **who,
        )

    def shelve(self, *, ground: str, **who: Any) -> None:
        """Lưu đơn: ineligible; kept for one year."""
        self._leave("shelve", Handling.SHELVED, "", "", ground, **who)

    def _leave(
        self,
        step: str,
        handling: str,
        paper: str,
        addressee: str,
        ground: str,
        *,
        by: Any,
        on: date,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        with take(self, step, by=by, on=on, prepared_by=prepared_by) as taking:
            self.addressee, self.ground = addressee, ground
            if paper:
                Paper.draw_up(self, paper, taking=taking, text=draft)
            self._handled(handling, taking=taking)
            self.leave_behind(on=on)
            taking.values.update(addressee=addressee, ground=ground)

    def join(self, *, by: Any, on: date, case: Any) -> None:
        """Ghép vào vụ việc: a duplicate shares the matter of an open case."""
        with take(self, "join", by=by, on=on) as taking:
            self.matter = case.matter
            self._handled(Handling.JOINED, taking=taking)
            taking.facts["case"] = case.code
            self.lead_into(case, on=on)

    def unjoin(self, *, by: Any, on: date, reason: str) -> None:
        """Bỏ ghép: the joining stays in the history, the periods run again from the receipt."""
        with take(self, "unjoin", by=by, on=on) as taking:
            self.matter = None
            self.handling, self.handled_on = Handling.PENDING, None
            self.start_handling_clocks()
            taking.values["reason"] = reason

    def _handled(self, handling: str, *, taking: Taking) -> None:
        self.handling, self.handled_on, self.leading = handling, taking.on, None
        self.matter = self.matter or Matter.objects.create(opened_on=self.received_on)
        if handling not in (Handling.GUIDED, Handling.FORWARDED, Handling.SENT_BACK):
            taking.facts["stopped"] = self.stop_clocks(on=taking.on)
