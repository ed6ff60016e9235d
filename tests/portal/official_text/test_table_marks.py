"""Tables whose columns are months, quarters or weeks: a mark says when the work falls."""

import pytest

from portal.official_text import read_document
from tests.portal.official_text.word_files import p, plan, tbl, td, tr

MONTHS = [str(month) for month in range(1, 13)]
BLUE = '<w:shd w:val="clear" w:fill="4472C4"/>'


def read(*rows: str):
    return read_document(plan(p("I. NHIỆM VỤ"), tbl(*rows)), name="bang.docx").tasks


def coloured(*marked: int) -> list[str]:
    """Twelve empty cells, some with a colour."""
    cells = [td() for _ in MONTHS]
    for month in marked:
        cells[month - 1] = cells[month - 1].replace("<w:tcPr>", f"<w:tcPr>{BLUE}")
    return cells


def crossed(*marked: int) -> list[str]:
    return ["x" if month in marked else "" for month in range(1, 13)]


HEAD = (
    tr("TT", "Nội dung", "Chủ trì", td("Thời gian (tháng)", span=12)),
    tr(td(merge="continue"), td(merge="continue"), td(merge="continue"), *MONTHS),
)


@pytest.mark.parametrize("cells", [crossed(3, 4), coloured(3, 4)])
def test_marked_months_side_by_side_are_one_window(cells):
    (task,) = read(*HEAD, tr("1", "Tưới cây", "Văn phòng Sở", *cells))
    assert task.draft.raw_time == "tháng 3, 4"
    assert (task.time.start.isoformat(), task.time.due.isoformat()) == ("2025-03-01", "2025-04-30")
    assert task.draft.owners.lead == ("Văn phòng Sở",)


def test_marks_apart_are_several_rounds():
    (task,) = read(*HEAD, tr("1", "Báo cáo", "Văn phòng Sở", *crossed(3, 6, 9)))
    assert [part.due.isoformat() for part in task.time.parts] == [
        "2025-03-31", "2025-06-30", "2025-09-30",
    ]  # fmt: skip


def test_a_row_without_a_mark_has_no_time():
    (task,) = read(*HEAD, tr("1", "Tưới cây", "Văn phòng Sở", *crossed()))
    assert task.draft.raw_time is None
    assert task.time.kind == "none"


def test_a_row_that_is_coloured_as_a_whole_marks_nothing():
    row = tr("1", "Tưới cây", "Văn phòng Sở", *coloured(*range(1, 13)))
    (task,) = read(*HEAD, row.replace("<w:tcPr></w:tcPr>", f"<w:tcPr>{BLUE}</w:tcPr>"))
    assert task.draft.raw_time is None


def test_the_year_over_the_months_counts():
    head = (
        tr("TT", "Công việc", td("Năm 2025", span=2), td("Năm 2026", span=2)),
        tr(td(merge="continue"), td(merge="continue"), "T11", "T12", "T1", "T2"),
    )
    (task,) = read(*head, tr("1", "Chăm vườn", "", "x", "x", ""))
    assert task.draft.raw_time == "tháng 12/2025; tháng 1/2026"


def test_quarters_and_weeks_are_periods_too():
    quarters = tr("TT", "Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV")
    (task,) = read(quarters, tr("1", "Tưới cây", "", "x", "x", ""))
    assert (task.time.start.isoformat(), task.time.due.isoformat()) == ("2025-04-01", "2025-09-30")
    weeks = (
        tr("TT", "Nội dung", td("Tháng 3", span=4)),
        tr(td(merge="continue"), td(merge="continue"), *(f"Tuần {n}" for n in range(1, 5))),
    )
    (task,) = read(*weeks, tr("1", "Tưới cây", "x", "x", "", ""))
    assert task.draft.raw_time == "tuần 1, 2 tháng 3"
    assert task.time.due.isoformat() == "2025-03-14"


def test_words_in_a_cell_stand_before_its_month():
    cells = ["", "", "Tuần 2", *[""] * 9]
    (task,) = read(*HEAD, tr("1", "Tưới cây", "Văn phòng Sở", *cells))
    assert task.draft.raw_time == "Tuần 2 tháng 3"


def test_figures_by_month_order_nothing():
    assert read(*HEAD, tr("1", "Tiền điện", "Văn phòng Sở", *["12"] * 12)) == ()
