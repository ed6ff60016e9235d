"""After each act the page says in one sentence what comes next and who has it."""

from datetime import date

import pytest
import time_machine

from citizens.models import Case, Petition
from portal.submissions import Line
from tests.cast import client_of

MONDAY = date(2026, 7, 6)
SUMMARY = "Đơn đủ điều kiện, thuộc thẩm quyền."


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-06 09:00+07:00", tick=False):
        yield


def told(item, user):
    return client_of(user).get(item.get_absolute_url()).content.decode()


def test_a_new_letter_is_to_be_classified(letter, lan):
    petition = letter()
    assert f"{petition.unit} phân loại đơn." in told(petition, lan)


def test_after_classification_the_page_says_that_it_is_proposed_first(classified, lan):
    words = "đề xuất thụ lý để mở vụ việc, sau đó trình người giải quyết thụ lý."
    assert words in told(classified(), lan)


def test_what_is_not_ours_is_drafted_for_the_head(classified, lan):
    assert "hướng dẫn, chuyển đơn hoặc lưu đơn; thủ trưởng đơn vị duyệt." in told(
        classified(competent=False), lan
    )


def test_a_proposed_case_is_not_accepted_yet(complaint, minh):
    page = told(complaint(), minh)
    assert "Đỗ Hoàng Minh trình thông báo thụ lý, lãnh đạo Sở duyệt" in page
    assert "Đến khi đó vụ việc chưa thụ lý." in page


def test_once_it_is_on_its_way_the_notice_alone_says_so(complaint, minh, ha):
    case = complaint()
    client_of(minh).post(f"/vu-viec/{case.code}/thu-ly/", {"draft": "Kính gửi"})
    page = told(case, minh)
    assert "Đang trình: thụ lý" in page
    assert "chưa thụ lý." not in page


def propose(user, petition, unit):
    typed = {"unit": unit.code, "summary": SUMMARY}
    return client_of(user).post(f"/don/{petition.code}/de-xuat-thu-ly/", typed)


def test_whose_line_is_short_goes_straight_on_to_the_acceptance(classified, lan, ha, units):
    Line.objects.create(unit=units["tiep-cong-dan"], step="accept", roles=["director"])
    answer = propose(lan, classified(), units["nguoi-co-cong"])
    case = Case.objects.get()
    assert answer.url == f"/vu-viec/{case.code}/thu-ly/"


def test_the_head_who_proposes_finds_the_case_which_another_unit_has(classified, binh, ha, units):
    answer = propose(binh, classified(), units["nguoi-co-cong"])
    assert answer.url == Case.objects.get().get_absolute_url()


def test_whose_line_is_long_finds_the_case_first(classified, lan, binh, ha, units):
    answer = propose(lan, classified(), units["nguoi-co-cong"])
    assert answer.url == Case.objects.get().get_absolute_url()


def test_questions_of_one_answer_alone_stand_together_and_nothing_typed_is_lost(letter, lan):
    petition = letter()
    address = f"/don/{petition.code}/phan-loai/"
    page = client_of(lan).get(address).content.decode()
    assert page.count("of-ineligible") == page.count("of-complaint") == 1
    answer = client_of(lan).post(address, {"kind": "kien_nghi", "eligible": "khong",
        "known_on": "5/1/2026", "title": "Đường hỏng"})  # fmt: skip
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "Chưa chọn vì sao đơn không đủ điều kiện" in body
    assert "05/01/2026" in body or "5/1/2026" in body


def test_a_letter_sent_again_is_joined_once_the_first_has_become_a_case(
    letter, complaint, lan, mai
):
    again = letter()
    address = f"/don/{again.code}/ghep-vao-vu-viec/"
    early = client_of(lan).post(address, {"code": "D-2026-00009"})
    assert "chưa thành vụ việc; chọn bước “Đi cùng đơn chính”" in early.content.decode()
    case = complaint()
    client_of(lan).post(address, {"code": case.petition.code.lower()})
    assert Petition.objects.get(pk=again.pk).matter == case.matter


def test_a_letter_moved_to_the_own_book_says_how_it_goes_on(letter, lan):
    sealed = letter().seal(by=lan, on=MONDAY, reason="Có nội dung tố cáo", envelope_no="BM-01")
    page = told(sealed, lan)
    assert "đọc đơn trên giấy, rồi xử lý ban đầu từ bản trích nội dung." in page
    assert f"{sealed.get_absolute_url()}ghi-theo-doi/" in page
