"""Verification of a denunciation: its team and its report (TC Đ31)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.people import User
from portal.workflow import Refused, take

from .records import DenunciationMember, DenunciationReport
from .vocabulary import DenunciationPaperKind


class VerificationSteps:
    """Giao xác minh, báo cáo kết quả xác minh."""

    def order_verification(
        self,
        *,
        by: Any,
        on: date,
        lead: User,
        members: Iterable[User],
        days: int,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Giao xác minh: a team of at least two, nobody of whom is bound to the denounced."""
        others = [member for member in members if member != lead]
        if not others:
            raise Refused("Tổ xác minh có ít nhất hai người.", field="members")
        if bound := self.bound([lead, *others]):
            raise Refused(f"{bound} không được tham gia xác minh vụ việc này.", field="members")
        with take(self, "order_verification", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.TEAM, taking, draft)
            team = [(lead, True), *((member, False) for member in others)]
            DenunciationMember.objects.bulk_create(
                DenunciationMember(denunciation=self, user=user, lead=leads, since=on, days=days)
                for user, leads in team
            )
            taking.facts["team"] = [user.key for user, _ in team]

    def bound(self, people: Iterable[User]) -> User | None:
        """The first who is denounced, related to it, or would decide on the own findings."""
        barred = {*self.exclusions.values_list("user", flat=True)}
        named = {each.name.casefold() for each in self.denounced.all()}
        for person in people:
            if person.pk in barred or person.full_name.casefold() in named:
                return person
        return None

    def report_findings(self, *, by: Any, on: date, text: str, proposal: str) -> None:
        """Báo cáo kết quả xác minh, by the lead of the team."""
        with take(self, "report_findings", by=by, on=on) as taking:
            DenunciationReport.objects.create(
                denunciation=self, text=text, proposal=proposal, by=by, on=on
            )
            taking.facts["proposal"] = proposal
