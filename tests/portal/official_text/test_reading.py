"""What is taken from a text, what stays unsaid, and what the drafter is told to look at again."""

import time

import pytest

from portal.official_text import Reading, as_kept, read_document
from portal.official_text.sentences import SENTENCES, sentences_of

HEAD = """Số: {number}/KH-SNV
Bến Sông, ngày {day} tháng {month} năm 2024
KẾ HOẠCH
Chăm sóc cây xanh năm 2024
Căn cứ {basis}, Sở xây dựng kế hoạch như sau:
"""
WORK = """I. NHIỆM VỤ
1. Tưới cây trong quý III.
"""
DUTY = """II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi./.
"""


def read(
    work: str = WORK,
    duty: str = DUTY,
    *,
    number: str = "5",
    day: str = "10",
    month: str = "5",
    basis: str = "Kế hoạch số 3/KH-UBND ngày 02/01/2024",
) -> Reading:
    text = HEAD.format(number=number, day=day, month=month, basis=basis) + work + duty
    return read_document(text.encode(), name="thu.txt")


def test_a_date_without_its_day_stays_without_it():
    reading = read(day="   ")
    assert reading.as_dict()["date"] == {"year": 2024, "month": 5, "day": None}
    assert reading.warnings == ("day_missing",)


def test_an_empty_number_and_month_stay_empty():
    reading = read(number="  ", day="…", month="…")
    assert (reading.heading.number, reading.heading.month) == (None, None)
    assert set(reading.warnings) == {"number_missing", "day_missing", "month_missing"}


def test_a_paragraph_broken_in_two_is_one():
    reading = read("I. NHIỆM VỤ\n1. Tưới cây ở các khu vực miền\n\nnúi; tỉa cành ở đồng bằng.\n")
    assert reading.tasks[0].draft.text == "Tưới cây ở các khu vực miền núi; tỉa cành ở đồng bằng."
    assert reading.tasks[0].draft.joined


def test_typing_mistakes_are_kept():
    assert read("I. NHIỆM VỤ\n1. Tuới cây tại  cở quan GD;;\n").tasks[0].draft.text == (
        "Tuới cây tại cở quan GD;;"
    )


def test_a_time_never_leaks_to_the_next_item():
    reading = read("I. NHIỆM VỤ\n1. Tưới cây.\nThời gian: Quý III.\n2. Tỉa cành.\n")
    assert [task.draft.raw_time for task in reading.tasks] == ["Quý III", None, None]


def test_the_day_of_a_cited_document_is_no_deadline():
    work = "I. NHIỆM VỤ\n1. Thực hiện Quyết định số 7/QĐ-SNV ngày 15/6/2024 về cây xanh.\n"
    assert read(work).tasks[0].draft.raw_time is None


def test_days_of_the_text_itself_are_no_deadlines_either():
    work = "I. NHIỆM VỤ\n1. Kỷ niệm Ngày Thương binh - Liệt sĩ (27/7) bằng việc trồng cây.\n"
    assert read(work).tasks[0].draft.raw_time is None


def test_a_wrong_reference_is_told_and_not_followed():
    duty = "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở thực hiện nhiệm vụ tại mục 7 Phần I./.\n"
    reading = read(duty=duty)
    assert "crossref_missing:II.1 -> mục 7 Phần I" in reading.warnings
    assert reading.tasks[-1].draft.text.endswith("mục 7 Phần I.")


def test_a_reference_to_somebody_else_s_work_is_told():
    work = (
        "I. NHIỆM VỤ\n1. Tưới cây trong quý III.\n2. Văn phòng Sở\n- Mua vòi nước trong quý II.\n"
    )
    duty = "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở thực hiện nhiệm vụ tại mục 1 Phần I./.\n"
    assert "crossref_mismatch:II.1 -> mục 1 Phần I" in read(work, duty).warnings


def test_a_reference_to_another_document_is_none_of_ours():
    where = "mục 9 Phần V Nghị định số 1/2024/NĐ-CP"
    duty = f"II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở thực hiện theo {where}./."
    assert not [each for each in read(duty=duty).warnings if each.startswith("crossref")]


@pytest.mark.parametrize(
    ("time", "warning"),
    [
        ("trước ngày 01/5/2024", "deadline_past:I.1"),
        ("trước ngày 15/5/2024", "deadline_short_notice:I.1"),
        ("trước ngày 30/9/2024", None),
    ],
)
def test_deadlines_are_held_against_the_day_of_issue(time, warning):
    found = read(f"I. NHIỆM VỤ\n1. Tưới cây {time}.\n").warnings
    assert found == ((warning,) if warning else ())


