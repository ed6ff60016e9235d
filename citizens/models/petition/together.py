"""Letters of one text before there is a case: the others go along with the leading one."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import Refused, take

from ..vocabulary import PetitionStage

PORTAL = "portal"
UNDECIDED = (PetitionStage.WAITING, PetitionStage.CLASSIFIED, PetitionStage.SUPPLEMENT)


class TogetherSteps:
    """Đi cùng đơn chính, tách khỏi đơn chính."""

    def go_with(self, *, by: Any, on: date, letter: Any) -> None:
        """Đi cùng đơn chính: its own periods run on until that one has become a case."""
        if sentence := self.cannot_go_with(letter):
            raise Refused(sentence, field="code")
        with take(self, "go_with", by=by, on=on):
            self.leading = letter  # not in the history: that letter may yet go to the own book

    def go_alone(self, *, by: Any, on: date, reason: str) -> None:
        """Tách khỏi đơn chính: it is handled by itself."""
        with take(self, "go_alone", by=by, on=on) as taking:
            self.leading = None
            taking.values["reason"] = reason

    def lead_into(self, case: Any, *, on: date) -> None:
        """Whoever went with this letter joins the case that it has become part of."""
        for each in self.followers.filter(stage__in=UNDECIDED):
            each.join(by=PORTAL, on=on, case=case)

    def leave_behind(self, *, on: date) -> None:
        """No case came of it: each of the others waits to be handled by itself."""
        for each in self.followers.filter(stage__in=UNDECIDED):
            each.go_alone(by=PORTAL, on=on, reason="Đơn chính đã xử lý, không thành vụ việc")

    def cannot_go_with(self, letter: Any) -> str:
        if letter.pk == self.pk:
            return "Đơn không đi cùng chính nó; ghi số đơn khác."
        if letter.stage not in UNDECIDED:
            return f"Đơn {letter} đã xử lý; đã thành vụ việc thì ghép vào vụ việc ấy."
        if letter.leading_id:
            return f"Đơn {letter} đang đi cùng đơn chính {letter.leading}; ghi số đơn chính ấy."
        if led := self.followers.count():
            return f"Đơn này đang là đơn chính của {led} đơn khác."
        return ""

    def not_alone(self) -> str:
        return "đơn đang đi cùng đơn chính." if self.leading_id else ""

    def not_going_along(self) -> str:
        return "" if self.leading_id else "đơn không đi cùng đơn nào."
