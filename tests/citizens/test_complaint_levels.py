"""Second level, a unit's own seal, discipline, labour: which law, which clock, who decides."""

from datetime import date

import pytest
import time_machine

from citizens.models import Case, Clock
from citizens.telling import told_of
from citizens.words.petition import limitation_words
from portal.office import Setting
from portal.people import Position
from portal.submissions import readers
from portal.workflow import Refused
from tests.cast import LONG_AGO, client_of
from tests.citizens.conftest import number

MONDAY = date(2026, 7, 6)


def test_a_unit_with_its_own_seal_has_its_own_book_and_settler(own, center, kien, tam, ha):
    case = own()
    assert (case.code, case.settler) == ("KNTTDVVL-2026-0001", Position.objects.get(user=kien))
    assert readers(case, case.workflow["accept"], prepared_by=tam, on=MONDAY) == [case.settler]
    with pytest.raises(Refused, match="thủ trưởng"):
        case.accept(by=ha, on=MONDAY)


def test_whoever_settles_under_their_own_seal_signs_in_no_ones_place(own, kien):
    case = own()
    case.accept(by=kien, on=MONDAY)
    assert case.papers.get().capacity == ""


def test_a_unit_without_a_seal_settles_nothing_by_itself(classified, lan, units):
    with pytest.raises(Refused, match="con dấu riêng") as refusal:
        classified(MONDAY).propose(
            by=lan, on=MONDAY, unit=units["lao-dong"], summary="x", under_own_seal=True
        )
    assert refusal.value.field == "settled_by"


def test_the_citizen_is_told_who_decided_and_who_is_next(own_settled):
    told = told_of(own_settled().petition, as_of=date(2026, 7, 13), phone="1").sentence
    assert "Trung tâm Dịch vụ việc làm đã ban hành Quyết định số 9/QĐ-TTDVVL" in told
    assert "khiếu nại lần hai đến Giám đốc Sở trong 30 ngày" in told
    assert "đến hết ngày 10/8/2026" in told


def test_the_second_level_is_a_linked_case_of_the_director(second, ha, mai):
    case = second()
    assert (case.code, case.level, case.settling_unit) == ("KN-2026-0001", 2, None)
    assert case.first_case.code == "KNTTDVVL-2026-0001"
    assert case.matter == case.first_case.matter
    case.accept(by=ha, on=date(2026, 7, 22))
    number(case, mai, "tb_thu_ly", date(2026, 7, 22))
    assert case.settling_clock().rule == "KN_GQ2"
    assert case.due_on == date(2026, 9, 7)  # 22/7 + 45 days is a Saturday


def test_at_the_second_level_the_director_holds_the_dialogue_himself(
    second, ha, dung, minh, lan, mai
):
    case, on = second(), date(2026, 7, 24)
    case.accept(by=ha, on=on)
    number(case, mai, "tb_thu_ly", on)
    case.order_verification(by=ha, on=on, lead=minh, members=[lan], days=10)
    case.report_findings(by=minh, on=on, text="x", proposal="cong_nhan")
    assert "phải làm ở lần hai" in case.workflow["settle"].missing(case)
    case.invite(by=ha, on=on, held_on=date(2026, 8, 3), place="Phòng họp")
    facts = {"on": date(2026, 8, 3), "held_on": date(2026, 8, 3), "minutes": "Hai bên nêu ý kiến."}
    for other in (minh, dung):
        with pytest.raises(Refused, match="chính người giải quyết"):
            case.hold_dialogue(by=other, **facts)
    case.hold_dialogue(by=ha, prepared_by=minh, **facts)
    assert case.workflow["settle"].missing(case) == ""


def test_a_decision_of_the_director_leads_to_the_province_not_back_here(
    settled, second_letter, lan, units
):
    with pytest.raises(Refused, match="Chủ tịch Ủy ban nhân dân tỉnh") as refusal:
        second_letter().open_second_level(
            by=lan, on=date(2026, 8, 10), unit=units["lao-dong"], summary="x", first_case=settled()
        )
    assert refusal.value.field == "code"


def test_the_second_level_waits_for_the_first_or_for_its_lateness(
    own, kien, mai, second_letter, lan, units
):
    first = own()
    first.accept(by=kien, on=date(2026, 7, 7))
    number(first, mai, "tb_thu_ly", date(2026, 7, 7))
    letter = second_letter(date(2026, 8, 10))
    facts = {"unit": units["lao-dong"], "summary": "x", "first_case": first}
    with pytest.raises(Refused, match="còn trong thời hạn giải quyết lần đầu, đến hết ngày 06/8"):
        letter.open_second_level(by=lan, on=date(2026, 8, 6), **facts)
    second = letter.open_second_level(by=lan, on=date(2026, 8, 10), **facts)
    assert second.level == 2


def test_an_overdue_first_level_passes_up_when_the_second_accepts(
    own, kien, mai, second_letter, lan, units, ha
):
    first = own()
    first.accept(by=kien, on=date(2026, 7, 7))
    number(first, mai, "tb_thu_ly", date(2026, 7, 7))
    on = date(2026, 8, 10)
    second = second_letter(on).open_second_level(
        by=lan, on=on, unit=units["lao-dong"], summary="x", first_case=first
    )
    second.accept(by=ha, on=on)
    number(second, mai, "tb_thu_ly", on, "20/TB")
    first = Case.objects.get(pk=first.pk)
    assert (first.stage, first.closed_on) == ("chuyen-lan-hai", on)
    told = told_of(first.petition, as_of=on, phone="1")
    assert "Giám đốc Sở thụ lý giải quyết lần hai" in told.sentence


