"""One complaint's way through the house, and the date of every clock on it."""

from datetime import date

from citizens.models import Case, Clock
from portal import history
from portal.submissions import readers
from tests.citizens.conftest import number


def due(case, rule):
    return Clock.objects.get(case=case, rule=rule).due


def test_acceptance_is_due_seven_working_days_after_receipt(complaint):
    case = complaint(date(2026, 7, 6))
    assert (case.code, case.due_key) == ("KN-2026-0001", date(2026, 7, 15))


def test_period_for_settling_runs_from_the_date_of_the_notice_not_from_the_click(
    complaint, ha, mai
):
    case = complaint()
    case.accept(by=ha, on=date(2026, 7, 9))
    number(case, mai, "tb_thu_ly", date(2026, 7, 10), on=date(2026, 7, 13))
    assert case.accepted_on == date(2026, 7, 10)
    assert due(case, "KN_GQ1") == date(2026, 8, 10)


def test_straight_way(accepted, ha, minh, lan, mai):
    case = accepted()
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=15)
    number(case, mai, "qd_xac_minh", date(2026, 7, 15), "97/QĐ-SLĐTBXH")
    case.report_findings(by=minh, on=date(2026, 7, 29), text="Đã đối chiếu.", proposal="dung")
    case.settle(by=ha, on=date(2026, 8, 3), outcome="dung", conclusion="Khiếu nại đúng.")
    number(case, mai, "qd_giai_quyet", date(2026, 8, 4), "118/QĐ-SLĐTBXH")
    assert case.decided_on == date(2026, 8, 4)
    assert due(case, "KN_GUI1") == date(2026, 8, 7)
    assert due(case, "KN_HIEU_LUC") == date(2026, 9, 3)
    case.serve(by=mai, on=date(2026, 8, 5), served_on=date(2026, 8, 5), way="Bưu chính bảo đảm")
    case.publicise(
        by=mai,
        on=date(2026, 8, 10),
        form="niem_yet",
        start_on=date(2026, 8, 10),
        until=date(2026, 8, 26),
    )
    case.close(by=minh, on=date(2026, 9, 7))
    assert Case.objects.get().stage == "da-ket-thuc"
    assert not Clock.objects.open().exists()
    assert history.verify().intact


def test_the_petition_officer_prepares_acceptance_for_a_case_of_another_unit(
    complaint, lan, binh, ha
):
    case, on = complaint(date(2026, 7, 6)), date(2026, 7, 7)
    assert case.workflow["accept"].may_prepare(lan, case, on=on)
    line = readers(case, case.workflow["accept"], prepared_by=lan, on=on)
    assert [position.user for position in line] == [binh, ha]


def test_a_member_of_the_team_writes_notes_on_the_case(accepted, ha, minh, lan, units):
    case, on = accepted(), date(2026, 7, 16)
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=15)
    case.assign(by=ha, on=on, unit=units["lao-dong"])
    case.write(by=minh, on=on, text="Đã lập biên bản làm việc tại xã.")
    assert case.notes.get().by == minh
