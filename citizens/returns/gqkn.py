"""03/GQKN: Tổng hợp kết quả giải quyết khiếu nại (TT 06/2025)."""

from __future__ import annotations

from portal.returns import Column, Form

from ..models import Case
from .counting import SINCE, VERSION, Cell, Reading, opened, sums, together
from .letters import fates

STATE = ("Vụ việc khiếu nại thuộc thẩm quyền",)
ISSUED = "Quyết định giải quyết ban hành trong kỳ"
FIRST, SECOND = (ISSUED, "Lần đầu"), (ISSUED, "Lần hai")
TO_STATE = ("Kiến nghị thu hồi cho Nhà nước",)
TO_PEOPLE = ("Trả lại cho tổ chức, cá nhân",)
DISCIPLINE = ("Kiến nghị xử lý hành chính",)
POLICE = ("Chuyển cơ quan điều tra",)

COLUMNS = (
    Column(1, "Tổng số đơn khiếu nại thuộc thẩm quyền"),
    Column(2, "Tổng số vụ việc", STATE),
    Column(3, "Đang xem xét điều kiện thụ lý", STATE),
    Column(4, "Đã thụ lý giải quyết", STATE),
    Column(5, "Không thụ lý", STATE),
    Column(6, "Rút đơn, đình chỉ", STATE),
    Column(7, "Tổng số", (ISSUED,)),
    Column(8, "Khiếu nại đúng", FIRST),
    Column(9, "Khiếu nại sai", FIRST),
    Column(10, "Khiếu nại đúng một phần", FIRST),
    Column(11, "Công nhận kết quả giải quyết lần đầu", SECOND),
    Column(12, "Hủy, sửa kết quả giải quyết lần đầu", SECOND),
    Column(13, "Tiền (triệu đồng)", TO_STATE),
    Column(14, "Đất (m²)", TO_STATE),
    Column(15, "Tiền (triệu đồng)", TO_PEOPLE),
    Column(16, "Đất (m²)", TO_PEOPLE),
    Column(17, "Số tổ chức", TO_PEOPLE),
    Column(18, "Số cá nhân", TO_PEOPLE),
    Column(19, "Tổng số người", DISCIPLINE),
    Column(20, "Trong đó cán bộ, công chức, viên chức", DISCIPLINE),
    Column(21, "Số vụ", POLICE),
    Column(22, "Tổng số người", POLICE),
    Column(23, "Trong đó cán bộ, công chức, viên chức", POLICE),
)
CHECKS = ("2=3+4+5+6", "2<=1", "7=8+9+10+11+12", "20<=19", "23<=22", "03:1=02:6")

LETTER_CELLS = fates("complaint")

DECISIONS = """
WITH source AS (
    SELECT one.id AS record, one.code, one.unit_id AS unit, one.outcome, asked.*
    FROM citizens_case AS one
    LEFT JOIN citizens_recommendation AS asked ON asked.case_id = one.id
    WHERE one.kind = 'khieu_nai' AND one.decided_on BETWEEN %(start)s AND %(end)s
        AND one.outcome IN ('dung', 'sai', 'dung_mot_phan', 'cong_nhan', 'huy_sua')
)
"""
ASKED = {
    13: "recovered_money",
    14: "recovered_land",
    15: "returned_money",
    16: "returned_land",
    17: "organisations_restored",
    18: "people_restored",
    19: "people_disciplined",
    20: "officials_disciplined",
    21: "cases_to_police",
    22: "people_to_police",
    23: "officials_to_police",
}
DECISION_CELLS = Reading(Case, DECISIONS).columns(
    Cell(7, "true"),
    Cell(8, "outcome = 'dung'"),
    Cell(9, "outcome = 'sai'"),
    Cell(10, "outcome = 'dung_mot_phan'"),
    Cell(11, "outcome = 'cong_nhan'"),
    Cell(12, "outcome = 'huy_sua'"),
    *sums(ASKED),
)

GQKN = Form(
    "03/GQKN",
    "Tổng hợp kết quả giải quyết khiếu nại",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(LETTER_CELLS, DECISION_CELLS),
    opened(LETTER_CELLS, DECISION_CELLS),
)