def test_the_unit_that_decided_first_does_not_prepare_the_second(
    own_settled, second_letter, lan, center
):
    with pytest.raises(Refused, match="chọn đơn vị khác"):
        second_letter().open_second_level(
            by=lan, on=date(2026, 7, 20), unit=center, summary="x", first_case=own_settled()
        )


# discipline and labour


def test_discipline_has_its_own_periods_and_always_a_dialogue(
    classified, lan, ha, mai, minh, units
):
    petition = classified(MONDAY)
    petition.classify(
        by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=True, regime="buoc_thoi_viec"
    )
    case = petition.propose(
        by=lan, on=MONDAY, unit=units["nguoi-co-cong"], officer=minh, summary="x"
    )
    case.accept(by=ha, on=MONDAY)
    number(case, mai, "tb_thu_ly", MONDAY)
    assert case.settling_clock().rule == "KN_GQ_KL"
    case.order_verification(by=ha, on=MONDAY, lead=minh, members=[lan], days=5)
    case.report_findings(by=minh, on=MONDAY, text="x", proposal="sai")
    assert "khiếu nại kỷ luật" in case.workflow["settle"].missing(case)


def test_after_a_dismissal_one_complains_again_within_thirty_days(classified, lan, ha, mai, units):
    petition = classified(MONDAY)
    petition.classify(
        by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=True, regime="buoc_thoi_viec"
    )
    case = petition.propose(by=lan, on=MONDAY, unit=units["nguoi-co-cong"], summary="x")
    case.accept(by=ha, on=MONDAY)
    number(case, mai, "tb_thu_ly", MONDAY)
    case.settle_at_once(by=ha, on=MONDAY, rechecked="x", conclusion="x", draft="x")
    number(case, mai, "qd_giai_quyet", MONDAY, "9/QĐ")
    case.serve(by=mai, on=MONDAY, served_on=MONDAY, way="Trực tiếp")
    assert Clock.objects.get(case=case, rule="KN_THOI_HIEU_KL2").due == date(2026, 8, 5)


def test_a_labour_complaint_is_accepted_within_seven_working_days_e39(classified, lan):
    on = date(2025, 4, 23)
    petition = classified(on)
    petition.classify(
        by=lan, on=on, kind="khieu_nai", eligible=True, competent=True, regime="lao_dong"
    )
    rules = dict(petition.clocks.values_list("rule", "due"))
    assert rules["LD_THU_LY"] == date(2025, 5, 6)
    assert "KN_THU_LY" not in rules


def test_the_limitation_of_labour_complaints_says_that_its_ground_is_unchecked(classified, lan):
    petition = classified(known_on=date(2026, 1, 5))
    petition.classify(
        by=lan, on=date(2026, 7, 6), kind="khieu_nai", eligible=True, competent=True,
        regime="lao_dong",
    )  # fmt: skip
    assert limitation_words(petition) == "đến hết ngày 06/7/2026; căn cứ chưa kiểm tra"


def test_the_limitation_of_other_complaints_is_read_in_the_law(classified):
    petition = classified(known_on=date(2026, 4, 6))
    assert limitation_words(petition) == "đến hết ngày 06/7/2026"


def test_before_the_labour_decree_no_limitation_is_reckoned(classified):
    petition = classified(known_on=date(2018, 1, 5), regime="lao_dong")
    assert limitation_words(petition) == ""


def test_who_settles_labour_complaints_second_is_the_offices_setting(
    second_letter, lan, binh, ha, units
):
    Setting.objects.create(name="labour_settler", value="tiep-cong-dan", valid_from=LONG_AGO)
    on = date(2026, 7, 20)
    letter = second_letter(on)
    letter.classify(
        by=lan, on=on, kind="khieu_nai", eligible=True, competent=True, regime="lao_dong", level=2
    )
    case = letter.open_second_level(
        by=lan, on=on, unit=units["lao-dong"], summary="x", first_decision="Công ty A không trả lời"
    )
    assert case.settler.user == binh
    case.accept(by=binh, on=on)


def test_a_second_complaint_keeps_the_first_decision_from_taking_effect(second, ha, mai, minh, lan):
    case, on = second(), date(2026, 7, 22)
    first = case.first_case
    told = told_of(first.petition, as_of=date(2026, 9, 1), phone="1").sentence
    assert "Đã có khiếu nại lần hai đến Giám đốc Sở; quyết định này chưa có hiệu lực" in told
    assert not first.in_effect_on(date(2026, 9, 1))
    case.accept(by=ha, on=on)
    number(case, mai, "tb_thu_ly", on)
    assert Case.objects.get(pk=first.pk).stage == "da-co-quyet-dinh"
    case.order_verification(by=ha, on=on, lead=minh, members=[lan], days=10)
    case.report_findings(by=minh, on=on, text="x", proposal="cong_nhan")
    case.invite(by=ha, on=on, held_on=date(2026, 7, 29), place="Phòng họp")
    held = {"on": date(2026, 7, 29), "held_on": date(2026, 7, 29), "minutes": "x"}
    case.hold_dialogue(by=ha, **held)
    case.settle(by=ha, on=date(2026, 7, 30), outcome="huy_sua", conclusion="x")
    number(case, mai, "qd_giai_quyet", date(2026, 7, 30), "31/QĐ")
    first = Case.objects.get(pk=first.pk)
    assert (first.stage, first.closed_on) == ("da-ket-thuc", date(2026, 7, 30))
    told = told_of(case.petition, as_of=date(2026, 7, 30), phone="1").sentence
    assert "lần hai" not in told
    assert "khởi kiện vụ án hành chính tại Tòa án" in told


def test_the_citizens_own_time_is_never_shown_as_late(own_settled, lan):
    case = own_settled()
    with time_machine.travel("2026-08-20 09:00+07:00", tick=False):
        page = client_of(lan).get(case.get_absolute_url()).content.decode()
    assert "Đã hết ngày 10/8/2026" in page
