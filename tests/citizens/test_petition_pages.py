"""The pages of a petition: who sees what, and what the citizen will read is seen first."""

from datetime import date
from uuid import uuid4

import pytest

from citizens.models import LookupCode, Paper, Petition
from portal import history
from portal.submissions import Submission
from tests.cast import client_of
from tests.citizens.conftest import opened_by

MONDAY = date(2026, 7, 6)


def page(user, petition, path=""):
    return client_of(user).get(f"/don/{petition.code}/{path}").content.decode()


def test_numbers_are_masked_until_somebody_asks_and_is_recorded(letter, lan):
    petition = letter(MONDAY)
    assert "099158000123" not in page(lan, petition)
    shown = client_of(lan).post(f"/don/{petition.code}/hien/").content.decode()
    assert "099158000123" in shown
    event = history.events(petition.stream).last()
    assert (event.step, event.by) == ("show_personal", "lan")
    assert "099158000123" not in page(lan, petition)


def test_asking_for_numbers_is_never_a_get(letter, lan):
    petition = letter(MONDAY)
    assert client_of(lan).get(f"/don/{petition.code}/hien/").status_code == 405


def test_what_another_unit_has_does_not_exist(letter, minh):
    petition = letter(MONDAY)
    for path in ("", "phan-loai/", "bien-nhan/", "cach-tinh-thoi-han/", "phieu-de-xuat/"):
        assert client_of(minh).get(f"/don/{petition.code}/{path}").status_code == 404


def test_a_stranger_is_sent_to_sign_in_whether_or_not_it_exists(letter, stranger):
    petition = letter(MONDAY)
    for code in (petition.code, "D-2026-99999"):
        assert stranger.get(f"/don/{code}/").status_code == 302


def test_the_page_says_why_a_step_is_closed(classified, lan):
    told = page(lan, classified(MONDAY))
    assert "Chưa thể trả lại đơn: đơn không do cơ quan khác chuyển đến." in told
    assert "Chưa thể hướng dẫn: đơn đủ điều kiện và thuộc thẩm quyền của Sở." in told


def test_the_deadline_explains_itself(letter, lan):
    told = page(lan, letter(MONDAY), "cach-tinh-thoi-han/")
    assert "Ngày đầu không tính" in told
    assert "16/7/2026" in told


def test_letters_of_the_same_person_are_shown_beside(letter, lan):
    first, second = letter(MONDAY), letter(MONDAY, title="Gửi lần nữa")
    assert "Cùng số căn cước" in page(lan, second)
    assert first.code in page(lan, second)


def test_of_many_letters_of_one_person_the_newest_few_are_shown(letter, lan):
    *others, last = [letter(MONDAY, title=f"Lần {n}") for n in range(8)]
    told = page(lan, last)
    shown = [each.code for each in others if f"/don/{each.code}/" in told]
    assert shown == [each.code for each in others[-5:]]


def test_ineligible_needs_a_reason_and_keeps_it(letter, lan, fields):
    petition, answers = (
        letter(MONDAY),
        {
            "kind": "phan_anh",
            "title": "x",
            "field": "khac",
            "people": "1",
            "signers": "0",
            "eligible": "khong",
            "competent": "co",
        },
    )
    browser, address = client_of(lan), f"/don/{petition.code}/phan-loai/"
    assert browser.post(address, answers).status_code == 422
    assert browser.post(address, answers | {"reasons": ["khong-ky"]}).status_code == 302
    petition.refresh_from_db()
    assert petition.ground == "Không có chữ ký hoặc điểm chỉ của người gửi"
    assert petition.category == "khac"


def test_the_citizens_words_are_seen_before_they_are_sent(letter, lan):
    petition, browser = letter(MONDAY), client_of(lan)
    address, words = f"/don/{petition.code}/yeu-cau-bo-sung/", {"missing": "Bổ sung quyết định."}
    first = browser.post(address, words)
    assert first.status_code == 200
    assert "Công dân sẽ đọc được" in first.content.decode()
    assert not petition.notes.exists()
    assert (
        browser.post(address, words | {"da-xem": first.context["preview_mark"]}).status_code == 302
    )
    assert petition.notes.get().to_citizen


def test_a_blank_left_open_is_not_sent_to_the_citizen(letter, lan):
    petition, browser = letter(MONDAY), client_of(lan)
    address = f"/don/{petition.code}/yeu-cau-bo-sung/"
    opening = browser.get(address).context["form"]["missing"].value()
    answer = browser.post(address, {"missing": opening})
    assert answer.status_code == 422
    assert "Còn chỗ để trống" in answer.content.decode()


def test_an_internal_note_is_written_at_once_and_marked(letter, lan):
    petition = letter(MONDAY)
    client_of(lan).post(
        f"/don/{petition.code}/ghi-chu/", {"text": "Đã gọi điện.", "readers": "noi-bo"}
    )
    assert not petition.notes.get().to_citizen
    assert "Nội bộ" in page(lan, petition)


def test_guidance_goes_up_the_line_with_its_draft_filled_in(letter, lan, binh, fields):
    petition = letter(MONDAY)
    petition.classify(by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=False)
    address = f"/don/{petition.code}/huong-dan/"
    draft = client_of(lan).get(address).context["form"]["draft"].value()
    assert "[cơ quan]" in draft
    assert "bà Đinh Thị Thảo" in draft
    answers = {"addressee": "UBND xã An Phú", "ground": "Thuộc thẩm quyền của xã.", "draft": draft}
    assert client_of(lan).post(address, answers).status_code == 302
    submission = Submission.objects.get()
    assert submission.reader.user == binh
    assert "[cơ quan]" not in submission.draft
    assert "UBND xã An Phú" in submission.draft
    assert "Đang trình" in page(lan, petition)


