"""What a line of a list says, to whom, and what leaves the house as a table."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from citizens.models import Petition
from citizens.views.desk_rows import CASE_COLUMNS, case_rows
from citizens.views.lists import cases_of
from citizens.words.next_step import CASE_WAITS, WAITS_AT_STAGE
from portal.filters import Reader
from portal.submissions import submit
from portal.views.spreadsheet import spreadsheet
from tests.cast import client_of, person, place

TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def denunciation(mai, binh, fields):
    return Petition.register_sealed(
        by=mai,
        on=TODAY,
        received_on=TODAY,
        channel="buu_chinh",
        field=fields["tre-em"],
        envelope_no="BM-07/2026",
        envelope_place="Tủ sắt số 3",
        envelope_keeper="Trần Văn Bình",
    )


def line_of(case, user):
    rows = cases_of(Reader(user, TODAY)).filter(pk=case.pk).annotate(**CASE_WAITS)
    (line,) = case_rows(rows.values(*CASE_COLUMNS, *CASE_WAITS), on=TODAY)
    return line


def test_a_line_says_what_the_desk_asks(accepted, minh):
    line = line_of(accepted(), minh)
    assert (line.kind, line.stage) == ("Khiếu nại lần đầu", "Đã thụ lý")
    assert line.sender == "Đinh Thị Thảo, Xã An Phú"
    assert (line.holder, line.next) == ("Đỗ Hoàng Minh", "Giao xác minh")
    assert line.standing.short.startswith("Còn ")


def test_a_paper_that_waits_for_its_number_is_what_comes_next(complaint, ha):
    case = complaint()
    case.accept(by=ha, on=TODAY)
    assert line_of(case, ha).next.startswith("Chờ văn thư lấy số: Thông báo thụ lý")


def test_a_submission_says_who_reads_it_now(complaint, minh, units, ha):
    case = complaint()
    head = person("quyet", "Nguyễn Đức Quyết", "man")
    place(head, "head", unit=units["nguoi-co-cong"])
    tray = submit(case, case.workflow["accept"], by=minh, on=TODAY, payload={})
    assert line_of(case, ha).next == "Chờ Nguyễn Đức Quyết duyệt: thụ lý"
    tray.hand_back(by=head, on=TODAY, reason="Thiếu căn cứ.")
    assert line_of(case, ha).next == "Đỗ Hoàng Minh hoàn thiện: thụ lý"


def test_a_denunciation_stands_in_its_own_list_alone(denunciation, letter, lan, binh):
    plain = letter()
    for browser in (client_of(lan), client_of(binh)):
        body = (
            browser.get("/don/?loai=to_cao").content.decode()
            + browser.get("/don/").content.decode()
        )
        assert plain.code in body
        assert denunciation.code not in body
        own = browser.get("/don/so-rieng/").content.decode()
        assert denunciation.code in own
        assert "BM-07/2026" in own
        assert plain.code not in own


def test_the_clerk_sees_the_envelopes_she_entered(denunciation, mai, units):
    assert denunciation.code in client_of(mai).get("/don/so-rieng/").content.decode()
    other = person("nam", "Vũ Văn Nam", "man")
    place(other, "clerk", unit=units["van-phong"])
    assert denunciation.code not in client_of(other).get("/don/so-rieng/").content.decode()


def test_to_others_the_own_book_does_not_exist(denunciation, minh, dung, quantri):
    for user in (minh, dung, quantri):
        browser = client_of(user)
        assert browser.get("/don/so-rieng/").status_code == 404
        assert "/don/so-rieng/" not in browser.get("/don/").content.decode()


def test_with_and_without_a_denunciation_everything_else_is_the_same(
    letter, mai, minh, dung, fields
):
    letter()
    addresses = ["/don/", "/don/?q=bm", "/tim/?q=ntc", "/tim/?q=NTC-2026-0001", "/vu-viec/"]
    before = [_read(user, address) for user in (minh, dung) for address in addresses]
    Petition.register_sealed(by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh")
    after = [_read(user, address) for user in (minh, dung) for address in addresses]
    assert before == after


def _read(user, address: str) -> str:
    body = client_of(user).get(address).content.decode()
    return "\n".join(line for line in body.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize(
    ("who", "tab"), [("lan", "Của đơn vị tôi"), ("minh", "Của tôi"), ("ha", "Đang mở")]
)
def test_the_bare_address_opens_on_what_the_position_needs_first(who, tab, letter, request):
    user = request.getfixturevalue(who)
    letter()
    page = client_of(user).get("/don/").content.decode()
    assert tab in page.split('aria-current="true"')[1][:40]


def test_everything_has_an_address_of_its_own(letter, classified, lan, binh):
    done = classified(competent=False)
    done.guide(by=binh, on=date(2026, 7, 6), addressee="UBND xã", ground="Thuộc xã.")
    browser = client_of(lan)
    assert done.code not in browser.get("/don/").content.decode()
    page = browser.get("/don/?xem=tat-ca").content.decode()
    assert done.code in page
    assert "Tất cả" in page.split('aria-current="true"')[1][:40]
    narrowed = browser.get("/don/?xem=tat-ca&loai=khieu_nai").content.decode()
    assert "Xem: Tất cả" not in narrowed
    assert done.code in narrowed


def awaited(case, user):
    computed = CASE_WAITS | WAITS_AT_STAGE
    rows = cases_of(Reader(user, TODAY)).filter(pk=case.pk).annotate(**computed)
    (line,) = case_rows(rows.values(*CASE_COLUMNS, *computed), on=TODAY)
    return line.waits_for


def test_a_case_under_verification_waits_for_whoever_leads_it(verifying, minh, lan):
    case = verifying()
    case.verification_members.update(lead=False)
    case.verification_members.filter(user=lan).update(lead=True)
    assert awaited(case, minh) == "Nguyễn Thị Lan"


def test_a_decision_that_was_not_sent_waits_for_the_clerk(settled, minh, mai):
    case = settled()
    case.papers.waiting().update(voided_on=TODAY)
    assert awaited(case, minh) == "Văn thư"
    case.serve(by=mai, on=date(2026, 8, 5), served_on=date(2026, 8, 5), way="Bưu chính")
    assert awaited(case, minh) == "Đỗ Hoàng Minh"


def test_cases_are_sorted_by_acceptance_those_not_accepted_last(accepted, complaint, lan):
    late, early = accepted(date(2026, 7, 15)), accepted(date(2026, 7, 13))
    waiting = complaint()
    at = "/vu-viec/?xem=tat-ca&sap-xep=thu-ly"
    browser = client_of(lan)
    page = browser.get(at).content.decode()
    assert page.index(early.code) < page.index(late.code) < page.index(waiting.code)
    beyond = browser.get(f"{at}&sau=2026-07-15.{late.pk}").content.decode()
    assert [each.code in beyond for each in (early, late, waiting)] == [False, False, True]
    assert waiting.code not in browser.get(f"{at}&sau=.{waiting.pk}").content.decode()


def test_three_kinds_of_nothing(letter, lan, ha, quantri):
    browser = client_of(lan)
    assert "Vào sổ đơn đầu tiên" in browser.get("/don/").content.decode()
    assert "Vào sổ đơn" not in client_of(ha).get("/don/").content.decode()
    letter()
    assert (
        "Không có đơn nào khớp 2 điều kiện"
        in browser.get("/don/?q=khong+co&loai=kien_nghi").content.decode()
    )
    assert "Danh sách này dành cho người xử lý" in client_of(quantri).get("/don/").content.decode()


def test_a_case_of_another_unit_is_in_no_list(accepted, units):
    case = accepted()
    other = person("tuan", "Lê Anh Tuấn", "man")
    place(other, "officer", unit=units["lao-dong"])
    browser = client_of(other)
    assert browser.get(case.get_absolute_url()).status_code == 404
    for address in ("/vu-viec/", "/vu-viec/?q=thao", "/don/"):
        assert case.code not in browser.get(address).content.decode()
    assert sheet(browser.get("/vu-viec/xuat-excel/")) == []


def sheet(response) -> list[list]:
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(response.streaming_content)))
    return book.get_sheet_by_index(0).to_python()[1:]


def test_the_table_holds_what_the_list_shows(accepted, letter, lan):
    case = accepted()
    letter()
    (row,) = sheet(client_of(lan).get("/vu-viec/xuat-excel/?han=&q=thao"))
    assert row[:2] == [case.code, "Khiếu nại lần đầu"]
    assert row[4] == date(2026, 7, 6)
    assert row[5] == case.due_key
    assert len(sheet(client_of(lan).get("/don/xuat-excel/"))) == 2
    assert client_of(lan).get("/don/xuat-excel/?han=mai").status_code == 400


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@x", "\tx", "\rx", "＝1+1", "0912000123"])
def test_a_cell_that_looks_like_a_formula_is_text(text):
    made = spreadsheet([("Nội dung", 10)], [[text]], name="x", title="Đơn")
    content = b"".join(made.streaming_content)
    (cell,) = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1]
    assert isinstance(cell, str)
    assert cell.strip() == text.strip()


def test_numbers_of_people_are_in_no_list_and_no_table(accepted, lan, thao):
    accepted()
    browser = client_of(lan)
    seen = "".join(
        browser.get(at).content.decode() for at in ("/don/", "/vu-viec/", "/tim/?q=thao")
    )
    table = str(sheet(browser.get("/don/xuat-excel/")))
    for secret in (thao["id_number"], "0912 000 123", "0912000123"):
        assert secret not in seen
        assert secret not in table
