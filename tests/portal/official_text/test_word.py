"""What Word keeps out of the text: numbers, merged cells, boxes, changes."""

import pytest

from portal.official_text import Reading, read_document
from tests.portal.official_text.word_files import (
    COLUMNS,
    OUTLINE,
    box,
    p,
    plan,
    r,
    tbl,
    td,
    tr,
    word_file,
)


def read(content: bytes) -> Reading:
    return read_document(content, name="thu.docx")


def told(reading: Reading, *keys: str) -> list[tuple]:
    return [tuple(task.as_dict()[key] for key in keys) for task in reading.tasks]


def test_automatic_numbers_are_computed():
    reading = read(
        plan(
            p("MỤC ĐÍCH", level=0),
            p("Cho bóng mát", level=3),
            p("NHIỆM VỤ", level=0),
            p("Tưới cây trong tháng 3", level=1),
            p("Tỉa cành", level=1),
            p("Thời gian: Quý II", level=3),
            numbering=OUTLINE,
        )
    )
    assert told(reading, "ref", "text", "due") == [
        ("II.1", "Tưới cây trong tháng 3", "2025-03-31"),
        ("II.2", "Tỉa cành", "2025-06-30"),
    ]


def test_a_list_that_begins_anew_counts_from_one():
    reading = read(
        plan(
            p("NHIỆM VỤ", level=0),
            p("Tưới cây", level=1),
            p("TỔ CHỨC THỰC HIỆN", level=0),
            p("Văn phòng Sở theo dõi", level=1, number=2),
            numbering=OUTLINE,
        )
    )
    assert [ref for (ref,) in told(reading, "ref")] == ["I.1", "II.1"]


def test_a_number_may_come_from_the_style_that_a_style_is_based_on():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Nho"><w:basedOn w:val="Muc"/></w:style>'
    )
    reading = read(
        plan(p("I. NHIỆM VỤ"), p("Tưới cây", style="Nho"), numbering=OUTLINE, styles=styles)
    )
    assert told(reading, "ref", "text") == [("I.1", "Tưới cây")]


def test_a_cell_over_several_rows_reaches_down():
    reading = read(
        plan(
            p("I. NHIỆM VỤ"),
            tbl(
                tr(*COLUMNS),
                tr(
                    "1",
                    "Tưới cây",
                    td("Văn phòng Sở", merge="restart"),
                    "",
                    td("Tháng 3", merge="restart"),
                    "Sổ",
                ),
                tr("2", "Tỉa cành", td(merge="continue"), "", td(merge="continue"), "Ảnh"),
            ),
        )
    )
    assert told(reading, "text", "lead", "due") == [
        ("Tưới cây", ["Văn phòng Sở"], "2025-03-31"),
        ("Tỉa cành", ["Văn phòng Sở"], "2025-03-31"),
    ]
    assert [task.draft.inherited for task in reading.tasks] == [False, True]


def test_rows_that_only_name_what_follows_are_no_tasks():
    reading = read(
        plan(
            p("I. NHIỆM VỤ"),
            tbl(
                tr(*COLUMNS),
                tr("I", td("Cây bóng mát", span=5)),
                tr("1", "Tưới cây", "Văn phòng Sở", "", "Tháng 3", ""),
                tr("", td("HOA", span=5)),
                tr("2", "Trồng hoa", "Phòng Tổ chức", "", "", ""),
                tr("Tổng cộng", td("", span=5)),
            ),
        )
    )
    assert told(reading, "ref", "text", "kind") == [
        ("I.1", "Tưới cây", "window"),
        ("I.2", "Trồng hoa", "none"),
    ]


def test_a_heading_of_two_rows_gives_a_beginning_and_an_end():
    head = ("TT", "Công việc", td("Thời gian", span=2), td("Đơn vị thực hiện", merge="restart"))
    below = (
        td(merge="continue"),
        td(merge="continue"),
        "Bắt đầu",
        "Kết thúc",
        td(merge="continue"),
    )
    rows = (tr(*head), tr(*below), tr("1", "Tưới cây", "01/3/2025", "15/3/2025", "Văn phòng Sở"))
    reading = read(plan(p("I. NHIỆM VỤ"), tbl(*rows)))
    assert told(reading, "kind", "start", "due") == [("window", "2025-03-01", "2025-03-15")]


