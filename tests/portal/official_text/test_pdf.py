"""PDF with text: lines joined again, tables by their ruled lines, pictures refused."""

import pytest
import typst

from portal.official_text import Reading, Unreadable, read_document

PAGE = """
#set page(paper: "a4", margin: (left: 30mm, right: 15mm, y: 20mm), numbering: "1")
#set text(size: 13pt, lang: "vi")
#set par(justify: true)
#grid(columns: (1fr, 1.4fr), align: center)[*SỞ NỘI VỤ* \\ Số: 12/KH-SNV][
  Độc lập - Tự do - Hạnh phúc \\ Bến Sông, ngày 06 tháng 01 năm 2025]
#align(center)[*KẾ HOẠCH* \\ *Chăm sóc cây xanh năm 2025*]

Căn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2025, Sở xây dựng kế hoạch như sau:

*I. NHIỆM VỤ*

1\\. Tổ chức tưới cây, bón phân, tỉa cành cho toàn bộ cây xanh trong khuôn viên trụ sở
và các cây dọc lối đi chung, bảo đảm an toàn trước mùa mưa bão.

Thời gian thực hiện: Quý II năm 2025.

{table}

*II. TỔ CHỨC THỰC HIỆN*

1\\. Các phòng, đơn vị báo cáo kết quả trước ngày 10 tháng 12 năm 2025./.

#grid(columns: (1fr, 1fr))[*Nơi nhận:* \\ - Các phòng; \\ - Lưu: VT.][
  #align(center)[*GIÁM ĐỐC* \\ \\ Lê Văn Cây]]
"""
TABLE = """
#table(columns: (auto, 2fr, 1fr, 1fr),
  [TT], [Nội dung], [Chủ trì], [Thời gian],
  [I], table.cell(colspan: 3)[Việc thường ngày],
  [2], [Tưới hoa theo lịch phân công hằng ngày của từng đơn vị],
  table.cell(rowspan: 2)[Văn phòng Sở], [Tháng 3/2025],
  [3], [Nhặt cỏ], [Chậm nhất ngày 15/5/2025])
"""
UNRULED = """
#table(columns: (auto, 2fr, 1fr, 1fr), stroke: none, {how}
  [TT], [Nội dung], [Chủ trì], [Thời gian],
  [I], table.cell(colspan: 3)[Việc thường ngày của toàn cơ quan trong khuôn viên và lối đi chung],
  [1], [Tưới hoa theo lịch phân công hằng ngày của từng đơn vị], [Văn phòng Sở], [Tháng 3/2025],
  [2], [Nhặt cỏ], [Phòng Tổ chức cán bộ và Thi đua], [Chậm nhất ngày 15/5/2025],
  ..range(3, 50).map(n => ([#n], [Việc số #n], [Văn phòng Sở], [Tháng 5/2025])).flatten())
"""


def pdf(body: str) -> bytes:
    return typst.compile(body.encode())


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_document(pdf(PAGE.replace("{table}", TABLE)), name="cay.pdf")


def test_a_paragraph_over_several_lines_is_one(reading):
    assert reading.tasks[0].draft.text.endswith("bảo đảm an toàn trước mùa mưa bão.")
    assert reading.tasks[0].draft.raw_time == "Quý II năm 2025"


def test_ruled_lines_make_a_table(reading):
    told = [(t.draft.text, t.draft.owners.lead, t.time.due.isoformat()) for t in reading.tasks[1:3]]
    assert told == [
        ("Tưới hoa theo lịch phân công hằng ngày của từng đơn vị", ("Văn phòng Sở",), "2025-03-31"),
        ("Nhặt cỏ", ("Văn phòng Sở",), "2025-05-15"),
    ]
    assert reading.tasks[2].draft.inherited


@pytest.mark.parametrize("how", ["", "align: horizon,"])
def test_blank_space_makes_a_table_where_nothing_is_left_to_guess(how):
    tasks = told(UNRULED.replace("{how}", how))
    assert tasks[:3] == [
        ("Tưới hoa theo lịch phân công hằng ngày của từng đơn vị", ("Văn phòng Sở",), "2025-03-31"),
        ("Nhặt cỏ", ("Phòng Tổ chức cán bộ và Thi đua",), "2025-05-15"),
        ("Việc số 3", ("Văn phòng Sở",), "2025-05-31"),
    ]
    assert len(tasks) == 50, "two pages of rows, and what stands after the table"


def test_a_table_whose_columns_cannot_be_told_apart_is_told():
    crowded = UNRULED.replace("{how}", "inset: 0pt, row-gutter: 3pt, column-gutter: 5pt,")
    reading = read_document(pdf(PAGE.replace("{table}", crowded)), name="cay.pdf")
    assert reading.notices == (
        "Trang 1: có bảng không kẻ khung mà chưa tách được cột, đã đọc như lời văn; xin đối chiếu"
        " từng dòng.",
    )


def told(table: str) -> list[tuple]:
    reading = read_document(pdf(PAGE.replace("{table}", table)), name="cay.pdf")
    assert reading.notices == ()
    return [(t.draft.text, t.draft.owners.lead, t.time.due.isoformat()) for t in reading.tasks[1:]]


def test_head_and_foot_side_by_side_are_told_apart(reading):
    found = reading.as_dict()
    assert (found["number"], found["symbol"], found["place"]) == ("12", "KH-SNV", "Bến Sông")
    assert (found["signer"], found["position"]) == ("Lê Văn Cây", "GIÁM ĐỐC")
    assert found["recipients"] == ["Các phòng", "Lưu: VT"]


def test_pictures_without_words_are_refused():
    with pytest.raises(Unreadable, match="chỉ có ảnh chụp"):
        read_document(pdf("#rect(width: 5cm, height: 5cm, fill: gray)"), name="anh.pdf")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\nrac", "thiếu phần cuối"),
        (b"%PDF-1.7\nrac\n%%EOF", "bị hỏng"),
        (b"%PDF-1.7\n/JavaScript (x)\n%%EOF", "lệnh chạy"),
    ],
)
def test_a_broken_or_acting_file_is_refused(content, words):
    with pytest.raises(Unreadable, match=words):
        read_document(content, name="a.pdf")
