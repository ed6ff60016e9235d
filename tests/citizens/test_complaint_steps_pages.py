"""The pages of a complaint's steps: what is asked, what is refused, what is kept."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from citizens.models import Case
from portal import history
from portal.submissions import Submission
from tests.cast import client_of
from tests.citizens.conftest import number


@pytest.fixture(autouse=True)
def thursday():
    with time_machine.travel("2026-07-16 09:00+07:00", tick=False):
        yield


@pytest.fixture
def post():
    """Send a step's form as a person of the office."""

    def send(user, case, path, **typed):
        typed.setdefault("version", case.version)
        return client_of(user).post(f"{case.get_absolute_url()}{path}/", typed)

    return send


def page(user, case, path):
    return client_of(user).get(f"{case.get_absolute_url()}{path}/").content.decode()


def text(answer):
    return answer.content.decode()


def test_acceptance_opens_with_a_notice_about_this_complaint(complaint, minh):
    opened = page(minh, complaint(), "thu-ly")
    assert "Kính gửi: bà Đinh Thị Thảo" in opened
    assert "Thời hạn giải quyết là 30 ngày" in opened
    assert "Trình lãnh đạo" in opened


def test_what_an_officer_sends_goes_up_the_line(complaint, minh, binh, ha, post):
    case = complaint()
    answer = post(minh, case, "thu-ly", draft="Thông báo.")
    assert answer.status_code == 302
    submission = Submission.objects.get()
    assert (submission.step, submission.reader.user) == ("accept", ha)
    assert Case.objects.get().stage == "cho-duyet-thu-ly"


def test_a_step_on_its_way_is_not_prepared_twice(complaint, minh, ha, post):
    case = complaint()
    post(minh, case, "thu-ly", draft="Thông báo.")
    answer = post(minh, case, "thu-ly", draft="Thông báo khác.")
    assert answer.status_code == 409
    assert "Đã trình, đang chờ Phạm Thị Hà đọc." in text(answer)
    assert Submission.objects.count() == 1


def test_the_settler_takes_the_step_at_once(complaint, ha, post):
    case = complaint()
    assert post(ha, case, "thu-ly", draft="Thông báo.").status_code == 302
    assert Case.objects.get().stage == "da-thu-ly"


def test_the_brackets_of_a_draft_are_filled_from_the_answers(complaint, ha, post):
    case = complaint()
    post(
        ha,
        case,
        "khong-thu-ly",
        ground="k5",
        reason="Đơn chưa ký.",
        draft="Thuộc trường hợp: [căn cứ]. [lý do] [chỗ khác]",
    )
    assert case.papers.get().text == (
        "Thuộc trường hợp: đơn không có chữ ký hoặc điểm chỉ (khoản 5 Điều 11 Luật Khiếu nại). "
        "Đơn chưa ký. [chỗ khác]"
    )


def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(accepted, ha, minh, post):
    answer = post(
        ha,
        accepted(),
        "giao-xac-minh",
        lead="minh",
        members=["minh"],
        days="90",
        content="Đối chiếu sổ gốc.",
    )
    told = text(answer)
    assert answer.status_code == 422
    assert "<title>Lỗi:" in told
    assert 'href="#id_days">Thời hạn giải quyết chỉ còn 28 ngày' in told
    assert "Chọn thêm ít nhất một người ngoài tổ trưởng" in told
    assert "Đối chiếu sổ gốc." in told


def test_what_was_refused_is_there_when_the_page_is_opened_again(accepted, ha, post):
    case = accepted()
    post(ha, case, "giao-xac-minh", days="90", content="Đối chiếu sổ gốc.")
    assert "Đối chiếu sổ gốc." in page(ha, case, "giao-xac-minh")


def test_a_draft_is_kept_without_being_checked(complaint, minh, post):
    case = complaint()
    answer = post(minh, case, "khong-thu-ly", reason="Còn viết dở", **{"luu-nhap": "1"})
    assert answer.status_code == 302
    assert "Còn viết dở" in page(minh, case, "khong-thu-ly")
    assert not Submission.objects.exists()


def test_an_invitation_is_five_days_ahead(verified, ha, post):
    with time_machine.travel("2026-07-30 09:00+07:00", tick=False):
        case = verified(differs=True)
        opened = page(ha, case, "moi-doi-thoai")
        answer = post(ha, case, "moi-doi-thoai", held_on="3/8/2026", place="Phòng họp 1")
    assert "đối thoại từ ngày 04 tháng 8 năm 2026" in opened
    assert answer.status_code == 422
    assert "giấy mời phải gửi chậm nhất ngày 29/7/2026" in text(answer)


def test_outcomes_are_those_of_the_level(verified, ha):
    with time_machine.travel("2026-07-30 09:00+07:00", tick=False):
        opened = page(ha, verified(), "ban-hanh-quyet-dinh-giai-quyet")
    assert "Khiếu nại đúng một phần" in opened
    assert "Công nhận quyết định lần đầu" not in opened


def test_the_clerk_types_the_number_and_gets_the_symbol(complaint, ha, mai, post):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    paper = case.papers.get()
    answer = post(mai, case, "phat-hanh", paper=paper.pk, number="96", dated_on="10/7/2026")
    assert answer.url == f"{case.get_absolute_url()}van-ban/{paper.pk}/"
    assert case.papers.get().number == "96/TB-SLĐTBXH"


