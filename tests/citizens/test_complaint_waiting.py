"""While a proposal waits for its signature, what contradicts it is closed; retracting is exact."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from citizens.models import Case, Clock
from portal.attachments import receive
from portal.submissions import submit
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.portal.specimens import png

MONDAY = date(2026, 7, 6)


def why_closed(case, step):
    return case.workflow[step].missing(case)


def test_refusal_is_closed_while_acceptance_waits_for_the_signature(complaint, minh):
    case = complaint()
    waiting = submit(case, case.workflow["accept"], by=minh, on=MONDAY, payload={})
    assert why_closed(case, "decline") == (
        "Chưa thể không thụ lý: đề xuất thụ lý đang chờ ký, rút lại trước đã."
    )
    assert why_closed(case, "accept") == ""
    waiting.drop(by=minh, on=MONDAY)
    assert why_closed(case, "decline") == ""


def test_what_does_not_contradict_stays_open(verified, minh):
    case = verified()
    submit(case, case.workflow["settle"], by=minh, on=date(2026, 7, 30), payload={})
    assert "đang chờ ký" in why_closed(case, "suspend")
    assert "đang chờ ký" in why_closed(case, "invite")
    assert [why_closed(case, step) for step in ("mark_complex", "withdraw", "write")] == [""] * 3


def test_a_contradicting_verb_is_refused_too(complaint, minh, ha):
    case = complaint()
    submit(case, case.workflow["accept"], by=minh, on=MONDAY, payload={})
    with pytest.raises(Refused, match="đang chờ ký"):
        case.decline(by=ha, on=MONDAY, ground="k5", reason="Không ký.")


def test_a_waiting_submission_keeps_the_step_before_it_from_being_retracted(
    accepted, minh, ha, mai
):
    case = accepted(MONDAY)
    submit(case, case.workflow["order_verification"], by=minh, on=MONDAY, payload={})
    with pytest.raises(Refused, match="Đề xuất giao xác minh đang chờ ký"):
        case.retract(by=ha, on=MONDAY, reason="x")


# retracting


def test_a_withdrawal_is_retracted_on_its_day(accepted, minh):
    case, on = accepted(), date(2026, 7, 20)
    case.withdraw(by=minh, on=on, stated_on=on, form="don")
    case.retract(by=minh, on=on, reason="Đơn của người khác.")
    assert (case.stage, case.withdrawals.count()) == ("da-thu-ly", 0)


def test_retracting_the_service_leaves_what_the_decision_stopped(settled, mai):
    case, on = settled(), date(2026, 8, 4)
    case.serve(by=mai, on=on, served_on=on, way="Bưu chính")
    case.retract(by=mai, on=on, reason="Nhầm vụ việc.")
    stopped = dict(case.clocks.values_list("rule", "stopped_on"))
    assert (stopped["KN_GUI1"], stopped["KN_GQ1"]) == (None, on)
    assert "KN_LAN2" not in stopped


def test_the_publication_is_retracted_before_the_service(settled, mai):
    case, on = settled(), date(2026, 8, 5)
    case.serve(by=mai, on=on, served_on=on, way="Bưu chính")
    case.publicise(by=mai, on=on, form="hop", start_on=on, until=None)
    case.retract(by=mai, on=on, reason="Chưa họp.")
    assert (case.decision.publications.count(), case.decision.services.count()) == (0, 1)
    assert Clock.objects.get(case=case, rule="KN_GUI1").stopped_on == on
    assert Clock.objects.get(case=case, rule="KN_CONG_KHAI").is_open


def test_findings_are_retracted_with_their_files(verifying, minh):
    case, on = verifying(), date(2026, 7, 29)
    report = receive(SimpleUploadedFile("bao-cao.png", png()), by=minh)
    case.report_findings(by=minh, on=on, text="x", proposal="dung", files=[report])
    assert case.attachments.get().title == "Báo cáo kết quả xác minh"
    case.retract(by=minh, on=on, reason="Thiếu.")
    assert not case.attachments.exists()


# deciding at once


def test_a_right_complaint_is_decided_at_once(accepted, ha, mai):
    case, on = accepted(), date(2026, 7, 16)
    case.settle_at_once(by=ha, on=on, rechecked="Cộng nhầm.", conclusion="Đúng.", draft="Dự thảo")
    number(case, mai, "qd_giai_quyet", on, "7/QĐ-SLĐTBXH")
    assert (case.stage, case.outcome) == ("da-co-quyet-dinh", "dung")
    assert case.decision.rechecked == "Cộng nhầm."
    assert not case.settled_late()


def test_nothing_is_decided_at_once_before_the_notice_of_acceptance(complaint, ha):
    case = complaint()
    case.accept(by=ha, on=MONDAY)
    assert "thông báo thụ lý chưa có số" in why_closed(case, "settle_at_once")


def test_a_case_of_mine_is_also_one_that_i_verify(verifying, lan):
    verifying()
    page = client_of(lan).get("/vu-viec/?xem=cua-toi").content.decode()
    assert Case.objects.get().code in page
