"""Who may do what with indicators."""

from __future__ import annotations

from portal.permissions import is_leader
from reforms.rules import follows_reform, heads_its_unit, of_its_unit

keeps = follows_reform
records = (heads_its_unit | is_leader).because(
    "Số liệu do thủ trưởng đơn vị chủ trì hoặc lãnh đạo cơ quan duyệt."
)
prepares = (of_its_unit | follows_reform).because(
    "Số liệu do đơn vị chủ trì chỉ tiêu hoặc công chức phụ trách CCHC ghi."
)
adds_to = (of_its_unit | follows_reform | heads_its_unit).because(prepares.why_not)
