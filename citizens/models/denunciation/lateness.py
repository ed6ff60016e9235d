"""Another settler is late with the first denunciation: we ask why (TC Đ38)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import take

from .vocabulary import DenunciationPaperKind


class LatenessSteps:
    """Yêu cầu báo cáo, ghi báo cáo nhận được."""

    def demand_report(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Yêu cầu báo cáo: whoever settled the first time is late (TC Đ38)."""
        with take(self, "demand_report", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(DenunciationPaperKind.DEMAND, taking, draft)

    def record_report(self, *, by: Any, on: date, reported_on: date) -> None:
        """Ghi báo cáo nhận được of whoever was late."""
        with take(self, "record_report", by=by, on=on) as taking:
            taking.facts["stopped"] = self.stop_clocks("TC_QUA_HAN_2", on=reported_on)

    def no_late_settler(self) -> str:
        running = self.clocks.open().filter(rule="TC_QUA_HAN_1").exists()
        return "" if running else "không phải tố cáo tiếp do quá hạn giải quyết."

    def no_report_awaited(self) -> str:
        running = self.clocks.open().filter(rule="TC_QUA_HAN_2").exists()
        return "" if running else "chưa yêu cầu báo cáo."
