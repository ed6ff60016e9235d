"""From the envelope to the end: stages, time limits, and what the register is told."""

from datetime import date

import pytest

from citizens.models import DenunciationEntry, Petition
from portal.workflow import Refused

MONDAY = date(2026, 7, 6)


def due(case, rule: str) -> date | None:
    return case.clocks.filter(rule=rule).latest("pk").due


def running(case) -> set[str]:
    return {*case.clocks.open().values_list("rule", flat=True)}


def test_the_case_has_the_number_of_its_envelope(way):
    case = way.examined()
    assert (case.code, case.get_absolute_url()) == ("NTC-2026-0001", "/to-cao/NTC-2026-0001/")
    assert [str(each) for each in case.denounced.all()] == ["Phan Văn Kỷ, Trưởng phòng B"]
    assert case.allegations.count() == 2


def test_initial_handling_takes_seven_working_days_and_ten_in_several_places(way):
    thursday = date(2026, 2, 12)
    assert due(way.examined(on=thursday), "TC_XLBD") == date(2026, 3, 2)  # E26
    assert due(way.examined(on=thursday, several_places=True), "TC_XLBD") == date(2026, 3, 5)  # E27


def test_forwarding_takes_five_working_days_from_the_receipt(way, binh):
    case = way.examined(on=date(2025, 12, 31))
    case.forward(by=binh, on=date(2026, 1, 5), addressee="Thanh tra tỉnh", ground="Khác cấp.")
    assert due(case, "TC_CHUYEN") == date(2026, 1, 9)  # E28
    way.sent(case, "phieu_chuyen", on=date(2026, 1, 6))
    assert (case.stage, case.closed_on, running(case)) == ("da-chuyen", date(2026, 1, 6), set())
    assert case.papers.waiting().get().goes_to_denouncer


def test_the_notices_go_to_both_sides_in_five_working_days(way):
    case = way.accepted(on=date(2025, 4, 24))
    assert due(case, "TC_TB_THU_LY") == date(2025, 5, 5)  # E29
    case.notify(by=way.ha, on=date(2025, 4, 25))
    way.sent(case, "tb_noi_dung", on=date(2025, 4, 25))
    assert "TC_TB_THU_LY" in running(case)
    way.sent(case, "tb_thu_ly", on=date(2025, 4, 26))
    assert "TC_TB_THU_LY" not in running(case)


def test_acceptance_starts_thirty_days_from_the_date_of_the_decision(way):
    case = way.accepted(on=date(2025, 12, 2))
    assert due(case, "TC_GQ") == date(2026, 1, 5)  # E30
    assert "TC_XLBD" not in running(case)
    letter = Petition.objects.get(sealed=True)
    assert (letter.handling, letter.handled_on) == ("thu_ly", date(2025, 12, 2))
    assert DenunciationEntry.objects.get().accepted_on == date(2025, 12, 2)


@pytest.mark.parametrize(
    ("criteria", "ends"),
    [(["dia_diem"], [date(2026, 2, 2)]),  # E31
     (["dia_diem", "noi_dung"], [date(2026, 2, 2), date(2026, 3, 2)])],  # E32
)  # fmt: skip
def test_extensions_are_counted_from_the_day_before_it_rolled(way, criteria, ends):
    case = way.accepted(on=date(2025, 12, 2))
    for at, end in enumerate(ends):
        on = date(2025, 12, 20) if at == 0 else date(2026, 1, 20)
        case.extend(by=way.ha, on=on, criteria=criteria, ground="Nhiều nơi.")
        way.sent(case, "qd_gia_han", on=on)
        assert due(case, "TC_GQ") == end
    with pytest.raises(Refused):
        case.extend(by=way.ha, on=on, criteria=criteria[:1], ground="Lần nữa.")


def test_an_extension_may_be_shorter_and_the_second_goes_on_from_it(way):
    case, both = way.accepted(on=date(2025, 12, 2)), ["dia_diem", "noi_dung"]
    for on, days, end in (
        (date(2025, 12, 20), 10, date(2026, 1, 12)),
        (date(2026, 1, 10), 30, date(2026, 2, 10)),
    ):
        case.extend(by=way.ha, on=on, criteria=both, ground="Nhiều nơi.", days=days)
        way.sent(case, "qd_gia_han", on=on)
        assert due(case, "TC_GQ") == end
    told = case.settling_clock().computed()
    assert (told.granted, "+ 10 ngày" in [row.label for row in told.rows()]) == ((10, 30), True)


