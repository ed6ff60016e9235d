"""05/KQTH: Kết quả thi hành quyết định, thực hiện kết luận (TT 06/2025).

Every decision and conclusion issued in the period or not yet carried out when it begins is to be
carried out in it: that is why column 1 is never less than column 7 of 03/GQKN. “Phải thu, phải
trả” is what was left of it at the beginning; “đã thu, đã trả” what was done in the period. It is
carried out on the day on which the case is closed; a first decision that a second replaced drops
out on that day and was not carried out.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.returns import Column, Form

from ..models import Case, Petition
from .counting import SINCE, VERSION, Cell, Reading, Source, opened, sums, together

DECIDED = "Thi hành quyết định giải quyết khiếu nại"
CONCLUDED = "Thực hiện kết luận nội dung tố cáo"
MONEY, LAND = "Tiền (triệu đồng)", "Đất (m²)"
OFFICIALS = "Trong đó cán bộ, công chức, viên chức"


def flows(first: int, above: str) -> tuple[Column, ...]:
    """Money and land: to the State, then to organisations and people; due, then done."""
    headings = (
        ("Thu hồi cho Nhà nước", "Phải thu"),
        ("Thu hồi cho Nhà nước", "Đã thu"),
        ("Trả lại cho tổ chức, cá nhân", "Phải trả"),
        ("Trả lại cho tổ chức, cá nhân", "Đã trả"),
    )
    pairs = [(heading, what) for heading in headings for what in (MONEY, LAND)]
    return tuple(
        Column(number, what, (above, *heading))
        for number, (heading, what) in enumerate(pairs, start=first)
    )


COLUMNS = (
    Column(1, "Tổng số quyết định phải thi hành trong kỳ", (DECIDED,)),
    Column(2, "Số quyết định đã thi hành xong", (DECIDED,)),
    *flows(3, DECIDED),
    Column(11, "Tổng số người", (DECIDED, "Đã xử lý hành chính")),
    Column(12, OFFICIALS, (DECIDED, "Đã xử lý hành chính")),
    Column(13, "Số vụ", (DECIDED, "Đã khởi tố")),
    Column(14, "Số người", (DECIDED, "Đã khởi tố")),
    Column(15, OFFICIALS, (DECIDED, "Đã khởi tố")),
    Column(16, "Tổng số kết luận phải thực hiện trong kỳ", (CONCLUDED,)),
    Column(17, "Số kết luận đã thực hiện xong", (CONCLUDED,)),
    *flows(18, CONCLUDED),
    Column(26, "Số tổ chức", (CONCLUDED, "Đã xử lý hành chính")),
    Column(27, "Số cá nhân", (CONCLUDED, "Đã xử lý hành chính")),
    Column(28, OFFICIALS, (CONCLUDED, "Đã xử lý hành chính")),
    Column(29, "Số vụ", (CONCLUDED, "Đã khởi tố")),
    Column(30, "Số đối tượng", (CONCLUDED, "Đã khởi tố")),
    Column(31, OFFICIALS, (CONCLUDED, "Đã khởi tố")),
)
CHECKS = (
    *("2<=1", "5<=3", "6<=4", "9<=7", "10<=8", "12<=11", "15<=14"),
    *("17<=16", "20<=18", "21<=19", "24<=22", "25<=23", "28<=27", "31<=30"),
    *("05:1>=03:7", "05:16>=04:7"),
)

DECISIONS = """
    SELECT one.id AS owner, one.id AS record, one.code, one.unit_id AS unit,
        one.closed_on BETWEEN %(start)s AND %(end)s AND NOT EXISTS (
            SELECT FROM citizens_case AS later
            WHERE later.first_case_id = one.id AND later.decided_on <= one.closed_on
        ) AS finished
    FROM citizens_case AS one
    WHERE one.kind = 'khieu_nai' AND one.decided_on <= %(end)s
        AND (one.closed_on IS NULL OR one.closed_on >= %(start)s)
        AND one.outcome IN ('dung', 'sai', 'dung_mot_phan', 'cong_nhan', 'huy_sua')
"""
CONCLUSIONS = """
    SELECT entry.id AS owner, petition.id AS record, petition.code, petition.unit_id AS unit,
        entry.closed_on BETWEEN %(start)s AND %(end)s AS finished
    FROM citizens_denunciationentry AS entry
    JOIN citizens_petition AS petition ON petition.id = entry.petition_id
    WHERE entry.concluded_on <= %(end)s
        AND (entry.closed_on IS NULL OR entry.closed_on >= %(start)s)
        AND entry.outcome IN ('dung', 'sai', 'dung_mot_phan')
