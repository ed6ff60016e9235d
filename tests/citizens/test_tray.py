"""Phiếu trình, read and acted upon: the page, the rights, both texts, on to the next."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from citizens.models import Case
from portal.people import Role, StandIn
from portal.submissions import Submission, submit
from tests.cast import client_of, place

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def hoa(units):
    from tests.cast import person

    user = person("hoa", "Trịnh Thị Hòa")
    place(user, Role.HEAD, unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


@pytest.fixture
def submitted(complaint, minh, hoa, ha):
    """Acceptance of a complaint, prepared by Minh, before head Hòa."""

    def up(draft="Thông báo thụ lý khiếu nại của bà."):
        case = complaint(timezone.localdate())
        return submit(
            case,
            case.workflow["accept"],
            by=minh,
            on=timezone.localdate(),
            payload={"draft": [draft]},
            draft=draft,
        )

    return up


@pytest.fixture
def before_director(submitted, hoa):
    def up():
        submission = submitted()
        submission.endorse(by=hoa, on=timezone.localdate())
        return submission

    return up


def read(user, submission):
    return client_of(user).get(f"/trinh/{submission.pk}/")


def act(user, submission, verdict, **typed):
    return client_of(user).post(f"/trinh/{submission.pk}/", {"verdict": verdict, **typed})


def test_reader_sees_draft_letter_and_his_buttons(submitted, hoa):
    body = read(hoa, submitted()).content.decode()
    for words in ("Thông báo thụ lý khiếu nại của bà.", "Tôi đề nghị Sở xem lại", "Đỗ Hoàng Minh"):
        assert words in body
    assert 'value="endorse"' in body
    assert 'value="hand_back"' in body
    assert 'value="approve"' not in body


def test_director_has_approve_in_place_of_endorse(before_director, ha):
    body = read(ha, before_director()).content.decode()
    assert 'value="approve"' in body
    assert 'value="endorse"' not in body


def test_preparer_sees_its_state_and_may_withdraw(submitted, minh):
    submission = submitted()
    body = read(minh, submission).content.decode()
    assert "đang chờ <b>Trịnh Thị Hòa</b>" in body
    assert 'value="endorse"' not in body
    act(minh, submission, "drop")
    submission.refresh_from_db()
    assert submission.state == "dropped"


def test_whoever_sees_the_case_sees_its_submission(submitted, lan):
    assert read(lan, submitted()).status_code == 200


def test_it_does_not_exist_for_the_others(submitted, quantri, dung, stranger):
    submission = submitted()
    assert read(quantri, submission).status_code == 404
    assert stranger.get(f"/trinh/{submission.pk}/").status_code == 302


def test_endorsement_leads_to_the_next_of_the_tray(submitted, hoa):
    first, second = submitted(), submitted()
    response = act(hoa, first, "endorse")
    assert response.url == f"/trinh/{second.pk}/"
    assert act(hoa, second, "endorse").url == "/cong-viec/"


def test_one_that_was_passed_over_comes_round_again(submitted, hoa):
    first, second = submitted(), submitted()
    assert act(hoa, second, "endorse").url == f"/trinh/{first.pk}/"


def test_approval_takes_the_step_in_the_name_of_the_approver(before_director, ha, minh):
    submission = before_director()
    act(ha, submission, "approve")
    case = Case.objects.get()
    assert case.stage == "da-thu-ly"
    paper = case.papers.get()
    assert (paper.approved_by, paper.prepared_by) == (ha, minh)
    assert paper.text == "Thông báo thụ lý khiếu nại của bà."


def test_agreement_with_changes_keeps_both_texts(submitted, hoa, minh):
    submission = submitted()
    act(hoa, submission, "endorse", draft="Thông báo thụ lý đơn của bà.")
    submission.refresh_from_db()
    assert submission.draft == "Thông báo thụ lý đơn của bà."
    body = read(minh, submission).content.decode()
    assert "<del>khiếu</del>" in body.replace("<del>khiếu nại</del>", "<del>khiếu</del>")
    assert "<ins>đơn</ins>" in body
    assert "có sửa" in body


def test_untouched_text_is_no_change(submitted, hoa):
    submission = submitted("Dòng một.\nDòng hai.")
    act(hoa, submission, "endorse", draft="Dòng một.\r\nDòng hai.")
    assert not submission.readings.get().changed


def test_handing_back_needs_a_reason(submitted, hoa):
    submission = submitted()
    response = act(hoa, submission, "hand_back", draft="Đang sửa dở.")
    body = response.content.decode()
    assert response.status_code == 422
    assert "Chưa nhập lý do trả lại" in body
    assert "Đang sửa dở." in body


def test_handed_back_tells_the_preparer_why_and_where_to_go_on(submitted, hoa, minh):
    submission = submitted()
    act(hoa, submission, "hand_back", reason="Bổ sung căn cứ khoản 2 Điều 11.")
    body = read(minh, submission).content.decode()
    assert "Bổ sung căn cứ khoản 2 Điều 11." in body
    step = f"{submission.subject.get_absolute_url()}thu-ly/"
    assert f'href="{step}"' in body
    assert "Thông báo thụ lý khiếu nại" in client_of(minh).get(step).content.decode()


def test_resubmitted_goes_up_again_with_the_difference(submitted, hoa, minh):
    submission = submitted()
    act(hoa, submission, "hand_back", reason="Thiếu căn cứ.")
    step = f"{submission.subject.get_absolute_url()}thu-ly/"
    client_of(minh).post(step, {"draft": "Thông báo thụ lý, căn cứ Điều 27."})
    submission.refresh_from_db()
    assert (submission.state, submission.reader.user) == ("open", hoa)
    assert "Người trình sửa: Dự thảo văn bản" in read(hoa, submission).content.decode()


def test_enter_key_alone_does_nothing(before_director, ha):
    submission = before_director()
    response = act(ha, submission, "", draft="Sửa dở dang.")
    submission.refresh_from_db()
    assert (response.status_code, submission.state) == (200, "open")
    assert "Sửa dở dang." in response.content.decode()


def test_unknown_verdict_does_not_exist(submitted, hoa):
    assert act(hoa, submitted(), "refresh_from_db").status_code == 404


def test_double_submit_approves_once(before_director, ha):
    submission, client = before_director(), client_of(ha)
    key = "7d6a1a3c-30a5-4d3e-9f59-3a3f2f0c9d11"
    body = {"verdict": "approve", "_once": key}
    answers = [client.post(f"/trinh/{submission.pk}/", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Case.objects.get().papers.count() == 1


def test_second_approval_says_that_it_was_approved(before_director, ha):
    submission = before_director()
    act(ha, submission, "approve")
    response = act(ha, submission, "approve")
    assert response.status_code == 409
    assert "Phiếu trình này đã phê duyệt." in response.content.decode()


def test_step_that_is_no_longer_open_says_why(before_director, ha, minh):
    submission = before_director()
    submission.subject.accept(by=ha, on=timezone.localdate())
    page = read(ha, submission).content.decode()
    assert "Chưa thể thụ lý" in page
    assert 'value="approve"' not in page
    response = act(ha, submission, "approve")
    submission.refresh_from_db()
    assert (response.status_code, submission.state) == (422, "open")


def test_signed_on_paper_keeps_day_and_scan(before_director, ha, lan):
    submission = before_director()
    scan = SimpleUploadedFile("trang-ky.pdf", PDF, "application/pdf")
    signed_on = timezone.localdate().strftime("%d/%m/%Y")
    response = act(ha, submission, "approve_on_paper", signed_on=signed_on, scan=scan)
    assert response.status_code == 302
    reading = submission.readings.last()
    assert reading.signed_on == timezone.localdate()
    fetched = client_of(lan).get(f"/trinh/{submission.pk}/ban-ky/{reading.pk}/")
    assert b"".join(fetched.streaming_content) == PDF


def test_signature_on_paper_needs_its_day(before_director, ha):
    response = act(ha, before_director(), "approve_on_paper")
    assert response.status_code == 422
    assert "Chưa nhập ngày ký trên giấy" in response.content.decode()


def test_scan_that_lies_about_its_type_is_refused_at_its_field(before_director, ha):
    submission = before_director()
    scan = SimpleUploadedFile("trang-ky.pdf", b"MZ\x90\x00 not a document", "application/pdf")
    day = timezone.localdate().strftime("%d/%m/%Y")
    response = act(ha, submission, "approve_on_paper", signed_on=day, scan=scan)
    submission.refresh_from_db()
    assert (response.status_code, submission.state) == (422, "open")
    assert "trang-ky.pdf" in response.content.decode()


def test_stand_in_reads_in_place_of_the_head(submitted, hoa, units, ha):
    from tests.cast import person

    deputy = person("long", "Châu Phi Long", "man")
    position = place(deputy, Role.DEPUTY_HEAD, unit=units["nguoi-co-cong"])
    submission, today = submitted(), timezone.localdate()
    StandIn.objects.create(
        absent=hoa.positions_on(today)[0],
        stand_in=position,
        from_on=today,
        to_on=today,
        decision_number="12/QĐ",
        decided_on=date(2026, 1, 5),
    )
    act(deputy, submission, "endorse")
    submission.refresh_from_db()
    assert submission.reader.user == ha


def test_a_page_costs_few_statements(before_director, ha, django_assert_max_num_queries):
    submission, client = before_director(), client_of(ha)
    client.get(f"/trinh/{submission.pk}/")
    with django_assert_max_num_queries(15):
        client.get(f"/trinh/{submission.pk}/")


def test_payload_survives_from_step_page_to_approval(verified, ha, hoa, minh):
    case = verified()
    url = f"{case.get_absolute_url()}ban-hanh-quyet-dinh-giai-quyet/"
    typed = {"outcome": "dung", "conclusion": "Khiếu nại đúng.", "draft": "Điều 1. [kết luận]."}
    client_of(minh).post(url, typed)
    submission = Submission.objects.get()
    assert submission.payload["draft"] == [submission.draft]
    assert "[" not in submission.draft
