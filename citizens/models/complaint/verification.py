"""Verification and dialogue (KN Đ29, Đ30)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from portal.people import User
from portal.workflow import Refused, take

from ..paper import Paper
from ..verification import Dialogue, Findings, VerificationTeam
from ..vocabulary import PaperKind

if TYPE_CHECKING:
    from portal.attachments import File

REPORT = "Báo cáo kết quả xác minh"


class VerificationSteps:
    """Giao xác minh, báo cáo, đối thoại."""

    def order_verification(
        self,
        *,
        by: Any,
        on: date,
        lead: User,
        members: Iterable[User] = (),
        days: int,
        content: str = "",
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Giao xác minh: a team, its lead and the number of days of its order."""
        others = [user for user in members if user != lead]
        if not others:
            raise Refused("Tổ xác minh có từ hai người trở lên.", field="members")
        with take(self, "order_verification", by=by, on=on, prepared_by=prepared_by) as taking:
            if sentence := self.too_many_days(days, on=on):
                raise Refused(sentence, field="days")
            paper = Paper.draw_up(self, PaperKind.VERIFICATION, taking=taking, text=draft)
            team = VerificationTeam.objects.create(
                case=self, paper=paper, days=days, content=content, ordered_on=on
            )
            for user in (lead, *others):
                team.members.create(case=self, user=user, lead=user == lead)
            taking.facts.update(lead=lead.key, members=[user.key for user in others], days=days)

    def report_findings(
        self,
        *,
        by: Any,
        on: date,
        text: str,
        proposal: str,
        differs: bool = False,
        files: Iterable[File] = (),
    ) -> None:
        """Báo cáo kết quả xác minh; ``differs``: request and findings still differ (KN Đ30.1)."""
        with take(self, "report_findings", by=by, on=on) as taking:
            Findings.objects.create(
                case=self, text=text, proposal=proposal, differs=differs, by=by, on=on
            )
            links = [self.attachments.create(file=file, title=REPORT) for file in files]
            taking.facts.update(proposal=proposal, differs=differs, files=[row.pk for row in links])
            taking.values["text"] = text

    def invite(
        self,
        *,
        by: Any,
        on: date,
        held_on: date,
        place: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Mời đối thoại; from 01/7/2026 at least five days before (NĐ155 Đ11)."""
        if held_on < on:
            raise Refused("Ngày đối thoại không được trước ngày mời.", field="held_on")
        with take(self, "invite", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.INVITATION, taking=taking, text=draft)
            Dialogue.objects.create(case=self, planned_on=held_on, place=place)
            taking.facts["planned"] = held_on.isoformat()

    def hold_dialogue(
        self,
        *,
        by: Any,
        on: date,
        held_on: date,
        minutes: str,
        absent: str = "",
        prepared_by: Any = None,
    ) -> None:
        """Đối thoại: the minutes; an absent complainant does not stop the case (KN Đ30.6)."""
        if held_on > on:
            raise Refused("Ngày đối thoại không được sau hôm nay.", field="held_on")
        with take(self, "hold_dialogue", by=by, on=on, prepared_by=prepared_by) as taking:
            dialogue = self.dialogues.filter(held_on=None).latest("pk")
            dialogue.held_on, dialogue.minutes, dialogue.absent = held_on, minutes, absent
            dialogue.save()
            taking.facts["held"] = held_on.isoformat()
            taking.values["minutes"] = minutes

    def days_left(self, *, on: date) -> int:
        """Days until the period for settling ends; 0 when it is over or none runs."""
        clock = self.settling_clock()
        return max((clock.due - on).days, 0) if clock and clock.due else 0

    def too_many_days(self, days: int, *, on: date) -> str:
        """A verification lasts no longer than the period for settling, while that runs."""
        left = self.days_left(on=on)
        if not left or days <= left:
            return ""
        return f"Thời hạn giải quyết chỉ còn {left} ngày; ghi số ngày xác minh ít hơn."

    def no_findings(self) -> str:
        return "" if self.findings.all() else "chưa có báo cáo kết quả xác minh."

    def no_dialogue(self) -> str:
        """Where the findings still differ; at the second level and about discipline always."""
        if any(dialogue.held_on for dialogue in self.dialogues.all()):
            return ""
        if self.level == 2 or self.procedure.dialogue_always:
            return "chưa tổ chức đối thoại, là việc phải làm ở lần hai và với khiếu nại kỷ luật."
        found = [*self.findings.all()]
        if found and found[-1].differs:
            return "yêu cầu và kết quả xác minh còn khác nhau, chưa tổ chức đối thoại."
        return ""