def test_a_basis_of_a_later_day_is_told():
    assert read(basis="Kế hoạch số 3/KH-UBND ngày 02/6/2024").warnings == (
        "basis_after_plan:3/KH-UBND",
    )


@pytest.mark.parametrize("year", [2022, 2024])
def test_a_repealed_instrument_is_told_from_its_day_on(year):
    text = HEAD.replace("2024", str(year)).format(
        number=5, day=10, month=5, basis="Nghị định số 04/2015/NĐ-CP ngày 09/01/2015"
    )
    reading = read_document((text + WORK + DUTY).encode(), name="a.txt")
    assert ("cites_repealed:04/2015/NĐ-CP" in reading.warnings) == (year == 2024)


def test_every_warning_has_its_sentence():
    told = [words for _, words in sentences_of(f"{code}:II.1 -> mục 4" for code in SENTENCES)]
    assert len(told) == len(SENTENCES)
    assert all(words.endswith(".") for words in told)


def test_glued_sentences_of_a_closing_speech_are_several_asks():
    speech = (
        "Phát biểu kết luận buổi làm việc, đồng chí Trưởng đoàn đề nghị Đảng ủy Sở Nội vụ tiếp tục "
    )
    asked = "rà soát việc tưới cây.Tăng cường kiểm tra việc tỉa cành,Tổ chức trồng thêm cây mới."
    prose = "Ngày 02/5/2024, Đoàn kiểm tra có buổi làm việc về cây xanh. " * 12
    reading = read_document(f"{prose}\n\n{speech * 1}{asked}\n\n{prose}".encode(), name="a.txt")
    assert reading.kind == "article"
    assert [ask.text for ask in reading.asks] == [
        "Tiếp tục rà soát việc tưới cây",
        "Tăng cường kiểm tra việc tỉa cành",
        "Tổ chức trồng thêm cây mới",
    ]
    assert {ask.to for ask in reading.asks} == {"Đảng ủy Sở Nội vụ"}


def test_a_meeting_s_running_order_is_no_plan():
    items = "I. NỘI DUNG\n1. Chào cờ\n2. Khai mạc trước 8 giờ"
    text = f"CHƯƠNG TRÌNH\nHội nghị công chức năm 2024\n{items}"
    assert read_document(text.encode(), name="a.txt").is_plan is False


def test_a_reading_is_kept_with_the_places_of_its_words():
    source, facts = as_kept(read())
    place = facts["tasks"][0]["place"]
    assert source[place]["text"] == "1. Tưới cây trong quý III."


@pytest.mark.parametrize("noise", [" ", "1, ", "ngày 1 và ", "(", "- ", "các phòng, đơn vị "])
def test_noise_of_any_kind_is_read_in_good_time(noise):
    began = time.process_time()
    read(f"I. NHIỆM VỤ\n1. Tưới cây{noise * 5000}x.\nThời gian: {noise * 5000}.\n")
    assert time.process_time() - began < 5


def test_documents_are_cited_in_every_way_of_writing_a_day():
    work = (
        "I. NHIỆM VỤ\n1. Thực hiện Quyết định số 86-QĐ/BCĐ, ngày 30 tháng 6 năm 2020; Chỉ thị "
        "28-CT/TU ngày 07/7/2020của Tỉnh ủy; Luật số 83/2025/QH15; Quyết định số 86-QĐ/BCĐ.\n"
    )
    cited = [str(each) for each in read(work).cited]
    assert cited == ["86-QĐ/BCĐ 2020-06-30", "28-CT/TU 2020-07-07", "83/2025/QH15"]


@pytest.mark.parametrize(
    "who", ["Thủ trưởng các đơn vị trực thuộc", "Trưởng các đơn vị trực thuộc"]
)
def test_two_names_of_one_role_are_one(who):
    work = f"I. NHIỆM VỤ\n1. Tưới cây trong quý III.\n2. {who}\n- Tỉa cành trong quý IV.\n"
    mine = "II. TỔ CHỨC THỰC HIỆN\n1. Thủ trưởng các đơn vị trực thuộc\n- Thực hiện nhiệm vụ tại "
    warnings = {place: read(work, f"{mine}mục {place} Phần I./.").warnings for place in (1, 2)}
    assert "crossref_mismatch:II.1-1 -> mục 1 Phần I" in warnings[1]
    assert not [each for each in warnings[2] if each.startswith("crossref")]