def test_a_number_is_given_once_a_year(complaint, accepted, ha, mai, post):
    accepted()
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 15))
    answer = post(
        mai, case, "phat-hanh", paper=case.papers.get().pk, number="96", dated_on="15/7/2026"
    )
    assert answer.status_code == 422
    assert "Số 96/TB-SLĐTBXH đã ghi cho Thông báo thụ lý" in text(answer)


def test_a_date_before_the_receipt_is_refused_at_its_field(complaint, ha, mai, post):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    answer = post(
        mai, case, "phat-hanh", paper=case.papers.get().pk, number="96", dated_on="1/7/2026"
    )
    assert answer.status_code == 422
    assert 'href="#id_dated_on">Ngày văn bản không được trước ngày nhận đơn' in text(answer)


def test_of_two_people_at_once_the_second_sees_what_the_first_did(accepted, minh, binh, lan, post):
    case = accepted()
    seen = case.version
    case.write(by=binh_of(case, binh), on=date(2026, 7, 15), text="Đã gọi cho bà Thảo.")
    answer = post(minh, case, "ghi-chu", version=seen, text="Hẹn ngày 20/7.", readers="noi-bo")
    told = text(answer)
    assert answer.status_code == 409
    assert "Ông Trần Văn Bình vừa cập nhật" in told
    assert "Đã gọi cho bà Thảo." in told
    assert "Hẹn ngày 20/7." in told
    assert post(minh, fresh(case), "ghi-chu", text="Hẹn.", readers="noi-bo").status_code == 302


def binh_of(case, binh):
    """Bình heads the unit that has the case."""
    case.unit.positions.create(
        user=binh, role="deputy_head", title="Phó Trưởng phòng", opened_on=date(2020, 1, 1)
    )
    binh.forget_positions()
    return binh


def fresh(case):
    return Case.objects.get(pk=case.pk).own_kind()


def test_the_citizen_reads_only_what_was_seen_before_it_was_sent(accepted, minh, post):
    case = accepted()
    typed = {"text": "Sở đang xác minh đơn của bà.", "readers": "cong-dan"}
    first = post(minh, case, "ghi-chu", **typed)
    assert first.status_code == 200
    assert "Công dân sẽ đọc được" in text(first)
    assert not case.notes.exists()
    mark = text(first).split('name="da-xem" value="')[1].split('"')[0]
    assert post(minh, case, "ghi-chu", **typed, **{"da-xem": mark}).status_code == 302
    assert case.notes.to_citizen().get().text == "Sở đang xác minh đơn của bà."


def test_a_submit_sent_twice_happens_once(accepted, minh, post):
    case, key = accepted(), str(uuid4())
    typed = {"text": "Đã xem.", "readers": "noi-bo", "_once": key, "version": case.version}
    first, second = (post(minh, case, "ghi-chu", **typed) for _ in range(2))
    assert (first.status_code, second.url) == (302, first.url)
    assert case.notes.count() == 1


def test_a_stranger_to_the_case_finds_no_step(complaint, quantri, stranger):
    case = complaint()
    address = f"{case.get_absolute_url()}thu-ly/"
    assert client_of(quantri).get(address).status_code == 404
    assert stranger.get(address).status_code == 302


def test_a_step_that_is_not_open_says_why(complaint, ha, post):
    case = complaint()
    answer = post(ha, case, "tiep-tuc-giai-quyet")
    assert answer.status_code == 409
    assert "Chưa thể tiếp tục giải quyết" in text(answer)


def test_who_prepared_stands_beside_who_signed(complaint, minh, binh, ha, post):
    case = complaint()
    post(minh, case, "thu-ly", draft="Thông báo.")
    submission = Submission.objects.get()
    client_of(ha).post(f"/trinh/{submission.pk}/", {"verdict": "approve", "draft": "Thông báo."})
    event = history.events(case.stream).filter(step="accept").get()
    assert (event.by, event.prepared_by) == ("ha", "minh")


@pytest.mark.parametrize("path", ["tam-dinh-chi", "dinh-chi", "xac-dinh-vu-viec-phuc-tap"])
def test_side_steps_ask_for_their_ground(accepted, ha, path, post):
    answer = post(ha, accepted(), path)
    assert answer.status_code == 422
    assert "Chưa chọn" in text(answer)


def test_a_verification_order_names_its_team(accepted, ha, mai, minh, lan, post):
    case = accepted()
    post(
        ha,
        case,
        "giao-xac-minh",
        lead="minh",
        members=["lan"],
        days="10",
        content="Đối chiếu sổ gốc.",
        draft="Tổ xác minh gồm:\n[thành viên]\nThời hạn [số ngày] ngày.",
    )
    assert case.papers.get(kind="qd_xac_minh").text == (
        "Tổ xác minh gồm:\n- Đỗ Hoàng Minh, tổ trưởng\n- Nguyễn Thị Lan\nThời hạn 10 ngày."
    )
    number(fresh(case), mai, "qd_xac_minh", date(2026, 7, 16), "97/QĐ-SLĐTBXH")