def test_the_head_decides_at_once_and_the_clerk_numbers(letter, lan, binh, mai, fields):
    petition = letter(MONDAY)
    petition.classify(by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=False)
    client_of(binh).post(
        f"/don/{petition.code}/huong-dan/",
        {"addressee": "UBND xã An Phú", "ground": "x", "draft": "Kính gửi: …"},
    )
    paper = Paper.objects.get()
    answer = client_of(mai).post(
        f"/don/{petition.code}/phat-hanh/",
        {"paper": paper.pk, "number": "12/HD-SLĐTBXH", "dated_on": f"{paper.approved_on:%d/%m/%Y}"},
    )
    assert answer.status_code == 302, answer.content.decode()
    petition.refresh_from_db()
    assert petition.stage == "da-huong-dan"
    assert not petition.clocks.open().exists()


def test_a_duplicate_is_joined_and_unjoined(complaint, letter, lan):
    case, twin = complaint(MONDAY), letter(MONDAY, title="Gửi lần nữa")
    browser, address = client_of(lan), f"/don/{twin.code}/ghep-vao-vu-viec/"
    assert case.code in browser.get(address).content.decode()
    assert browser.post(address, {"code": "KN-2026-0099"}).status_code == 422
    browser.post(address, {"likely": case.code})
    twin.refresh_from_db()
    assert (twin.stage, twin.matter) == ("da-ghep", case.matter)
    browser.post(f"/don/{twin.code}/bo-ghep/", {"reason": "Khác việc."})
    twin.refresh_from_db()
    assert (twin.stage, twin.matter, twin.due_on) == ("cho-xu-ly", None, date(2026, 7, 16))


def test_only_a_person_of_the_unit_is_assigned(letter, binh, minh, lan, units):
    petition, browser = letter(MONDAY), client_of(binh)
    address = f"/don/{petition.code}/phan-cong/"
    wrong = browser.post(address, {"unit": "tiep-cong-dan", "officer": "minh"})
    assert wrong.status_code == 422
    assert "không thuộc" in wrong.content.decode()
    assert browser.post(address, {"unit": "tiep-cong-dan", "officer": "lan"}).status_code == 302
    petition.refresh_from_db()
    assert petition.officer == lan


def test_a_fact_is_corrected_on_its_page(letter, lan):
    petition = letter(MONDAY)
    browser, address = client_of(lan), f"/don/{petition.code}/dinh-chinh/"
    told = browser.get(address).content.decode()
    assert "Ngày nhận: 06/7/2026" in told
    assert "099158000123" not in told
    wrong = browser.post(address, {"fact": "received_on", "new": "31/6/2026", "reason": "Nhầm."})
    assert wrong.status_code == 422
    assert "không có ngày 31" in wrong.content.decode()
    right = browser.post(address, {"fact": "received_on", "new": "3/7/2026", "reason": "Nhầm."})
    assert right.status_code == 302
    petition.refresh_from_db()
    assert petition.due_on == date(2026, 7, 13)


def test_a_receipt_carries_a_code_once_and_a_new_one_revokes_it(letter, mai):
    petition, browser = letter(MONDAY), client_of(mai)
    address = f"/don/{petition.code}/bien-nhan/"
    assert "16 chữ số" in browser.get(address).content.decode()
    assert not LookupCode.objects.exists()
    digits = browser.post(address).context["digits"].replace(" ", "")
    assert opened_by(digits) == petition
    assert digits[:4] not in browser.get(address).content.decode()
    browser.post(address)
    assert opened_by(digits) is None
    assert LookupCode.objects.valid().count() == 1


def test_a_receipt_sent_again_keeps_the_code_that_was_printed(letter, mai):
    petition, browser = letter(MONDAY), client_of(mai)
    address, body = f"/don/{petition.code}/bien-nhan/", {"_once": str(uuid4())}
    digits = browser.post(address, body).context["digits"].replace(" ", "")
    assert browser.post(address, body).url == address
    assert opened_by(digits) == petition


def test_the_receipt_of_an_envelope_names_nobody(mai, office, units, fields):
    sealed = Petition.register_sealed(
        by=mai, on=MONDAY, received_on=MONDAY, channel="truc_tiep", envelope_no="BM-1"
    )
    sheet = client_of(mai).post(f"/don/{sealed.code}/bien-nhan/").content.decode()
    assert "Người gửi</dt>" not in sheet
    assert "01 bì thư dán kín" in sheet


def test_the_proposal_sheet_has_three_signatures(complaint, lan):
    complaint(MONDAY)
    sheet = page(lan, Petition.objects.get(), "phieu-de-xuat/")
    assert sheet.count("(Ký, ghi rõ họ tên)") == 3
    assert "Đơn đủ điều kiện" in sheet


@pytest.mark.parametrize("width", ["lan", "binh", "ha", "mai"])
def test_every_open_step_has_its_page(classified, lan, binh, ha, mai, width, request):
    user, petition = request.getfixturevalue(width), classified(MONDAY)
    for step in petition.workflow.open_to(user, petition, on=MONDAY):
        answer = client_of(user).get(f"/don/{petition.code}/{step.path}/")
        assert answer.status_code == 200, step.name
        assert 'name="version"' in answer.content.decode(), step.name
