"""A register brought along in the browser: its form, its headings, faults at their cells."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from python_calamine import CalamineWorkbook

from citizens.models import Party, Petition, Reception, Visit
from portal import history
from portal.attachments import File
from portal.importing import HeadingMap, ImportRun
from portal.people import Position, User
from tests.cast import client_of
from tests.citizens.crawling import Page
from tests.citizens.excel import LETTER, LETTERS, choose, faults, page, the_run, workbook, write

pytestmark = pytest.mark.usefixtures("db", "office", "units", "fields", "communes", "ha")


def test_a_clerk_chooses_looks_and_writes(mai):
    assert choose(mai, workbook(LETTER)).status_code == 302
    assert "Sẽ ghi 1 đơn" in page(mai)
    assert not Petition.objects.exists()
    write(mai)
    assert Petition.objects.get().title == LETTER["Trích yếu"]
    assert "Đã ghi 1 đơn" in page(mai)


def test_what_was_written_is_kept_as_an_act_and_its_file_is_not(mai):
    choose(mai, workbook(LETTER))
    path = default_storage.path(File.objects.get().path)
    write(mai)
    event = history.events(f"nhap-so/{the_run().pk}").get()
    assert (event.by, event.facts["rows"]) == ("mai", 1)
    assert not File.objects.exists()
    assert (the_run().shown, the_run().file) == ([], None)
    assert Path(path).name


def test_the_form_is_read_as_it_was_made(mai):
    form = b"".join(client_of(mai).get(f"{LETTERS}mau/").streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(form))
    heads, hints = book.get_sheet_by_index(0).to_python()[:2]
    assert heads[1] == "Ngày nhận *"
    assert "dạng 03/08/2026" in hints[1]
    filled = workbook(
        dict(zip(heads, hints, strict=True)),
        {head: LETTER.get(head.rstrip(" *"), "") for head in heads},
    )
    choose(mai, filled)
    assert (the_run().state, the_run().rows) == ("checked", 1)


def test_its_buttons_are_taken_by_the_server(mai):
    choose(mai, workbook(LETTER))
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(mai)
    address = f"/nhap-so/lan/{the_run().pk}/"
    forms = Page(address, browser.get(address).content.decode()).forms
    for form in [each for each in forms if each.method == "post" and "/lan/" in each.action]:
        assert browser.post(form.action, form.values).status_code == 302


@pytest.mark.parametrize("address", ["/nhap-so/", LETTERS, "/nhap-so/lan/{}/"])
def test_a_page_asks_as_often_for_many_as_for_few(mai, address, django_assert_max_num_queries):
    for number in range(3):
        choose(mai, workbook(*[LETTER] * 9, LETTER | {"Trích yếu": str(number)}))
    HeadingMap.remember(
        "petitions", {f"Cột {n}": "" for n in range(40)}, by=mai, on=the_run().at.date()
    )
    browser = client_of(mai)
    browser.get(address.format(the_run().pk))
    with django_assert_max_num_queries(7):
        browser.get(address.format(the_run().pk))


# what the file holds


def test_the_lists_of_the_form_offer_words_and_units(mai):
    form = b"".join(client_of(mai).get(f"{LETTERS}mau/").streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(form))
    lines = book.get_sheet_by_name("Danh mục").to_python()
    lists = {column[0]: column[1:] for column in zip(*lines, strict=True)}
    assert lists["Loại đơn"][:2] == ("Khiếu nại", "Tố cáo")
    assert "Phòng Người có công" in lists["Đơn vị"]


@pytest.mark.parametrize("words", ["kiến nghị", "KIEN NGHI", "kien_nghi", " Kiến  nghị "])
def test_a_word_of_a_list_is_known_however_it_is_typed(mai, words):
    choose(mai, workbook(LETTER | {"Loại đơn": words}))
    assert the_run().state == "checked"


def test_each_fault_stands_at_its_cell_and_nothing_is_written(mai):
    wrong = LETTER | {"Loại đơn": "Đơn thư", "Số căn cước": "99158000777"}
    choose(mai, workbook(LETTER, wrong))
    assert faults() == [("B3", "Loại đơn"), ("F3", "Số căn cước")]
    write(mai)
    assert (the_run().state, Petition.objects.count()) == ("faulty", 0)


def test_a_fault_never_repeats_what_was_typed(mai):
    choose(mai, workbook(LETTER | {"Số căn cước": "99158000777"}))
    assert "99158000777" not in str(the_run().faults)


def test_a_file_with_faults_is_not_kept(mai, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        choose(mai, workbook(LETTER | {"Loại đơn": "Đơn thư"}))
    assert (the_run().file, File.objects.count()) == (None, 0)


def test_the_list_of_faults_can_be_taken_along(mai):
    choose(mai, workbook(LETTER | {"Loại đơn": "Đơn thư"}))
    answer = client_of(mai).get(f"/nhap-so/lan/{the_run().pk}/loi/")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    assert sheet.get_sheet_by_index(0).to_python()[1][:3] == ["B2", "2", "Loại đơn"]


def test_a_formula_without_a_result_is_a_fault_and_not_an_empty_cell(mai):
    choose(mai, workbook(LETTER, formula=(1, 5)))
    assert faults() == [("F2", "Số căn cước")]
    assert "công thức" in the_run().faults[0]["problem"]


def test_lines_above_the_headings_are_passed_over(mai):
    choose(mai, workbook(LETTER, above=[["SỔ TIẾP NHẬN ĐƠN NĂM 2026"], []]))
    assert (the_run().state, the_run().shown[0]["line"]) == ("checked", 4)


# denunciations


def test_a_denouncer_named_in_a_file_stays_nowhere(mai, django_capture_on_commit_callbacks):
    told = LETTER | {"Loại đơn": "Tố cáo", "Họ tên người gửi": "Lê Văn Kín"}
    with django_capture_on_commit_callbacks(execute=True):
        choose(mai, workbook(told))
    assert ("E2", "Họ tên người gửi") in faults()
    assert "Lê Văn Kín" not in str(ImportRun.objects.values().get())
    assert "Lê Văn Kín" not in page(mai)
    assert not File.objects.exists()


def test_a_denunciation_under_strange_headings_is_not_kept_meanwhile(mai):
    told = LETTER | {"Loại đơn": "Tố cáo", "Người viết": "Lê Văn Kín"}
    choose(mai, workbook(told))
    assert (the_run().state, the_run().file) == ("asking", None)
    answer = client_of(mai).post(f"/nhap-so/lan/{the_run().pk}/ten-cot/", {"cot-0": "-"})
    assert (answer.url, the_run().state) == (LETTERS, "dropped")


def test_a_denunciation_goes_into_its_own_book(mai):
    told = {name: LETTER[name] for name in ("Ngày nhận", "Nguồn đơn")}
    choose(mai, workbook(told | {"Loại đơn": "Tố cáo", "Trích yếu": "Tố cáo cán bộ xã"}))
    assert "Tố cáo cán bộ xã" not in str(the_run().shown)
    write(mai)
    assert Petition.objects.get().title == ""
    assert not Party.objects.exists()


# the office's own headings

OWN = {
    "Ngày đến": "06/07/2026",
    "Loại": "Khiếu nại",
    "Nguồn đơn": "Bưu chính",
    "V/v": "Khiếu nại về trợ cấp",
    "TT": "1",
}
MEANT = {"cot-0": "received_on", "cot-1": "kind", "cot-2": "title", "cot-3": "-"}


def name_headings(who, **answers):
    return client_of(who).post(f"/nhap-so/lan/{the_run().pk}/ten-cot/", MEANT | answers)


def test_headings_of_the_office_are_asked_once_and_remembered(mai, lan):
    choose(mai, workbook(OWN))
    assert the_run().headings == ["Ngày đến", "Loại", "V/v", "TT"]
    name_headings(mai)
    assert the_run().state == "checked"
    choose(lan, workbook(OWN | {"V/v": "Khiếu nại khác"}))
    assert (the_run().by, the_run().state) == (lan, "checked")


def test_a_column_that_must_be_there_is_missed_by_name(mai):
    choose(mai, workbook(OWN))
    answer = name_headings(mai, **{"cot-2": "-"})
    assert answer.status_code == 422
    assert "Còn thiếu cột phải có: Trích yếu" in answer.content.decode()
    assert not HeadingMap.objects.exists()


def test_two_headings_are_not_one_column(mai):
    choose(mai, workbook(OWN))
    answer = name_headings(mai, **{"cot-3": "title"})
    assert "Cột này đã chọn cho “V/v”" in answer.content.decode()


def test_a_heading_can_be_asked_about_again(mai):
    choose(mai, workbook(OWN))
    name_headings(mai)
    row = HeadingMap.objects.get(heading="TT")
    client_of(mai).post(f"{LETTERS}ten-cot/{row.pk}/hoi-lai/")
    choose(mai, workbook(OWN | {"TT": "2"}))
    assert the_run().headings == ["TT"]


# who


def test_a_run_is_seen_by_whoever_chose_the_file(mai, lan):
    choose(mai, workbook(LETTER))
    for act in ("", "ten-cot/", "loi/"):
        address = f"/nhap-so/lan/{the_run().pk}/{act}"
        assert client_of(lan).get(address).status_code == 404


def test_visits_and_sessions_are_brought_along_too(lan):
    visit = {"Ngày tiếp": "06/07/2026", "Loại tiếp": "Thường xuyên", "Số người": 1,
             "Nội dung vụ việc": "Hỏi về trợ cấp"}  # fmt: skip
    choose(lan, workbook(visit), at="/nhap-so/luot-tiep/")
    write(lan)
    session = {
        "Ngày tiếp": "20/07/2026",
        "Loại buổi tiếp": "Định kỳ",
        "Người chủ trì": "Thủ trưởng",
    }
    choose(lan, workbook(session), at="/nhap-so/buoi-tiep/")
    write(lan)
    assert (Visit.objects.get().content, Reception.objects.get().host) == (
        "Hỏi về trợ cấp", "thu_truong")  # fmt: skip


# accounts

STAFF = "/nhap-so/tai-khoan/"
SOMEBODY = {
    "Tên đăng nhập": "ntmoi",
    "Họ và tên": "Nguyễn Thị Mới",
    "Đơn vị": "Phòng Người có công",
    "Vị trí": "Chuyên viên",
    "Từ ngày": "01/07/2026",
}


def test_the_administrator_brings_the_staff_along(quantri):
    choose(quantri, workbook(SOMEBODY), at=STAFF)
    write(quantri)
    position = Position.objects.get(user__username="ntmoi")
    assert (position.role, position.unit.code) == ("officer", "nguoi-co-cong")
    assert not User.objects.get(username="ntmoi").has_usable_password()


@pytest.mark.parametrize(
    ("facts", "cell"),
    [
        ({"Tên đăng nhập": "ha"}, "A2"),
        ({"Tên đăng nhập": "Có Dấu"}, "A2"),
        ({"Đơn vị": "Phòng Không Có"}, "C2"),
        ({"Vị trí": "Giám đốc", "Đơn vị": "Sở"}, "D2"),
        ({"Vị trí": "Vua"}, "D2"),
        ({"Thư điện tử": "khong"}, "F2"),
    ],
)
def test_an_account_that_cannot_be_is_told_at_its_cell(quantri, facts, cell):
    choose(quantri, workbook(SOMEBODY | facts), at=STAFF)
    assert [each for each, _ in faults()] == [cell]


def test_the_staff_is_nothing_for_a_clerk_and_letters_nothing_for_the_administrator(mai, quantri):
    assert client_of(mai).get(STAFF).status_code == 404
    assert client_of(quantri).get(LETTERS).status_code == 404
