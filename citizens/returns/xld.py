"""02/XLD: Tổng hợp kết quả xử lý đơn (TT 06/2025)."""

from __future__ import annotations

from portal.returns import Column, Form

from .counting import SINCE, VERSION, Cell, matters, opened, together
from .letters import OF_LETTERS

OWN = "Đơn thuộc thẩm quyền"
COMPLAINTS, DENUNCIATIONS = (OWN, "Khiếu nại"), (OWN, "Tố cáo")
FEEDBACK = (OWN, "Kiến nghị, phản ánh")
BY_LEVEL, BY_CONTENT = "Theo thẩm quyền giải quyết", "Theo nội dung"
AWAY = ("Đơn không thuộc thẩm quyền",)

COLUMNS = (
    Column(1, "Tổng số đơn"),
    Column(2, "Số đơn đã xử lý"),
    Column(3, "Số đơn đủ điều kiện xử lý"),
    Column(4, "Số đơn", (OWN,)),
    Column(5, "Số vụ việc", (OWN,)),
    Column(6, "Tổng", COMPLAINTS),
    Column(7, "Lần đầu", (*COMPLAINTS, BY_LEVEL)),
    Column(8, "Lần hai", (*COMPLAINTS, BY_LEVEL)),
    Column(9, "Đất đai", (*COMPLAINTS, BY_CONTENT)),
    Column(10, "Chế độ, chính sách", (*COMPLAINTS, BY_CONTENT)),
    Column(11, "Khác", (*COMPLAINTS, BY_CONTENT)),
    Column(12, "Tổng", DENUNCIATIONS),
    Column(13, "Lần đầu", (*DENUNCIATIONS, BY_LEVEL)),
    Column(14, "Tố cáo tiếp", (*DENUNCIATIONS, BY_LEVEL)),
    Column(15, "Hành chính", (*DENUNCIATIONS, BY_CONTENT)),
    Column(16, "Tham nhũng", (*DENUNCIATIONS, BY_CONTENT)),
    Column(17, "Tư pháp", (*DENUNCIATIONS, BY_CONTENT)),
    Column(18, "Khác", (*DENUNCIATIONS, BY_CONTENT)),
    Column(19, "Tổng", FEEDBACK),
    Column(20, "Chế độ, chính sách", (*FEEDBACK, BY_CONTENT)),
    Column(21, "Đất đai", (*FEEDBACK, BY_CONTENT)),
    Column(22, "Khác", (*FEEDBACK, BY_CONTENT)),
    Column(23, "Tổng", AWAY),
    Column(24, "Hướng dẫn", AWAY),
    Column(25, "Chuyển đơn", AWAY),
)
CHECKS = (
    *("2<=1", "3<=2", "3=4+23", "4<=3", "4=6+12+19", "5<=4"),
    *("6=7+8=9+10+11", "12=13+14=15+16+17+18", "19=20+21+22", "23=24+25"),
)

POLICY, LAND = "category = 'che_do_chinh_sach'", "category = 'dat_dai'"
OTHER = "category NOT IN ('che_do_chinh_sach', 'dat_dai')"
ADMINISTRATIVE = "category IN ('hanh_chinh', 'che_do_chinh_sach', 'dat_dai')"
"""Cột 15 takes in policy, land, officials (TT 06/2025, note to the form)."""

LETTER_CELLS = OF_LETTERS.columns(
    Cell(1, "true"),
    Cell(2, "handled"),
    Cell(3, "own OR guided OR forwarded"),
    Cell(4, "own"),
    matters(5, "own"),
    Cell(6, "own AND complaint"),
    Cell(7, "own AND complaint AND level = 1"),
    Cell(8, "own AND complaint AND level = 2"),
    Cell(9, f"own AND complaint AND {LAND}"),
    Cell(10, f"own AND complaint AND {POLICY}"),
    Cell(11, f"own AND complaint AND {OTHER}"),
    Cell(12, "own AND denunciation"),
    Cell(13, "own AND denunciation AND level = 1"),
    Cell(14, "own AND denunciation AND level = 2"),
    Cell(15, f"own AND denunciation AND {ADMINISTRATIVE}"),
    Cell(16, "own AND denunciation AND category = 'tham_nhung'"),
    Cell(17, "own AND denunciation AND category = 'tu_phap'"),
    Cell(18, "own AND denunciation AND category = 'khac'"),
    Cell(19, "own AND feedback"),
    Cell(20, f"own AND feedback AND {POLICY}"),
    Cell(21, f"own AND feedback AND {LAND}"),
    Cell(22, f"own AND feedback AND {OTHER}"),
    Cell(23, "guided OR forwarded"),
    Cell(24, "guided"),
    Cell(25, "forwarded"),
)

XLD = Form(
    "02/XLD",
    "Tổng hợp kết quả xử lý đơn",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(LETTER_CELLS),
    opened(LETTER_CELLS),
)
