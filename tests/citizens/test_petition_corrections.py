"""Đính chính, rút lại: facts put right with their clocks, steps undone on the same day."""

from datetime import date

import pytest

from citizens.models import Case, Clock, Complaint, Petition
from portal import history
from portal.registers import Number
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.conftest import number

MONDAY = date(2026, 7, 6)


def due(petition, rule):
    return Clock.objects.get(petition=petition, rule=rule).due


def test_a_corrected_receipt_moves_the_clocks(classified, lan):
    petition = classified(MONDAY)
    petition.correct(
        by=lan, on=MONDAY, fact="received_on", new=date(2026, 7, 3), reason="Đọc nhầm dấu đến."
    )
    petition.refresh_from_db()
    assert petition.received_on == date(2026, 7, 3)
    assert due(petition, "KN_THU_LY") == date(2026, 7, 14)
    assert petition.due_on == date(2026, 7, 13)


def test_a_corrected_receipt_reaches_the_case(complaint, lan):
    case = complaint(MONDAY)
    case.correct(by=lan, on=MONDAY, fact="received_on", new=date(2026, 7, 3), reason="Đọc nhầm.")
    case, petition = Case.objects.get(), Petition.objects.get()
    assert case.received_on == petition.received_on == date(2026, 7, 3)
    assert case.due_on == date(2026, 7, 14)


def test_a_day_before_the_law_takes_its_clock_away(classified, lan):
    petition = classified(date(2026, 7, 1))
    petition.correct(
        by=lan, on=date(2026, 7, 1), fact="received_on", new=date(2026, 6, 30), reason="Nhầm."
    )
    assert not petition.clocks.filter(rule="DON_45").exists()


def test_history_holds_dates_in_clear_and_names_apart(letter, lan):
    petition = letter(MONDAY)
    petition.correct(by=lan, on=MONDAY, fact="received_on", new=date(2026, 7, 3), reason="Nhầm.")
    petition.correct(by=lan, on=MONDAY, fact="name", new="Đinh Thị Thao", reason="Sai dấu.")
    on_day, on_name = [
        event for event in history.events(petition.stream) if event.step == "correct"
    ]
    assert on_day.facts["change"] == ["2026-07-06", "2026-07-03"]
    assert "Thao" not in str(on_name.facts)
    assert "Thao" in on_name.values["change"]
    assert Petition.objects.get().sender == "Đinh Thị Thao"


def test_an_impossible_receipt_is_refused_at_its_field(letter, lan):
    petition = letter(MONDAY, postmark_on=date(2026, 7, 3))
    with pytest.raises(Refused, match="dấu bưu điện") as refusal:
        petition.correct(by=lan, on=MONDAY, fact="received_on", new=date(2026, 7, 1), reason="x")
    assert refusal.value.field == "new"


def test_a_notice_dated_wrongly_moves_the_period_for_settling(accepted, lan, mai):
    case = accepted(date(2026, 7, 14))
    paper = case.papers.issued().get()
    case.correct(
        by=mai,
        on=date(2026, 7, 15),
        fact="dated_on",
        new=date(2026, 7, 13),
        reason="Ghi nhầm ngày.",
        paper=paper,
    )
    case.refresh_from_db()
    assert case.accepted_on == date(2026, 7, 13)
    assert Clock.objects.get(case=case, rule="KN_GQ1").due == date(2026, 8, 12)
    assert Clock.objects.get(case=case, rule="KN_THU_LY").stopped_on == date(2026, 7, 13)


def test_a_settled_case_keeps_its_closed_clocks(accepted, ha, minh, lan, mai):
    case = accepted(date(2026, 7, 14))
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=15)
    case.report_findings(by=minh, on=date(2026, 7, 29), text="Đã đối chiếu.", proposal="dung")
    case.settle(by=ha, on=date(2026, 8, 3), outcome="dung", conclusion="Đúng.")
    number(case, mai, "qd_giai_quyet", date(2026, 8, 4), "118/QĐ-SLĐTBXH")
    before = Clock.objects.get(case=case, rule="KN_GQ1").due
    case.correct(
        by=lan, on=date(2026, 8, 5), fact="received_on", new=date(2026, 7, 3), reason="Nhầm."
    )
    assert Clock.objects.get(case=case, rule="KN_GQ1").due == before


def test_classification_is_retracted_on_its_day(classified, lan):
    petition = classified(MONDAY)
    petition.retract(by=lan, on=MONDAY, reason="Nhầm đơn.")
    petition.refresh_from_db()
    assert (petition.stage, petition.eligible) == ("cho-phan-loai", None)
    assert [event.step for event in history.events(petition.stream)][-2:] == ["classify", "retract"]


def test_the_next_day_it_is_too_late(classified, lan):
    petition = classified(MONDAY)
    with pytest.raises(Refused, match="Chỉ rút lại trong ngày"):
        petition.retract(by=lan, on=date(2026, 7, 7), reason="Nhầm đơn.")


def test_a_colleague_may_not_retract_and_the_head_may(classified, lan, binh, mai, units):
    from tests.cast import person, place

    petition = classified(MONDAY)
    other = person("thuy", "Lê Thị Thúy")
    place(other, "petition_officer", unit=units["tiep-cong-dan"])
    with pytest.raises(Refused, match="Chỉ người đã làm"):
        petition.retract(by=other, on=MONDAY, reason="x")
    petition.retract(by=binh, on=MONDAY, reason="Nhầm đơn.")


