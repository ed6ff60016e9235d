"""04/GQTC: Tổng hợp kết quả giải quyết tố cáo (TT 06/2025), from the register of denunciations."""

from __future__ import annotations

from portal.returns import Column, Form

from ..models import Petition
from .counting import SINCE, VERSION, Cell, Reading, opened, sums, together
from .letters import fates

STATE = ("Vụ việc tố cáo thuộc thẩm quyền",)
ISSUED = "Kết luận nội dung tố cáo ban hành trong kỳ"
FIRST, FURTHER = (ISSUED, "Tố cáo lần đầu"), (ISSUED, "Tố cáo tiếp")
TO_STATE = ("Kiến nghị thu hồi cho Nhà nước",)
TO_PEOPLE = ("Trả lại cho tổ chức, cá nhân",)
DISCIPLINE = ("Kiến nghị xử lý hành chính",)
POLICE = ("Chuyển cơ quan điều tra",)

COLUMNS = (
    Column(1, "Tổng số đơn tố cáo thuộc thẩm quyền"),
    Column(2, "Tổng số vụ việc", STATE),
    Column(3, "Đang xem xét điều kiện thụ lý", STATE),
    Column(4, "Đã thụ lý giải quyết", STATE),
    Column(5, "Không thụ lý", STATE),
    Column(6, "Rút tố cáo, đình chỉ", STATE),
    Column(7, "Tổng số", (ISSUED,)),
    Column(8, "Tố cáo đúng", FIRST),
    Column(9, "Tố cáo sai", FIRST),
    Column(10, "Tố cáo có đúng, có sai", FIRST),
    Column(11, "Tố cáo đúng", FURTHER),
    Column(12, "Tố cáo sai", FURTHER),
    Column(13, "Tố cáo có đúng, có sai", FURTHER),
    Column(14, "Tiền (triệu đồng)", TO_STATE),
    Column(15, "Đất (m²)", TO_STATE),
    Column(16, "Tiền (triệu đồng)", TO_PEOPLE),
    Column(17, "Đất (m²)", TO_PEOPLE),
    Column(18, "Số tổ chức", TO_PEOPLE),
    Column(19, "Số cá nhân", TO_PEOPLE),
    Column(20, "Số tổ chức", DISCIPLINE),
    Column(21, "Số cá nhân", DISCIPLINE),
    Column(22, "Trong đó cán bộ, công chức", DISCIPLINE),
    Column(23, "Số vụ", POLICE),
    Column(24, "Số đối tượng", POLICE),
    Column(25, "Trong đó cán bộ, công chức, viên chức", POLICE),
)
CHECKS = ("2=3+4+5+6", "2<=1", "7=8+9+10+11+12+13", "22<=21", "25<=24", "04:1=02:12")

LETTER_CELLS = fates("denunciation")

CONCLUSIONS = """
WITH source AS (
    SELECT petition.id AS record, petition.code, petition.unit_id AS unit, petition.level,
        entry.outcome, asked.*
    FROM citizens_denunciationentry AS entry
    JOIN citizens_petition AS petition ON petition.id = entry.petition_id
    LEFT JOIN citizens_recommendation AS asked ON asked.denunciation_id = entry.id
    WHERE entry.concluded_on BETWEEN %(start)s AND %(end)s
        AND entry.outcome IN ('dung', 'sai', 'dung_mot_phan')
)
"""
ASKED = {
    14: "recovered_money",
    15: "recovered_land",
    16: "returned_money",
    17: "returned_land",
    18: "organisations_restored",
    19: "people_restored",
    20: "organisations_disciplined",
    21: "people_disciplined",
    22: "officials_disciplined",
    23: "cases_to_police",
    24: "people_to_police",
    25: "officials_to_police",
}
CONCLUSION_CELLS = Reading(Petition, CONCLUSIONS).columns(
    Cell(7, "true"),
    Cell(8, "level = 1 AND outcome = 'dung'"),
    Cell(9, "level = 1 AND outcome = 'sai'"),
    Cell(10, "level = 1 AND outcome = 'dung_mot_phan'"),
    Cell(11, "level = 2 AND outcome = 'dung'"),
    Cell(12, "level = 2 AND outcome = 'sai'"),
    Cell(13, "level = 2 AND outcome = 'dung_mot_phan'"),
    *sums(ASKED),
)

GQTC = Form(
    "04/GQTC",
    "Tổng hợp kết quả giải quyết tố cáo",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(LETTER_CELLS, CONCLUSION_CELLS),
    opened(LETTER_CELLS, CONCLUSION_CELLS),
)
