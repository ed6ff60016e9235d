"""06/QLKNTC: Công tác quản lý nhà nước về tiếp công dân, khiếu nại, tố cáo (TT 06/2025).

Documents come from the register of instruments: those that the office or its units issued in the
period and whose title speaks of this work. Classes come from the register of training, inspections
from the programme of inspections, each with the topic of reception. What these registers do not
hold is typed with a source, and the form says so.
"""

from __future__ import annotations

from typing import Any

from portal.activities.planned_visits import PlannedVisit
from portal.activities.training import Training
from portal.instruments import Instrument
from portal.returns import Column, Form, Scope, TypedFigure

from .counting import SINCE, VERSION, Cell, Reading, opened, together

DOCUMENTS = ("Văn bản quản lý, chỉ đạo",)
CLASSES = ("Tập huấn, bồi dưỡng",)
INSPECTED = "Thanh tra, kiểm tra trách nhiệm"
ASKED = (INSPECTED, "Kiến nghị xử lý hành chính")
POLICE = (INSPECTED, "Chuyển cơ quan điều tra")
CARRIED = "Thực hiện kết luận thanh tra"

COLUMNS = (
    Column(1, "Ban hành mới", DOCUMENTS),
    Column(2, "Sửa đổi, bổ sung", DOCUMENTS),
    Column(3, "Hủy bỏ", DOCUMENTS),
    Column(4, "Số lớp", CLASSES),
    Column(5, "Số người", CLASSES),
    Column(6, "Số cuộc", (INSPECTED,)),
    Column(7, "Số đơn vị", (INSPECTED,)),
    Column(8, "Số cuộc đã ban hành kết luận", (INSPECTED,)),
    Column(9, "Tổ chức", ASKED),
    Column(10, "Cá nhân", ASKED),
    Column(11, "Tổ chức", POLICE),
    Column(12, "Cá nhân", POLICE),
    Column(13, "Tổng số kết luận phải thực hiện", (CARRIED,)),
    Column(14, "Tổ chức", (CARRIED, "Đã xử lý hành chính")),
    Column(15, "Cá nhân", (CARRIED, "Đã xử lý hành chính")),
    Column(16, "Số vụ", (CARRIED, "Đã khởi tố")),
    Column(17, "Số đối tượng", (CARRIED, "Đã khởi tố")),
)
CHECKS = ("8<=6",)
TYPED = tuple(range(8, 18))

ABOUT = "(tiep cong dan|khieu nai|to cao|xu ly don|kien nghi, phan anh)"

INSTRUMENTS = f"""
WITH source AS (
    SELECT one.id AS record, one.unit_id AS unit,
        EXISTS (SELECT FROM portal_relation AS amends
            WHERE amends.instrument_id = one.id AND amends.kind = 'sua-doi') AS amends,
        EXISTS (SELECT FROM portal_relation AS repeals
            WHERE repeals.instrument_id = one.id AND repeals.kind = 'bai-bo') AS repeals
    FROM portal_instrument AS one
    JOIN portal_issuer AS issuer ON issuer.id = one.issuer_id
    WHERE one.dated BETWEEN %(first)s AND %(last)s AND issuer.kind = 'own'
        AND one.kind <> 'bao-cao' AND one.search_text ~ '{ABOUT}'
)
"""  # noqa: S608
TRAINED = """
WITH source AS (
    SELECT id AS record, code, unit_id AS unit, people FROM portal_training
    WHERE from_on BETWEEN %(start)s AND %(end)s AND topic = 'tiep-dan' AND stage <> 'struck'
)
"""
VISITED = """
WITH source AS (
    SELECT id AS record, code, unit_id AS unit, visited_id AS visited, true AS several,
        coalesce(combined_with_id, id) AS root
    FROM portal_plannedvisit
    WHERE held_on BETWEEN %(start)s AND %(end)s AND topic = 'tiep-dan' AND stage = 'done'
)
"""
TYPED_IN = """
WITH source AS (
    SELECT id AS record, code, unit_id AS unit, "column" AS told, amount FROM portal_typedfigure
    WHERE form = '06/QLKNTC' AND struck_on IS NULL
        AND happened_on BETWEEN %(start)s AND %(end)s
)
"""


def as_numbers(scope: Scope) -> dict[str, Any]:
    """The register of instruments keeps 20260715: a day may be missing there."""
    start, end = scope.period.dates
    return {"first": int(f"{start:%Y%m%d}"), "last": int(f"{end:%Y%m%d}")}


SOURCES = (
    Reading(Instrument, INSTRUMENTS, as_numbers).columns(
        Cell(1, "NOT amends AND NOT repeals"), Cell(2, "amends"), Cell(3, "repeals")
    ),
    Reading(Training, TRAINED).columns(Cell(4, "true"), Cell(5, "people > 0", "sum(people)")),
    Reading(PlannedVisit, VISITED).columns(
        Cell(6, "true", distinct="root"), Cell(7, "true", distinct="visited")
    ),
    Reading(TypedFigure, TYPED_IN).columns(
        *(Cell(number, f"told = {number}", "sum(amount)") for number in TYPED)
    ),
)

QLKNTC = Form(
    "06/QLKNTC",
    "Công tác quản lý nhà nước về tiếp công dân, khiếu nại, tố cáo",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(*SOURCES),
    opened(*SOURCES),
    notes=(
        "Cột 1 đến 3: văn bản của Sở và đơn vị trực thuộc trong sổ văn bản, trích yếu nói về tiếp"
        " công dân, xử lý đơn, khiếu nại, tố cáo. Cột 4, 5: sổ đào tạo. Cột 6, 7: chương trình kiểm"
        " tra, chuyên đề tiếp công dân, giải quyết khiếu nại, tố cáo.",
        "Cột 8 đến 17: Cổng không có sổ, nhập tay từng số liệu kèm nguồn.",
    ),
    typed=TYPED,
)
