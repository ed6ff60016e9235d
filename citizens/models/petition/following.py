"""Ghi theo dõi: how far a denunciation has come, under paper custody: dates and an end, no words.

What the steps of a denunciation are stands on paper with its group; the returns need how it was
handled, when it was accepted and concluded, and what the conclusion asks for (TT 06/2025).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.workflow import Refused, take

from ..denunciation import DenunciationEntry
from ..enforces import Enforces
from ..execution import Execution
from ..recommends import Recommends
from ..vocabulary import Conclusion, Handling

CONCLUDED = (Conclusion.RIGHT, Conclusion.PARTLY_RIGHT, Conclusion.WRONG)
ENDED_EARLY = (Conclusion.WITHDRAWN, Conclusion.TERMINATED)
FOLLOWED = ("TC_XLBD", "TC_GQ")
HANDLINGS = {
    Handling.PENDING: (None, None),
    Handling.ACCEPTED: (True, True),
    Handling.DECLINED: (True, True),
    Handling.GUIDED: (True, False),
    Handling.FORWARDED: (True, False),
    Handling.SHELVED: (False, None),
}
"""How a denunciation can be handled: whether it was then fit, and ours."""


class FollowingSteps(Enforces, Recommends):
    """Ghi theo dõi, ghi kiến nghị xử lý, việc thực hiện kết luận."""

    def follow(
        self,
        *,
        by: Any,
        on: date,
        level: int,
        category: str,
        handling: str,
        handled_on: date | None,
        **course: Any,
    ) -> None:
        """As it stands now; writing it again puts it right. ``course``: columns of the entry."""
        if refusal := impossible_course(handling, handled_on, **course):
            raise refusal
        with take(self, "follow", by=by, on=on) as taking:
            self.level, self.category = level, category
            self.handling, self.handled_on = handling, handled_on
            self.eligible, self.competent = HANDLINGS[Handling(handling)]
            DenunciationEntry.objects.update_or_create(petition=self, defaults=course)
            self._run_denunciation_clocks(**course)
            taking.facts["handling"] = handling

    def _run_denunciation_clocks(
        self, *, accepted_on: date | None, concluded_on: date | None, **course: Any
    ) -> None:
        """First whether it is taken up, then until its conclusion (TC Đ24, Đ30)."""
        self.clocks.filter(rule__in=FOLLOWED).delete()
        self.start_known_clocks("TC_XLBD", on=self.received_on)
        if self.handled_on:
            self.stop_clocks("TC_XLBD", on=self.handled_on)
        if accepted_on:
            self.start_known_clocks("TC_GQ", on=accepted_on)
        if ended := concluded_on or course["closed_on"]:
            self.stop_clocks(*FOLLOWED, on=ended)

    def recommended_by(self) -> dict[str, Any]:
        return {"denunciation": self.denunciation}

    executed_by = recommended_by

    @property
    def ordered_on(self) -> date | None:
        """The day of the conclusion; a plain letter orders nothing."""
        if not self.sealed:
            return None
        entry = DenunciationEntry.objects.filter(petition=self.pk).first()
        return entry.concluded_on if entry else None

    def executions_now(self) -> Iterable[Execution]:
        return Execution.objects.filter(denunciation__petition=self.pk)

    def nothing_to_carry_out(self) -> str:
        """What a case of its own knows in words is written there."""
        return self.followed_by_case() or super().nothing_to_carry_out()

    def not_in_own_book(self) -> str:
        return "" if self.sealed else "đơn không ở sổ riêng."

    def not_concluded(self) -> str:
        if not self.sealed:
            return self.not_in_own_book()
        known = DenunciationEntry.objects.filter(petition=self.pk, concluded_on__isnull=False)
        return "" if known.exists() else "chưa ghi ngày kết luận nội dung tố cáo."


def impossible_course(
    handling: str,
    handled_on: date | None,
    *,
    accepted_on: date | None,
    concluded_on: date | None,
    outcome: str,
    closed_on: date | None,
) -> Refused | None:
    """What contradicts what, in the order of the law."""
    last_known = concluded_on or accepted_on or handled_on or date.min
    sentences = {
        "handled_on": (
            bool(handled_on) == (handling == Handling.PENDING),
            "Đã xử lý thì ghi ngày xử lý; chưa xử lý thì để trống.",
        ),
        "accepted_on": (
            bool(accepted_on) and handling != Handling.ACCEPTED,
            "Chỉ tố cáo đã thụ lý mới có ngày thụ lý.",
        ),
        "concluded_on": (
            bool(concluded_on) and not (accepted_on and accepted_on <= concluded_on),
            "Ngày kết luận phải có ngày thụ lý và không trước ngày đó.",
        ),
        "outcome": (
            bool(concluded_on) != (outcome in CONCLUDED),
            "Kết luận đúng, sai đi cùng ngày kết luận; rút tố cáo, đình chỉ thì không.",
        ),
        "closed_on": (
            closed_on < last_known if closed_on else outcome in ENDED_EARLY,
            "Ngày kết thúc không trước các ngày trên; rút tố cáo, đình chỉ thì phải ghi ngày này.",
        ),
    }
    broken = ((name, words) for name, (wrong, words) in sentences.items() if wrong)
    return next((Refused(words, field=name) for name, words in broken), None)
