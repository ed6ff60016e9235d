"""Initial handling of a denunciation: forwarded, declined, inspected or accepted (TC Đ24–Đ29)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import Refused, take

from .paper import DenunciationPaper
from .records import Denounced
from .vocabulary import DenunciationPaperKind, RefusalGround

PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh"


class IntakeSteps:
    """Ghi người bị tố cáo, chuyển, không thụ lý, chuyển thanh tra, thụ lý, thông báo."""

    def name_denounced(
        self, *, by: Any, on: date, name: str, position: str = "", organisation: bool = False
    ) -> None:
        """Ghi người bị tố cáo: further than those of the first reading."""
        with take(self, "name_denounced", by=by, on=on) as taking:
            Denounced.objects.create(
                denunciation=self, name=name, position=position, organisation=organisation
            )
            taking.facts["organisation"] = organisation

    def forward(
        self,
        *,
        by: Any,
        on: date,
        addressee: str,
        ground: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Chuyển tố cáo to whoever is competent; the denouncer is told (TC Đ24.2).

        About the office's own leaders nobody but the province is competent (TC Đ13.4.a).
        """
        if self.against_leadership and addressee != PROVINCE:
            raise Refused(f"Tố cáo lãnh đạo Sở chỉ chuyển {PROVINCE}.", field="addressee")
        with take(self, "forward", by=by, on=on, prepared_by=prepared_by) as taking:
            self.start_clock("TC_CHUYEN", on=self.received_on)
            self._draw_up(DenunciationPaperKind.FORWARDING, taking, draft)
            self._draw_up(DenunciationPaperKind.FORWARD_NOTICE, taking)
            taking.facts["addressee"] = addressee
            taking.values["ground"] = ground

    def decline(
        self,
        *,
        by: Any,
        on: date,
        ground: str,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Không thụ lý, with one of the grounds of TC Đ29.1."""
        with take(self, "decline", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.REFUSAL, taking, draft)
            taking.facts["ground"] = RefusalGround(ground).value
            taking.values["reason"] = reason

    def pass_to_inspection(
        self,
        *,
        by: Any,
        on: date,
        addressee: str,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Chuyển thanh tra, kiểm tra: nobody is known to denounce, the evidence is (TC Đ25.2)."""
        with take(self, "pass_to_inspection", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.INSPECTION, taking, draft)
            taking.facts["addressee"] = addressee
            taking.values["reason"] = reason

    def accept(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Thụ lý: thirty days run from the date of the decision (TC Đ29, Đ30)."""
        with take(self, "accept", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.ACCEPTANCE, taking, draft)

    def notify(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Thông báo thụ lý, nội dung tố cáo: to both sides, apart from each other (TC Đ29.3)."""
        with take(self, "notify", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.NOTICE_OF_ACCEPTANCE, taking)
            self._draw_up(DenunciationPaperKind.NOTICE_OF_CONTENTS, taking, draft)

    def send_out(
        self, *, by: Any, on: date, paper: DenunciationPaper, number: str, dated_on: date
    ) -> None:
        """Phát hành: số và ngày sau khi ký; the law's clocks run on the date of the paper."""
        with take(self, "send_out", by=by, on=on) as taking:
            paper.number_it(number=number, dated_on=dated_on, on=on)
            paper.take_effect(self)
            # phát hành is the sending: a suspension or a termination has reached the post
            self.stop_clocks("TC_TDC_GUI", on=on)
            self.tell_register()
            taking.facts.update(paper=paper.kind, number=number, dated=dated_on.isoformat())

    def _draw_up(self, kind: str, taking: Any, draft: str = "") -> DenunciationPaper:
        return DenunciationPaper.draw_up(self, kind, taking=taking, text=draft)

    def against_own_leaders(self) -> str:
        if not self.against_leadership:
            return ""
        return f"người bị tố cáo là lãnh đạo Sở: chuyển {PROVINCE}."

    def not_accepted_on_paper(self) -> str:
        return "" if self.accepted_on else "quyết định thụ lý chưa có số và ngày."

    def already_notified(self) -> str:
        done = self.papers.filter(kind=DenunciationPaperKind.NOTICE_OF_CONTENTS).exists()
        return "thông báo đã soạn, ghi số và ngày ở mục Phát hành." if done else ""

    def no_paper_waiting(self) -> str:
        return "" if self.papers.waiting().exists() else "không có văn bản nào chờ lấy số."
