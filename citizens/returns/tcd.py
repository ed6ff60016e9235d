"""01/TCD: Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất (TT 06/2025).

Days are those announced, whether or not anybody came; a postponed day counts on its new date.
A matter received both by the head and at the desk is entered once, under the head; whether the
desk's visits stay visits then is a setting (``visits_of_heads_matters``). Who was refused was not
received. Several contents told in one talk are several matters and one visit (``own_visit``).
"""

from __future__ import annotations

from typing import Any

from portal.office import Known, declare, setting
from portal.returns import Column, Form, Scope

from ..models import Reception, Visit
from .counting import SINCE, VERSION, Cell, Reading, matters, opened, together

declare(
    Known(
        "visits_of_heads_matters",
        "Lượt tiếp thường xuyên của vụ việc mà Thủ trưởng cũng tiếp",
        "Biểu 01/TCD luôn ghi vụ việc ấy một lần ở phần Thủ trưởng. Quy định này nói các lượt tiếp"
        " thường xuyên của nó có còn được đếm hay không.",
        "kept",
        lambda on: {"kept": "vẫn đếm các lượt tiếp", "once": "chỉ đếm ở phần Thủ trưởng"},
    )
)

ALL, CROWDS = "Tổng số", "Trong đó đoàn đông người"
REGULAR = ("Tiếp thường xuyên",)
LEADER = "Tiếp định kỳ và đột xuất của Thủ trưởng"
HEAD, DELEGATE = (LEADER, "Thủ trưởng tiếp"), (LEADER, "Ủy quyền tiếp")

COLUMNS = (
    Column(1, "Tổng số lượt tiếp", (ALL,)),
    Column(2, "Tổng số người được tiếp", (ALL,)),
    Column(3, "Tổng số vụ việc tiếp", (ALL,)),
    Column(4, "Tổng số đoàn đông người", (ALL,)),
    Column(5, "Số lượt tiếp", REGULAR),
    Column(6, "Số người được tiếp", REGULAR),
    Column(7, "Số vụ việc", REGULAR),
    Column(8, "Số đoàn", (*REGULAR, CROWDS)),
    Column(9, "Số người", (*REGULAR, CROWDS)),
    Column(10, "Số ngày tiếp", HEAD),
    Column(11, "Số lượt tiếp", HEAD),
    Column(12, "Số người được tiếp", HEAD),
    Column(13, "Số vụ việc", HEAD),
    Column(14, "Số đoàn", (*HEAD, CROWDS)),
    Column(15, "Số người", (*HEAD, CROWDS)),
    Column(16, "Số ngày tiếp", DELEGATE),
    Column(17, "Số lượt tiếp", DELEGATE),
    Column(18, "Số người được tiếp", DELEGATE),
    Column(19, "Số vụ việc", DELEGATE),
    Column(20, "Số đoàn", (*DELEGATE, CROWDS)),
    Column(21, "Số người", (*DELEGATE, CROWDS)),
)
CHECKS = (
    *("1=5+11+17", "2=6+12+18", "3=7+13+19", "4=8+14+20"),
    *("9<=6", "15<=12", "21<=18", "9>=5*8", "15>=5*14", "21>=5*20"),
)

VISITS = """
WITH visit AS (
    SELECT id, code, unit_id AS unit, people, people >= 5 AS crowd, own_visit,
        coalesce(matter_id, -id) AS matter,
        CASE WHEN kind = 'thuong_xuyen' THEN 'regular' ELSE host END AS by
    FROM citizens_visit
    WHERE received_on BETWEEN %(start)s AND %(end)s
        AND result <> 'tu_choi' AND stage <> 'chuyen-so-rieng'
), ranked AS (
    SELECT *, array_position(ARRAY['thu_truong', 'uy_quyen', 'regular'], by::text) AS rank
    FROM visit
), source AS (
    SELECT *,
        rank = min(rank) OVER (PARTITION BY matter) AS first_here,
        own_visit AND (NOT %(once)s OR rank = min(rank) OVER (PARTITION BY matter)) AS visit_here,
        count(*) OVER (PARTITION BY matter) > 1 AS several,
        id AS record
    FROM ranked
)
"""


def received(by: str, first: int) -> tuple[Cell, ...]:
    """Visits, people, matters, crowds and their people of one kind of host."""
    who = f"visit_here AND by = '{by}'"
    return (
        Cell(first, who),
        Cell(first + 1, who, "sum(people)"),
        matters(first + 2, f"first_here AND by = '{by}'"),
        Cell(first + 3, f"{who} AND crowd"),
        Cell(first + 4, f"{who} AND crowd", "sum(people)"),
    )


def asks(scope: Scope) -> dict[str, Any]:
    return {"once": setting("visits_of_heads_matters", as_of=scope.period.end) == "once"}


VISIT_CELLS = Reading(Visit, VISITS, asks).columns(
    Cell(1, "visit_here"),
    Cell(2, "visit_here", "sum(people)"),
    matters(3, "first_here"),
    Cell(4, "visit_here AND crowd"),
    *received("regular", 5),
    *received("thu_truong", 11),
    *received("uy_quyen", 17),
)

DAYS = """
WITH source AS (
    SELECT id AS record, code, unit_id AS unit, date, host, true AS several
    FROM citizens_reception
    WHERE announced AND date BETWEEN %(start)s AND %(end)s AND moved_to_id IS NULL
)
"""
DAY_CELLS = Reading(Reception, DAYS).columns(
    Cell(10, "host = 'thu_truong'", distinct="date"),
    Cell(16, "host = 'uy_quyen'", distinct="date"),
)

TCD = Form(
    "01/TCD",
    "Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(VISIT_CELLS, DAY_CELLS),
    opened(VISIT_CELLS, DAY_CELLS),
    notes=(
        "Cột 10, 16: số ngày đã công bố lịch, kể cả buổi đã hủy và khi không có công dân đến; buổi"
        " hoãn tính ở ngày mới. Số ngày đã tiếp xem ở trang Chỉ đạo, điều hành.",
        "Cột 5 đến 9 không kể người bị từ chối tiếp. Vụ việc mà Thủ trưởng cũng tiếp ghi một lần,"
        " ở phần Thủ trưởng.",
    ),
)