def test_no_extension_is_longer_than_the_law_allows(way):
    case = way.accepted(on=date(2025, 12, 2))
    facts = {"criteria": ["dia_diem"], "ground": "Nhiều nơi.", "days": 31}
    with pytest.raises(Refused, match="không quá 30 ngày"):
        case.extend(by=way.ha, on=date(2025, 12, 6), **facts)


def test_an_extension_after_the_last_day_is_refused(way):
    case = way.accepted(on=date(2025, 12, 2))
    with pytest.raises(Refused, match="đã hết"):
        case.extend(by=way.ha, on=date(2026, 1, 6), criteria=["dia_diem"], ground="Muộn.")


def test_the_time_of_a_suspension_is_not_counted(way):
    case = way.accepted()
    case.suspend(by=way.ha, on=date(2026, 7, 20), ground="cho_ket_qua", reason="Chờ kết quả.")
    way.sent(case, "qd_tam_dinh_chi", on=date(2026, 7, 20))
    assert (case.stage, due(case, "TC_GQ")) == ("tam-dinh-chi", None)
    case.resume(by=way.ha, on=date(2026, 8, 17))
    way.sent(case, "qd_tiep_tuc", on=date(2026, 8, 17))
    assert (case.stage, due(case, "TC_GQ")) == ("da-thu-ly", date(2026, 9, 3))  # E33


def test_the_time_of_an_expert_opinion_is_not_counted(way):
    case = way.accepted()
    case.seek_expertise(by=way.ha, on=date(2026, 7, 20), body="Viện", question="Chữ ký.")
    way.sent(case, "vb_giam_dinh", on=date(2026, 7, 20))
    case.receive_expertise(by=way.lan, on=date(2026, 8, 17), received_on=date(2026, 8, 17))
    assert due(case, "TC_GQ") == date(2026, 9, 3)


def test_after_the_conclusion_it_is_sent_acted_upon_and_published(way, minh, dung):
    case = way.concluded(team=(minh, dung), on=date(2026, 8, 4))
    assert running(case) == {"TC_GUI_KL", "TC_XU_LY", "TC_CONG_KHAI"}
    entry = DenunciationEntry.objects.get()
    assert (entry.concluded_on, entry.outcome) == (date(2026, 8, 4), "dung")


@pytest.mark.parametrize(
    ("rule", "last"), [("TC_GUI_KL", 26), ("TC_XU_LY", 28), ("TC_CONG_KHAI", 28)]
)
def test_the_duties_after_a_conclusion_end_as_the_examples_say(way, rule, last):
    case = way.examined()
    case.start_clock(rule, on=date(2026, 8, 20))
    assert due(case, rule) == date(2026, 8, last)  # E34, E35


def test_the_press_hears_in_twenty_days_and_a_further_one_too(way):
    pressed = way.examined(on=date(2026, 8, 10), channel="chuyen_den")
    assert due(pressed, "TC_BAO_CHI") == date(2026, 9, 3)  # E36
    further = way.examined(on=date(2026, 3, 9), level=2)
    assert due(further, "TC_TIEP") == date(2026, 3, 30)  # E37
    assert "TC_XLBD" not in running(further)


def test_an_overdue_first_settler_is_asked_and_has_five_days_to_answer(way):
    case = way.examined(level=2, overdue=True)
    case.demand_report(by=way.ha, on=MONDAY)
    way.sent(case, "yc_bao_cao", on=MONDAY)
    assert running(case) == {"TC_QUA_HAN_2"}
    case.record_report(by=way.lan, on=date(2026, 7, 9), reported_on=date(2026, 7, 9))
    assert running(case) == set()


def test_it_closes_once_everything_is_done(way, minh, dung):
    case, day = way.concluded(team=(minh, dung)), date(2026, 7, 22)
    with pytest.raises(Refused, match="chưa được gửi"):
        case.close(by=way.lan, on=day)
    case.serve(by=way.lan, on=day, served_on=day)
    case.publicise(by=way.lan, on=day, form="niem_yet", start_on=day, until=date(2026, 8, 10))
    case.act_on(by=way.lan, on=day, kind="xu_ly", content="Kiểm điểm.", people=1, ordered_on=day)
    case.report_result(by=way.ha, on=day)
    way.sent(case, "tb_ket_qua", on=day)
    with pytest.raises(Refused, match="1 nội dung chưa thi hành xong"):
        case.close(by=way.lan, on=day)
    carried = {"execution": case.executions_now().get(), "done_on": day, "finished": True}
    case.carry_out(by=way.lan, on=day, people=1, result="Khiển trách.", **carried)
    case.close(by=way.lan, on=day)
    assert (case.stage, case.closed_on, running(case)) == ("da-ket-thuc", day, set())
    assert DenunciationEntry.objects.get().closed_on == day


