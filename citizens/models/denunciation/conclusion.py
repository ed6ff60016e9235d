"""The conclusion of a denunciation and what follows it (TC Đ35, Đ36, Đ40)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused, take

from .records import DenunciationConclusion, DenunciationPublication
from .vocabulary import DenunciationPaperKind

SHORTEST_POSTING = 15
DUTIES_OF_CONCLUSION = ("TC_GUI_KL", "TC_XU_LY", "TC_BC_XU_LY", "TC_CONG_KHAI")


class ConclusionSteps:
    """Kết luận, gửi, công khai, thông báo kết quả, kết thúc."""

    def conclude(
        self,
        *,
        by: Any,
        on: date,
        outcome: str,
        judgements: Mapping[int, str],
        text: str,
        responsibility: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Kết luận nội dung tố cáo: each content judged, and whose responsibility it is."""
        allegations = [*self.allegations.all()]
        if {*judgements} != {each.pk for each in allegations}:
            raise Refused("Kết luận từng nội dung tố cáo.")
        with take(self, "conclude", by=by, on=on, prepared_by=prepared_by) as taking:
            paper = self._draw_up(DenunciationPaperKind.CONCLUSION, taking, draft)
            DenunciationConclusion.objects.create(
                denunciation=self,
                paper=paper,
                outcome=outcome,
                text=text,
                responsibility=responsibility,
            )
            for each in allegations:
                each.judgement = judgements[each.pk]
                each.save(update_fields=["judgement"])
            self.outcome = outcome
            taking.facts["outcome"] = outcome

    def serve(self, *, by: Any, on: date, served_on: date) -> None:
        """Gửi kết luận to whom the law names; the denouncer hears of it alone (TC Đ35.3)."""
        self._not_before_conclusion(served_on, field="served_on")
        with take(self, "serve", by=by, on=on) as taking:
            stopped = self.stop_clocks("TC_GUI_KL", on=served_on)
            taking.facts.update(served=served_on.isoformat(), stopped=stopped)

    def report_result(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Thông báo kết quả xử lý, in five working days of having it (TC Đ36.3)."""
        with take(self, "report_result", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.RESULT, taking, draft)

    def publicise(
        self, *, by: Any, on: date, form: str, start_on: date, until: date | None
    ) -> None:
        """Công khai: a meeting, or a posting of at least fifteen days (TC Đ40; NĐ31 Đ6)."""
        self._not_before_conclusion(start_on, field="start_on")
        posted = (until - start_on).days if until else 0
        if form != DenunciationPublication.Form.MEETING and posted < SHORTEST_POSTING:
            raise Refused("Thời gian niêm yết, đăng tải ít nhất 15 ngày liên tục.", field="until")
        with take(self, "publicise", by=by, on=on) as taking:
            DenunciationPublication.objects.create(
                denunciation=self, form=form, start_on=start_on, until=until
            )
            stopped = self.stop_clocks("TC_CONG_KHAI", on=start_on)
            taking.facts.update(form=form, start=start_on.isoformat(), stopped=stopped)

    def open_further(self, *, by: Any, on: date, received_on: date) -> None:
        """Ghi có tố cáo tiếp: the superior decides within twenty days (TC Đ37); we watch."""
        with take(self, "open_further", by=by, on=on) as taking:
            taking.facts["received"] = received_on.isoformat()

    def close(self, *, by: Any, on: date) -> None:
        """Kết thúc: sent, published, acted upon and carried out."""
        with take(self, "close", by=by, on=on) as taking:
            taking.facts["stopped"] = self.end(on=on)
            self.tell_register()

    def no_dated_conclusion(self) -> str:
        return "" if self.concluded_on else "kết luận chưa có số và ngày."

    def nothing_to_report(self) -> str:
        running = self.clocks.open().filter(rule="TC_BC_XU_LY").exists()
        return "" if running else "chưa ghi việc xử lý theo kết luận."

    def not_closable(self) -> str:
        if self.clocks.open().filter(rule__in=DUTIES_OF_CONCLUSION).exists():
            return "kết luận chưa được gửi, công khai và xử lý xong."
        return self.not_carried_out()

    def _not_before_conclusion(self, on: date, *, field: str) -> None:
        if self.concluded_on and on < self.concluded_on:
            since = day(self.concluded_on)
            raise Refused(f"Ngày này không được trước ngày kết luận, {since}.", field=field)
