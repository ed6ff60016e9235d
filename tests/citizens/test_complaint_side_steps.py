"""Side steps: refusal, withdrawal, termination, suspension, dialogue, complexity."""

from datetime import date

from tests.citizens.conftest import number


def test_a_refusal_ends_the_case_on_the_date_of_its_notice(complaint, ha, mai):
    case = complaint()
    case.decline(by=ha, on=date(2026, 7, 9), ground="k6", reason="Đơn gửi sau hai năm.")
    number(case, mai, "tb_khong_thu_ly", date(2026, 7, 10))
    assert (case.stage, case.closed_on) == ("khong-thu-ly", date(2026, 7, 10))
    assert not case.clocks.open().exists()
    assert case.petition.ground.startswith("Hết thời hiệu")
    assert "khoản 6 Điều 11" in case.petition.ground


def test_a_withdrawal_is_recorded_and_then_the_settler_terminates(accepted, minh, ha, mai):
    case = accepted()
    case.withdraw(by=minh, on=date(2026, 7, 20), stated_on=date(2026, 7, 17), form="don")
    assert case.stage == "da-thu-ly"
    case.terminate(by=ha, on=date(2026, 7, 21), ground="rut_don", reason="Người khiếu nại rút đơn.")
    number(case, mai, "qd_dinh_chi", date(2026, 7, 21), "5/QĐ")
    assert (case.outcome, case.closed_on) == ("rut_don", date(2026, 7, 21))


def test_a_part_withdrawn_leaves_the_clock_alone(accepted, minh):
    case = accepted()
    before = case.due_on
    case.withdraw_part(
        by=minh,
        on=date(2026, 7, 20),
        stated_on=date(2026, 7, 20),
        form="don",
        content="Rút nội dung về mai táng phí.",
    )
    assert (case.stage, case.due_on) == ("da-thu-ly", before)


def test_a_suspended_case_is_late_for_nothing(accepted, ha, mai):
    case = accepted(date(2026, 8, 3), received_on=date(2026, 7, 27))
    case.suspend(by=ha, on=date(2026, 8, 24), ground="cho_ket_qua", reason="Chờ giám định.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 8, 24), "5/QĐ")
    assert case.standing(as_of=date(2026, 12, 1)).words == "Đang tạm đình chỉ, chưa tính hạn"


def test_a_resumed_case_stands_where_it_stood(verifying, ha, mai):
    case = verifying()
    case.suspend(by=ha, on=date(2026, 7, 20), ground="tro_ngai", reason="Ốm nặng.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 7, 20), "5/QĐ")
    case.resume(by=ha, on=date(2026, 7, 27))
    number(case, mai, "qd_tiep_tuc", date(2026, 7, 27), "6/QĐ")
    assert case.stage == "dang-xac-minh"
    assert case.settling_clock().due == date(2026, 8, 20)


def test_two_pauses_add_up(verifying, ha, mai):
    case = verifying()
    for n, (begin, end) in enumerate([(20, 22), (24, 29)]):
        case.suspend(by=ha, on=date(2026, 7, begin), ground="tro_ngai", reason="Ốm.")
        number(case, mai, "qd_tam_dinh_chi", date(2026, 7, begin), f"{n}1/QĐ")
        case.resume(by=ha, on=date(2026, 7, end))
        number(case, mai, "qd_tiep_tuc", date(2026, 7, end), f"{n}2/QĐ")
    assert case.settling_clock().due == date(2026, 8, 20)  # 14/7 + 30 + 2 + 5 days


def test_where_request_and_findings_differ_a_dialogue_comes_first(verified, ha, mai):
    case = verified(differs=True)
    step = case.workflow["settle"]
    assert "chưa tổ chức đối thoại" in step.missing(case)
    case.invite(by=ha, on=date(2026, 7, 30), held_on=date(2026, 8, 5), place="Phòng họp 1")
    case.hold_dialogue(by=ha, on=date(2026, 8, 5), held_on=date(2026, 8, 5), minutes="Đã trao đổi.")
    assert step.missing(case) == ""


def test_complexity_counts_from_acceptance_and_keeps_both_dates(accepted, ha):
    case = accepted()
    case.mark_complex(by=ha, on=date(2026, 8, 3), criterion="b", ground="Có hai nội dung.")
    assert case.due_on == date(2026, 8, 28)
    assert case.complexities.get().criterion == "b"


def test_the_member_of_a_team_sees_the_case(verifying, lan, minh, dung):
    case = verifying()
    for user in (lan, minh):
        assert type(case).objects.visible_to(user, on=date(2026, 7, 16)).filter(pk=case.pk)


def test_feedback_is_answered_and_ends_with_the_letter(feedback, binh, mai, units, ha):
    case = feedback()
    case.answer(by=ha, on=date(2026, 7, 15), conclusion="Sở đã lắp mái che.")
    assert case.closed_on is None
    number(case, mai, "vb_tra_loi", date(2026, 7, 16), "12/SLĐTBXH")
    assert (case.stage, case.closed_on) == ("da-tra-loi", date(2026, 7, 16))
    assert case.notes.to_citizen().get().text == "Sở đã lắp mái che."