def test_a_posting_lasts_fifteen_days(way, minh, dung):
    case, day = way.concluded(team=(minh, dung)), date(2026, 7, 22)
    with pytest.raises(Refused, match="15 ngày"):
        case.publicise(by=way.lan, on=day, form="cong", start_on=day, until=date(2026, 7, 30))


def test_a_withdrawal_does_not_end_what_must_go_on(way):
    case, day = way.accepted(), date(2026, 7, 8)
    case.withdraw(by=way.lan, on=day, stated_on=day, form="don", goes_on="ep_buoc")
    with pytest.raises(Refused, match="Điều 33"):
        case.terminate(by=way.ha, on=day, ground="rut_don", reason="Đã rút.")
    case.withdraw(by=way.lan, on=day, stated_on=day, form="don")
    case.terminate(by=way.ha, on=day, ground="rut_don", reason="Đã rút.")
    way.sent(case, "qd_dinh_chi", on=day)
    assert (case.stage, case.outcome) == ("da-dinh-chi", "rut_don")
    assert DenunciationEntry.objects.get().outcome == "rut_don"


def test_nobody_known_but_clear_evidence_goes_to_inspection(way):
    case = way.examined()
    case.pass_to_inspection(by=way.ha, on=MONDAY, addressee="Thanh tra tỉnh", reason="Rõ.")
    way.sent(case, "vb_thanh_tra", on=MONDAY)
    letter = Petition.objects.get(sealed=True)
    assert (letter.handling, letter.eligible) == ("luu", False)


def test_what_is_not_accepted_ends_with_its_ground(way):
    case = way.examined()
    case.decline(by=way.ha, on=MONDAY, ground="co_so", reason="Không có cơ sở.")
    way.sent(case, "tb_khong_thu_ly", on=MONDAY)
    assert (case.stage, Petition.objects.get(sealed=True).handling) == (
        "khong-thu-ly", "khong_thu_ly"
    )  # fmt: skip


def test_a_team_has_two_and_nobody_bound(way, minh, dung):
    case = way.accepted()
    with pytest.raises(Refused, match="hai người"):
        case.order_verification(by=way.ha, on=MONDAY, lead=minh, members=[minh], days=9)
    case.exclude(by=way.lan, on=MONDAY, user=minh, reason="lien_quan")
    with pytest.raises(Refused, match="không được tham gia"):
        case.order_verification(by=way.ha, on=MONDAY, lead=dung, members=[minh], days=9)


def test_what_is_to_be_done_is_one_thing_in_words_and_figures(way, minh, dung):
    case, day = way.concluded(team=(minh, dung)), date(2026, 7, 22)
    case.act_on(by=way.lan, on=day, kind="thu_tien", content="Thu hồi.", amount=120, ordered_on=day)
    row, words = case.executions_now().get(), case.measures.get()
    assert (words.execution, words.content, row.content) == (row, "Thu hồi.", "")
    done = {"execution": row, "done_on": day}
    case.carry_out(by=way.lan, on=day, amount=100, result="Đã nộp một phần.", **done)
    assert row.left == 20
    case.carry_out(by=way.lan, on=day, amount=20, **done)
    words.refresh_from_db()
    assert (words.execution.done_on, words.result) == (day, "Đã nộp một phần.")


def test_what_was_written_by_mistake_goes_with_its_words(way, minh, dung):
    case, day = way.concluded(team=(minh, dung)), date(2026, 7, 22)
    case.act_on(by=way.lan, on=day, kind="khac", content="Chấn chỉnh.", ordered_on=day)
    row = case.executions_now().get()
    case.drop_execution(by=way.lan, on=day, execution=row, reason="Ghi nhầm")
    assert (case.measures.count(), case.executions_now().count()) == (0, 0)
    case.act_on(by=way.lan, on=day, kind="khong", ordered_on=day)
    assert (case.measures.get().execution, case.not_carried_out()) == (None, "")


def test_a_letter_whose_case_was_opened_is_carried_out_there(way, minh, dung):
    case, day = way.concluded(team=(minh, dung)), date(2026, 7, 22)
    with pytest.raises(Refused, match="theo dõi ở vụ việc"):
        case.petition.add_execution(by=way.lan, on=day, what="khac", unit=case.unit)