def test_an_annex_after_the_signature_gives_the_tasks_that_the_body_only_lists():
    table = tbl(tr(*COLUMNS), tr("1", "Tưới cây", "Văn phòng Sở", "", "Tháng 3", "Sổ"))
    content = word_file(
        *(p("Số: 12/KH-SNV"), p("Bến Sông, ngày 06 tháng 01 năm 2025"), p("KẾ HOẠCH")),
        *(p("Cây xanh năm 2025"), p("I. NHIỆM VỤ"), p("1. Chăm sóc cây (chi tiết tại Phụ lục)./.")),
        *(p("GIÁM ĐỐC"), p("Lê Văn Cây"), p("PHỤ LỤC"), p("DANH MỤC CÔNG VIỆC"), table),
    )
    reading = read(content)
    assert told(reading, "text", "due") == [("Tưới cây", "2025-03-31")]
    assert reading.ending.signer == "Lê Văn Cây"


def test_letterhead_and_signature_may_stand_in_tables_and_boxes():
    content = word_file(
        tbl(tr("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        box("Số: 12/KH-SNV", "Bến Sông, ngày 06 tháng 01 năm 2025"),
        *(p("KẾ HOẠCH"), p("Cây xanh năm 2025"), p("I. NHIỆM VỤ"), p("1. Tưới cây hằng tuần./.")),
        tbl(
            tr(
                td(inside=p("Nơi nhận:") + p("- Các phòng;")),
                td(inside=p("GIÁM ĐỐC") + p("Lê Văn Cây")),
            )
        ),
    )
    found = read(content).as_dict()
    assert (found["number"], found["place"], found["signer"]) == ("12", "Bến Sông", "Lê Văn Cây")
    assert found["recipients"] == ["Các phòng"]
    assert found["date"] == {"year": 2025, "month": 1, "day": 6}


def test_a_table_inside_a_table_is_read_too():
    inner = tbl(tr(*COLUMNS), tr("1", "Tưới cây", "Văn phòng Sở", "", "Tháng 3", "Sổ"))
    reading = read(plan(p("I. NHIỆM VỤ"), tbl(tr(td(inside=p("Bảng công việc") + inner)))))
    assert told(reading, "text") == [("Tưới cây",)]


def test_changes_are_read_as_accepted_and_told():
    changed = (
        "<w:p>"
        + r("1. Tưới cây ")
        + f"<w:del>{r('trong tháng 2').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{r('trong tháng 3')}</w:ins></w:p>"
    )
    reading = read(plan(p("I. NHIỆM VỤ"), changed, p("2. Tỉa ", mark="<w:del/>"), p("cành")))
    assert told(reading, "text", "due") == [
        ("Tưới cây trong tháng 3", "2025-03-31"),
        ("Tỉa cành", None),
    ]
    assert "Track Changes" in reading.notices[0]


def test_what_is_hidden_is_not_read():
    hidden = f"<w:p>{r('1. Tưới cây')}{r(' trước ngày 01/3/2025', '<w:vanish/>')}</w:p>"
    assert told(read(plan(p("I. NHIỆM VỤ"), hidden)), "text", "kind") == [("Tưới cây", "none")]


@pytest.mark.parametrize("columns", [COLUMNS[:2], ("TT", "Họ và tên", "Nhiệm vụ", "Thời gian")])
def test_a_table_of_something_else_gives_no_tasks(columns):
    rows = (tr(*columns), tr("1", "Nguyễn Văn Cây", *["x"] * (len(columns) - 2)))
    assert read(plan(p("I. NHIỆM VỤ"), tbl(*rows))).tasks == ()


def test_the_hours_of_one_meeting_are_no_tasks():
    head = tr("TT", "Nội dung", "Người thực hiện", "Thời gian")
    rows = (
        tr("1", "Đón khách", "Văn phòng", "7h30 - 8h00"),
        tr("2", "Khai mạc", "Văn phòng", "8h00"),
    )
    assert read(plan(p("I. NỘI DUNG"), tbl(head, *rows))).tasks == ()
