"""What a complaint refuses, each with one sentence for whoever asked."""

from datetime import date

import pytest

from portal.deadlines import DeadlineError
from portal.workflow import Refused
from tests.citizens.conftest import number

ORDERED = {"days": 10}


def refusal(act, **facts) -> Refused:
    with pytest.raises(Refused) as refused:
        act(**facts)
    return refused.value


def test_a_decision_does_not_come_before_verification(accepted, ha):
    case = accepted()
    told = refusal(case.settle, by=ha, on=date(2026, 7, 15), outcome="dung", conclusion="Đúng.")
    assert str(told) == (
        "Chưa thể ban hành quyết định giải quyết: chưa có báo cáo kết quả xác minh."
    )


def test_verification_waits_for_the_dated_notice_of_acceptance(complaint, ha, minh, lan):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    told = refusal(
        case.order_verification, by=ha, on=date(2026, 7, 9), lead=minh, members=[lan], days=10
    )
    assert str(told) == "Chưa thể giao xác minh: thông báo thụ lý chưa có số và ngày."


def test_a_step_out_of_order_says_where_the_case_is(complaint, ha):
    told = refusal(complaint().resume, by=ha, on=date(2026, 7, 9))
    assert str(told) == "Chưa thể tiếp tục giải quyết: đang ở giai đoạn “Chờ duyệt thụ lý”."


def test_an_officer_does_not_take_the_settlers_step(complaint, minh):
    told = refusal(complaint().accept, by=minh, on=date(2026, 7, 9))
    assert "Giám đốc" in str(told)


def test_a_team_has_two_people_at_least(accepted, ha, minh):
    told = refusal(
        accepted().order_verification,
        by=ha,
        on=date(2026, 7, 15),
        lead=minh,
        members=[minh],
        days=10,
    )
    assert (told.field, str(told)) == ("members", "Tổ xác minh có từ hai người trở lên.")


def test_verification_is_not_longer_than_what_is_left(accepted, ha, minh, lan):
    told = refusal(
        accepted().order_verification,
        by=ha,
        on=date(2026, 8, 3),
        lead=minh,
        members=[lan],
        days=30,
    )
    assert told.field == "days"
    assert "chỉ còn 10 ngày" in str(told)


@pytest.mark.parametrize(
    ("dated_on", "sentence"),
    [
        (date(2026, 7, 1), "Ngày văn bản không được trước ngày nhận đơn, 06/7/2026."),
        (date(2026, 7, 20), "Ngày văn bản không được sau hôm nay, 15/7/2026."),
    ],
)
def test_a_paper_is_dated_between_receipt_and_today(complaint, ha, mai, dated_on, sentence):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    paper = case.papers.get()
    told = refusal(
        case.send_out, by=mai, on=date(2026, 7, 15), paper=paper, number="1/TB", dated_on=dated_on
    )
    assert (told.field, str(told)) == ("dated_on", sentence)


def test_a_refused_number_leaves_the_paper_waiting(complaint, ha, mai):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    refusal(
        case.send_out,
        by=mai,
        on=date(2026, 7, 15),
        paper=case.papers.get(),
        number="1/TB",
        dated_on=date(2026, 7, 1),
    )
    assert case.papers.waiting().count() == 1


def test_service_does_not_come_before_the_decision(settled, mai):
    told = refusal(
        settled().serve, by=mai, on=date(2026, 8, 6), served_on=date(2026, 8, 3), way="Bưu chính"
    )
    assert told.field == "served_on"


def test_a_posting_lasts_fifteen_days(settled, mai):
    told = refusal(
        settled().publicise,
        by=mai,
        on=date(2026, 8, 10),
        form="niem_yet",
        start_on=date(2026, 8, 10),
        until=date(2026, 8, 20),
    )
    assert (told.field, str(told)) == ("until", "Thời gian niêm yết, đăng tải ít nhất 15 ngày.")


def test_a_case_closes_when_its_decision_is_in_effect(settled, mai, minh):
    case = settled()
    case.serve(by=mai, on=date(2026, 8, 5), served_on=date(2026, 8, 5), way="Bưu chính")
    case.publicise(by=mai, on=date(2026, 8, 5), form="hop", start_on=date(2026, 8, 5), until=None)
    told = refusal(case.close, by=minh, on=date(2026, 9, 3))
    assert str(told) == "Chưa thể kết thúc vụ việc: quyết định chưa có hiệu lực."
    case.close(by=minh, on=date(2026, 9, 4))


def test_complexity_is_not_found_once_the_time_is_over(accepted, ha):
    case = accepted()
    with pytest.raises((Refused, DeadlineError), match="đã hết"):
        case.mark_complex(by=ha, on=date(2026, 8, 20), criterion="b", ground="Hai nội dung.")
    assert not case.complexities.exists()


def test_complexity_has_a_criterion_since_the_reform(accepted, ha):
    told = refusal(accepted().mark_complex, by=ha, on=date(2026, 8, 3), criterion="", ground="Khó.")
    assert told.field == "criterion"


def test_no_suspension_before_the_reform(accepted, ha):
    case = accepted(date(2026, 6, 10), received_on=date(2026, 6, 5))
    told = refusal(case.suspend, by=ha, on=date(2026, 6, 20), ground="tro_ngai", reason="Ốm.")
    assert str(told).startswith("Trước ngày 01/7/2026")


def test_termination_for_withdrawal_needs_the_withdrawal(accepted, ha):
    told = refusal(
        accepted().terminate, by=ha, on=date(2026, 7, 20), ground="rut_don", reason="Đã rút."
    )
    assert str(told) == "Chưa ghi nhận việc rút toàn bộ khiếu nại."


def test_nothing_is_counted_twice_for_a_paper_that_has_its_number(accepted, mai):
    case = accepted()
    paper = case.papers.get()
    told = refusal(
        paper.number_it, number="97/TB", dated_on=date(2026, 7, 15), on=date(2026, 7, 15)
    )
    assert str(told) == "Thông báo thụ lý giải quyết khiếu nại đã có số 96/TB-SLĐTBXH."


def test_a_resumption_is_not_dated_before_the_suspension(accepted, ha, mai):
    case = accepted(date(2026, 8, 3), received_on=date(2026, 7, 27))
    case.suspend(by=ha, on=date(2026, 8, 24), ground="tro_ngai", reason="Ốm nặng.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 8, 24), "5/QĐ")
    case.resume(by=ha, on=date(2026, 9, 1))
    told = refusal(
        case.send_out,
        by=mai,
        on=date(2026, 9, 1),
        paper=case.papers.waiting().get(),
        number="6/QĐ",
        dated_on=date(2026, 8, 20),
    )
    assert told.field == "dated_on"
