"""The worked examples of the law's periods, met on the way of a real complaint."""

from datetime import date

import pytest

from citizens.models import Clock
from tests.citizens.conftest import number


def due(case, rule):
    return Clock.objects.get(case=case, rule=rule).due


@pytest.fixture
def accepted_on(classified, lan, minh, ha, mai, units, communes):
    """A complaint received and accepted on one day; far away, or at the second level, if asked."""

    def accept(day, *, remote=False, level=1):
        place = communes["na-khoang" if remote else "an-phu"]
        petition = classified(day, commune=place, level=level)
        facts = {"unit": units["nguoi-co-cong"], "officer": minh, "summary": "Đủ điều kiện."}
        if level == 1:
            case = petition.propose(by=lan, on=day, **facts)
        else:
            first = "Quyết định số 01/QĐ-TTDVVL ngày 02/3/2026"
            case = petition.open_second_level(by=lan, on=day, first_decision=first, **facts)
        case.accept(by=ha, on=day)
        number(case, mai, "tb_thu_ly", day)
        return case

    return accept


@pytest.fixture
def decided_on(accepted_on, ha, lan, minh, mai):
    def decide(day, *, accepted, level=1, remote=False):
        case = accepted_on(accepted, level=level, remote=remote)
        case.order_verification(by=ha, on=accepted, lead=minh, members=[lan], days=5)
        number(case, mai, "qd_xac_minh", accepted, "2/QĐ-SLĐTBXH")
        case.report_findings(
            by=minh, on=day, text="Đã làm rõ.", proposal="dung" if level == 1 else "cong_nhan"
        )
        if level == 2:
            case.invite(by=ha, on=day, held_on=day, place="Phòng họp 1")
            number(case, mai, "giay_moi", day, "3/GM-SLĐTBXH")
            case.hold_dialogue(by=ha, on=day, held_on=day, minutes="Hai bên nêu ý kiến.")
        outcome = "dung" if level == 1 else "cong_nhan"
        case.settle(by=ha, on=day, outcome=outcome, conclusion="Kết luận.")
        number(case, mai, "qd_giai_quyet", day, "4/QĐ-SLĐTBXH")
        return case

    return decide


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        pytest.param(date(2026, 6, 5), date(2026, 6, 15), id="E04"),
        pytest.param(date(2026, 6, 25), date(2026, 7, 6), id="E05"),
        pytest.param(date(2026, 7, 6), date(2026, 7, 15), id="E06"),
        pytest.param(date(2026, 8, 25), date(2026, 9, 8), id="E07"),
        pytest.param(date(2026, 8, 19), date(2026, 8, 27), id="E08"),
    ],
)
def test_acceptance_is_due_by_the_rule_of_the_day_of_receipt(complaint, received, last_day):
    assert due(complaint(received), "KN_THU_LY") == last_day


@pytest.mark.parametrize(
    ("accepted", "how", "complex_since", "last_day"),
    [
        pytest.param(date(2026, 5, 12), {}, None, date(2026, 6, 11), id="E09"),
        pytest.param(date(2026, 1, 16), {}, None, date(2026, 2, 23), id="E10"),
        pytest.param(date(2026, 3, 2), {}, date(2026, 3, 20), date(2026, 4, 16), id="E11"),
        pytest.param(
            date(2025, 3, 10), {"remote": True}, date(2025, 4, 1), date(2025, 5, 9), id="E12"
        ),
        pytest.param(date(2026, 3, 18), {"level": 2}, None, date(2026, 5, 4), id="E13"),
        pytest.param(
            date(2026, 3, 18), {"level": 2, "remote": True}, None, date(2026, 5, 18), id="E14"
        ),
        pytest.param(
            date(2026, 3, 18),
            {"level": 2, "remote": True},
            date(2026, 4, 10),
            date(2026, 5, 27),
            id="E15",
        ),
    ],
)
def test_settling_is_due_by_level_place_and_complexity(
    accepted_on, ha, accepted, how, complex_since, last_day
):
    case = accepted_on(accepted, **how)
    if complex_since:
        case.mark_complex(by=ha, on=complex_since, criterion="b", ground="Có hai nội dung.")
    assert case.settling_clock().due == case.due_on == last_day


def test_a_first_decision_is_sent_in_three_working_days_e16(decided_on):
    case = decided_on(date(2026, 4, 29), accepted=date(2026, 4, 6))
    assert due(case, "KN_GUI1") == date(2026, 5, 6)


def test_a_second_decision_is_sent_in_seven_days_e17(decided_on):
    case = decided_on(date(2026, 4, 24), accepted=date(2026, 4, 6), level=2)
    assert due(case, "KN_GUI2") == date(2026, 5, 4)


def test_a_decision_is_made_public_in_fifteen_days_e18(decided_on):
    case = decided_on(date(2026, 8, 17), accepted=date(2026, 8, 3))
    assert due(case, "KN_CONG_KHAI") == date(2026, 9, 3)


def test_a_decision_takes_effect_after_thirty_days_e23(decided_on):
    case = decided_on(date(2026, 8, 4), accepted=date(2026, 7, 20))
    assert due(case, "KN_HIEU_LUC") == date(2026, 9, 3)
    assert not case.in_effect_on(date(2026, 9, 3))
    assert case.in_effect_on(date(2026, 9, 4))


@pytest.mark.parametrize(
    ("remote", "last_day"),
    [
        pytest.param(False, date(2026, 9, 3), id="E19"),
        pytest.param(True, date(2026, 9, 17), id="E20"),
    ],
)
def test_the_second_complaint_is_open_from_the_service_of_the_decision(
    decided_on, mai, remote, last_day
):
    case = decided_on(date(2026, 7, 31), accepted=date(2026, 7, 20), remote=remote)
    case.serve(by=mai, on=date(2026, 8, 3), served_on=date(2026, 8, 3), way="Giao trực tiếp")
    assert due(case, "KN_LAN2") == last_day
    assert case.due_on == due(case, "KN_CONG_KHAI")


def test_a_suspension_adds_its_days_e25(accepted_on, ha, mai):
    case = accepted_on(date(2026, 8, 3))
    case.suspend(by=ha, on=date(2026, 8, 24), ground="tro_ngai", reason="Ông ốm nặng.")
    number(case, mai, "qd_tam_dinh_chi", date(2026, 8, 24), "5/QĐ-SLĐTBXH")
    assert case.settling_clock().due is None
    case.resume(by=ha, on=date(2026, 9, 14))
    number(case, mai, "qd_tiep_tuc", date(2026, 9, 14), "6/QĐ-SLĐTBXH")
    assert case.settling_clock().due == date(2026, 9, 23)


def test_acceptance_recorded_late_is_late_and_no_error(complaint):
    case = complaint(date(2026, 7, 6))
    assert case.standing(as_of=date(2026, 7, 17)).words == "Quá hạn 2 ngày làm việc"
