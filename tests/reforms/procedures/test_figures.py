"""Figures of procedures open the lists with exactly as many rows; who ends hands over."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from portal.obligations import owed
from portal.periods import Month, Year, reported
from portal.reorganisation.cargo import Handover
from portal.reporting import Report
from portal.statistics import figure
from portal.working_days import days_after
from reforms.models import Procedure, ProcedureChange, ReviewPlan, Simplification
from reforms.models.handover_of_procedures import (
    move_changes,
    move_procedures,
    move_proposals,
    move_reviews,
)
from tests.reforms.procedures.conftest import DAY, UNIT, entered

pytestmark = pytest.mark.django_db
JULY, YEAR = Month.of(2026, 7), Year.of(2026)
COUNTED = (
    *("procedures_total", "procedures_eligible", "procedures_full_online"),
    *("procedures_eligible_not_yet", "procedures_partial_online", "procedures_incomplete"),
    *("procedures_not_updated", "procedures_changed", "procedures_entered"),
    *("procedures_entered_in_time", "procedures_simplified"),
    *("procedures_complete", "procedures_online", "procedures_with_fee", "procedures_fee_online"),
    *("procedures_one_stop", "procedures_published", "procedures_published_in_time"),
    *("procedures_to_enter", "procedures_updated_in_time", "procedures_to_review"),
    "procedures_reviewed",
)


@pytest.fixture
def room(permit, phuong, ha, units, calendar_as_delivered):
    """Three procedures, two eligible, one of them done; a change entered late; a proposal."""
    done = entered(phuong, units[UNIT], code="1.014200", name="Cấp lại giấy phép")
    entered(phuong, units["nguoi-co-cong"], code="1.010803", name="Thờ cúng", area="Người có công")
    Procedure.objects.filter(pk__in=[permit.pk, done.pk]).update(eligible_full_online=True)
    Procedure.objects.filter(pk=permit.pk).update(
        online_level="mot-phan", payment_online=True, at_one_stop=True
    )
    permit.versions.last().limits.update(fee=600_000)
    review(permit, units["van-phong"], phuong)
    Procedure.objects.filter(pk=done.pk).update(
        online_level="toan-trinh", full_online_on=date(2026, 6, 1)
    )
    change = ProcedureChange.open_change(
        by=phuong, on=DAY, sort="sua-doi", title="Sửa đổi", because="Quyết định số 120",
        promulgated_on=DAY, effective_on=date(2026, 8, 1), unit=units[UNIT], procedures=[permit],
    )  # fmt: skip
    change.note_decision(by=phuong, on=DAY, decision="Quyết định số 512", signed_on=DAY)
    late = days_after(change.enter_by, 3)
    change.note_entry(by=phuong, on=late, done_on=late)
    one = Simplification.propose(
        by=phuong, on=DAY, procedure=permit, unit=units[UNIT], sort="thoi-han", reason="Gọn",
        content="Giảm 01 ngày", days_before=Decimal(10), days_after=Decimal(9), dossiers=10,
        hourly=40_000,
    )  # fmt: skip
    one.adopt(by=ha, on=DAY)
    return SimpleNamespace(change=change, proposal=one, done=done)


def review(procedure, unit, by):
    """One that an approved plan wants reviewed in July, and it was."""
    facts = {"unit": unit, "officer": by}
    plan = ReviewPlan.objects.create(
        code="RSTT-2026-0009", year=2026, stage="approved", approved_on=DAY, purpose="Rà soát",
        **facts,
    )  # fmt: skip
    plan.items.create(
        procedure=procedure, unit=unit, due_on=date(2026, 7, 31), basis="Kế hoạch",
        product="Phương án", done_on=DAY, result="Giảm một ngày",
    )  # fmt: skip


def shown(client, name: str, unit: str) -> int:
    page = client.get(figure(name).opens(JULY, unit=unit)).content.decode()
    return page.count('<tr><th scope="row">')


def test_each_figure_opens_exactly_its_rows(client, room, phuong):
    client.force_login(phuong)
    asked = [(name, unit) for name in COUNTED for unit in ("", UNIT)]
    told = {each: figure(each[0]).value(JULY, each[1]) for each in asked}
    assert {each: shown(client, *each) for each in asked} == told


def test_what_they_count(room):
    told = {name: figure(name).value(JULY) for name in COUNTED}
    assert told == {
        "procedures_total": 3, "procedures_eligible": 2, "procedures_full_online": 1,
        "procedures_eligible_not_yet": 1, "procedures_partial_online": 1,
        "procedures_incomplete": 2, "procedures_not_updated": 1, "procedures_changed": 1,
        "procedures_entered": 1, "procedures_entered_in_time": 0, "procedures_simplified": 1,
        "procedures_complete": 1, "procedures_online": 2, "procedures_with_fee": 1,
        "procedures_fee_online": 1, "procedures_one_stop": 1, "procedures_published": 1,
        "procedures_published_in_time": 1, "procedures_to_enter": 1,
        "procedures_updated_in_time": 0, "procedures_to_review": 1, "procedures_reviewed": 1,
    }  # fmt: skip
    assert figure("procedures_full_online_share").value(JULY) == 50.0


def test_what_was_not_yet_full_then_is_not_counted_as_full(room):
    assert figure("procedures_full_online").value(Month.of(2026, 5)) == 0
    assert figure("procedures_eligible_not_yet").value(Month.of(2026, 5)) == 2


def test_nothing_carried_out_is_no_nought(room, phuong):
    assert figure("days_cut").value(YEAR) is None
    assert figure("days_cut_share").value(YEAR) is None
    carry_out(room.proposal)
    assert figure("days_cut").value(YEAR) == 1
    assert figure("days_cut_share").value(YEAR) == 10.0


def carry_out(proposal):
    Simplification.objects.filter(pk=proposal.pk).update(
        stage="carried_out", carried_out_on=DAY, decided_on=DAY, decision="Quyết định"
    )


def test_days_that_were_cut_are_kept_when_a_report_is_signed(room, tuan, ha, units):
    carry_out(room.proposal)
    year = reported("nam", 2026)
    report = Report.draw_up(by=tuan, on=DAY, outline="cchc-ky", unit=units["so"], title="Năm 2026",
                            from_on=year.start, to_on=year.end)  # fmt: skip
    report.write(by=tuan, on=DAY, section="thu-tuc", text="Đã rút ngắn thời hạn")
    report.sign_report(by=ha, on=DAY, prepared_by=tuan)
    report.refresh_from_db()
    assert report.kept_figures["days_cut"] == [1, None]


def test_a_unit_that_ends_hands_over_what_is_open(room, phuong, quantri, units, permit):
    plan = ReviewPlan.draw_up(by=phuong, on=DAY, year=2027, unit=units["van-phong"])
    plan.add_item(by=phuong, on=DAY, procedure=permit, unit=units[UNIT], due_on=DAY, basis="Rà",
                  product="Báo cáo")  # fmt: skip
    handover = Handover(
        old=units[UNIT], heirs=(units["nguoi-co-cong"],), on=DAY, decision="Quyết định", by=quantri
    )
    moved = [len(list(move(handover))) for move in
             (move_procedures, move_changes, move_reviews, move_proposals)]  # fmt: skip
    assert moved == [2, 1, 1, 1]
    assert not Procedure.objects.filter(unit=units[UNIT]).exists()


def test_what_is_not_updated_is_owed_by_its_unit(room, phuong, units):
    on = date(2026, 7, 30)
    lines = owed([units[UNIT], units["van-phong"]], year=2026, as_of=on)
    mine = [line.owed for line in lines if line.duty.code == "bien-dong-tthc"]
    told = {row.what.split(":")[0] for row in mine}
    assert told == {"Niêm yết, công khai", "Phê duyệt quy trình nội bộ"}
    assert all(row.is_late(as_of=on) for row in mine)


def test_a_decision_signed_four_working_days_before_is_late_for_the_board(room):
    """From Tuesday to Monday are six days, enough for the decree; the board wants working days."""
    ProcedureChange.objects.filter(pk=room.change.pk).update(
        signed_on=date(2026, 7, 28), effective_on=date(2026, 8, 3), enter_by=date(2026, 8, 3),
        entered_on=date(2026, 8, 3),
    )  # fmt: skip
    assert figure("procedures_published").value(JULY) == 1
    assert figure("procedures_published_in_time").value(JULY) == 0
    august = Month.of(2026, 8)
    assert figure("procedures_updated_in_time_share").value(august) == 100.0


def test_what_nobody_told_of_any_procedure_is_no_number(permit):
    for name in ("procedures_online", "procedures_fee_online", "procedures_one_stop"):
        assert figure(name).value(JULY) is None


def test_eligible_counts_from_its_day_on(room):
    """All that were eligible at the end of 2023 were online then; one became so in 2025."""
    Procedure.objects.filter(pk=room.done.pk).update(
        full_online_on=date(2023, 11, 1), eligible_on=date(2022, 1, 1)
    )
    Procedure.objects.filter(code="1.014199").update(eligible_on=date(2025, 5, 1))
    told = {year: figure("procedures_full_online_share").value(Year.of(year))
            for year in (2021, 2022, 2023, 2026)}  # fmt: skip
    assert told == {2021: None, 2022: 0.0, 2023: 100.0, 2026: 50.0}
    assert figure("procedures_eligible_not_yet").value(Year.of(2024)) == 0
