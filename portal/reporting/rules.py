"""Who may do what with periodic reports."""

from __future__ import annotations

from portal.activities.rules import heads_its_unit, of_its_unit
from portal.permissions import holds, is_clerk, is_coordinator
from portal.planning.rules import DRAFTERS, sees_every_draft

__all__ = [
    "draws_up_reports",
    "prepares_report",
    "sees_every_draft",
    "sends_report",
    "signs_report",
]

draws_up_reports = holds(*DRAFTERS, why_not="Báo cáo do đơn vị được giao soạn thảo.")
prepares_report = (of_its_unit | is_coordinator).because(
    "Báo cáo do đơn vị báo cáo hoặc đầu mối tổng hợp soạn."
)
signs_report = heads_its_unit.because(
    "Báo cáo của Sở do Giám đốc hoặc Phó Giám đốc ký; của đơn vị do thủ trưởng đơn vị ký."
)
sends_report = (is_clerk | of_its_unit | is_coordinator).because(
    "Số và ngày do văn thư hoặc đơn vị báo cáo ghi."
)