"""
STATEMENT = """
WITH ordered AS MATERIALIZED ({ordered}), asked AS (
    SELECT item.{owner} AS owner,
        sum(item.amount - earlier.amount) FILTER (WHERE what = 'thu_tien') AS state_money_due,
        sum(item.amount - earlier.amount) FILTER (WHERE what = 'thu_dat') AS state_land_due,
        sum(now.amount) FILTER (WHERE what = 'thu_tien') AS state_money_done,
        sum(now.amount) FILTER (WHERE what = 'thu_dat') AS state_land_done,
        sum(item.amount - earlier.amount) FILTER (WHERE what = 'tra_tien') AS people_money_due,
        sum(item.amount - earlier.amount) FILTER (WHERE what = 'tra_dat') AS people_land_due,
        sum(now.amount) FILTER (WHERE what = 'tra_tien') AS people_money_done,
        sum(now.amount) FILTER (WHERE what = 'tra_dat') AS people_land_done,
        sum(now.organisations) FILTER (WHERE what = 'xu_ly') AS organisations_disciplined,
        sum(now.people) FILTER (WHERE what = 'xu_ly') AS people_disciplined,
        sum(now.officials) FILTER (WHERE what = 'xu_ly') AS officials_disciplined,
        sum(now.cases) FILTER (WHERE what = 'khoi_to') AS cases_prosecuted,
        sum(now.people) FILTER (WHERE what = 'khoi_to') AS people_prosecuted,
        sum(now.officials) FILTER (WHERE what = 'khoi_to') AS officials_prosecuted
    FROM citizens_execution AS item
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount), 0) AS amount FROM citizens_executionresult
        WHERE execution_id = item.id AND done_on < %(start)s
    ) AS earlier
    CROSS JOIN LATERAL (
        SELECT sum(amount) AS amount, sum(organisations) AS organisations, sum(people) AS people,
            sum(officials) AS officials, sum(cases) AS cases
        FROM citizens_executionresult
        WHERE execution_id = item.id AND done_on BETWEEN %(start)s AND %(end)s
    ) AS now
    WHERE item.{owner} IN (SELECT owner FROM ordered)
    GROUP BY 1
), source AS (
    SELECT * FROM ordered LEFT JOIN asked USING (owner)
)
"""
FLOWS = (
    *("state_money_due", "state_land_due", "state_money_done", "state_land_done"),
    *("people_money_due", "people_land_due", "people_money_done", "people_land_done"),
)
PROSECUTED = ("cases_prosecuted", "people_prosecuted", "officials_prosecuted")


def columns_of(reading: Reading, first: int, disciplined: Iterable[str]) -> Source:
    names = (*FLOWS, *disciplined, *PROSECUTED)
    amounts = dict(enumerate(names, start=first + 2))
    return reading.columns(Cell(first, "true"), Cell(first + 1, "finished"), *sums(amounts))


DECISION_CELLS = columns_of(
    Reading(Case, STATEMENT.format(ordered=DECISIONS, owner="case_id")),
    1,
    ("people_disciplined", "officials_disciplined"),
)
CONCLUSION_CELLS = columns_of(
    Reading(Petition, STATEMENT.format(ordered=CONCLUSIONS, owner="denunciation_id")),
    16,
    ("organisations_disciplined", "people_disciplined", "officials_disciplined"),
)

KQTH = Form(
    "05/KQTH",
    "Kết quả thi hành quyết định, thực hiện kết luận",
    VERSION,
    SINCE,
    COLUMNS,
    CHECKS,
    together(DECISION_CELLS, CONCLUSION_CELLS),
    opened(DECISION_CELLS, CONCLUSION_CELLS),
    notes=(
        "Cột 1, 16: quyết định, kết luận ban hành trong kỳ và kỳ trước chuyển sang chưa thi hành"
        " xong. Số của các quý không cộng dồn được.",
        "Phải thu, phải trả: phần còn lại khi bắt đầu kỳ và phần mới ban hành. Đã thu, đã trả, đã"
        " xử lý, đã khởi tố: trong kỳ. Thi hành xong: ngày kết thúc vụ việc.",
    ),
)