def test_guidance_is_retracted_and_its_paper_voided(letter, lan, binh, fields):
    petition = letter(MONDAY)
    petition.classify(by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=False)
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã An Phú", ground="Không thuộc thẩm quyền.")
    petition.retract(by=binh, on=MONDAY, reason="Ghi nhầm cơ quan.")
    petition.refresh_from_db()
    assert (petition.stage, petition.handling) == ("cho-xu-ly", "dang_xu_ly")
    assert petition.papers.get().voided_on == MONDAY
    assert petition.clocks.open().count() == petition.clocks.count()


def test_a_numbered_paper_is_not_retracted(letter, lan, binh, mai, fields):
    petition = letter(MONDAY)
    petition.classify(by=lan, on=MONDAY, kind="khieu_nai", eligible=True, competent=False)
    petition.guide(by=binh, on=MONDAY, addressee="UBND xã An Phú", ground="x")
    number(petition, mai, "phieu_huong_dan", MONDAY)
    with pytest.raises(Refused, match="đã phát hành"):
        petition.retract(by=binh, on=MONDAY, reason="x")


def test_a_proposal_is_retracted_and_its_number_stays_crossed_out(complaint, lan, minh, units):
    case = complaint(MONDAY)
    petition = Petition.objects.get()
    petition.retract(by=lan, on=MONDAY, reason="Nhầm đơn vị.")
    assert not Case.objects.exists()
    assert Number.objects.get(code=case.code).voided_on == MONDAY
    assert petition.stage == "cho-xu-ly"
    assert due(petition, "KN_THU_LY") == date(2026, 7, 15)
    again = petition.propose(by=lan, on=MONDAY, unit=units["lao-dong"], summary="Lại.")
    assert again.code == "KN-2026-0002"


def test_a_case_under_way_keeps_its_petition(complaint, lan, ha):
    complaint(MONDAY).accept(by=ha, on=MONDAY)
    with pytest.raises(Refused, match="trang của vụ việc"):
        Petition.objects.get().retract(by=lan, on=MONDAY, reason="x")


def test_acceptance_and_decision_are_retracted(complaint, ha, minh, lan):
    case = complaint(MONDAY)
    case.accept(by=ha, on=MONDAY)
    case.retract(by=ha, on=MONDAY, reason="Bấm nhầm.")
    assert (case.stage, case.papers.get().voided_on) == ("cho-duyet-thu-ly", MONDAY)
    assert Petition.objects.get().stage == "cho-duyet-thu-ly"
    case.accept(by=ha, on=MONDAY)
    assert Complaint.objects.get().stage == "da-thu-ly"
    assert history.verify().intact


def test_verification_is_retracted_with_its_team(accepted, ha, minh, lan):
    case, on = accepted(date(2026, 7, 14)), date(2026, 7, 15)
    case.order_verification(by=ha, on=on, lead=minh, members=[lan], days=15)
    case.retract(by=ha, on=on, reason="Sai tổ trưởng.")
    assert not case.verification_members.exists()
    assert case.stage == "da-thu-ly"
    case.order_verification(by=ha, on=on, lead=lan, members=[minh], days=15)
    case.report_findings(by=lan, on=on, text="x", proposal="dung")
    case.retract(by=lan, on=on, reason="Thiếu tài liệu.")
    assert (case.stage, case.findings.count()) == ("dang-xac-minh", 0)


def test_a_corrected_field_reaches_the_case_and_the_column_of_the_returns(complaint, lan, fields):
    case = complaint(MONDAY)
    case.correct(by=lan, on=MONDAY, fact="field", new=fields["no-luong"], reason="Xếp nhầm.")
    case, petition = Case.objects.get(), Petition.objects.get()
    assert case.field == petition.field == fields["no-luong"]
    assert petition.category == fields["no-luong"].column("KN", as_of=MONDAY)


def test_a_place_hard_to_reach_lengthens_the_period_that_runs(accepted, lan, communes):
    case, on = accepted(date(2026, 7, 14)), date(2026, 7, 15)
    case.correct(by=lan, on=on, fact="commune", new=communes["na-khoang"], reason="Nhầm xã.")
    assert case.settling_clock().due == date(2026, 8, 28)
    assert Case.objects.get().remote
    case.correct(by=lan, on=on, fact="commune", new=communes["an-phu"], reason="Đúng xã cũ.")
    assert case.settling_clock().due == date(2026, 8, 13)


def test_a_corrected_channel_forgets_who_forwarded(letter, lan):
    petition = letter(MONDAY, channel="chuyen_den", forwarded_by="UBND xã An Phú")
    petition.correct(by=lan, on=MONDAY, fact="channel", new="buu_chinh", reason="Nhầm.")
    assert (petition.channel, petition.forwarded_by) == ("buu_chinh", "")
    with pytest.raises(Refused, match="cơ quan chuyển đến trước"):
        petition.correct(by=lan, on=MONDAY, fact="channel", new="chuyen_den", reason="Nhầm.")


def test_the_page_offers_a_list_where_the_fact_is_chosen(letter, lan):
    petition = letter(MONDAY)
    page = client_of(lan).get(f"{petition.get_absolute_url()}dinh-chinh/?fact=field")
    assert '<select name="new"' in page.content.decode()
    again = client_of(lan).post(
        f"{petition.get_absolute_url()}dinh-chinh/", {"fact": "commune", "reason": "x"}
    )
    assert again.status_code == 422
    assert "Chưa chọn ghi đúng là" not in again.content.decode()
    assert '<option value="na-khoang"' in again.content.decode()
