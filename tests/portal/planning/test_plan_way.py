"""From the draft to the last confirmation: a plan, its units, their shares."""

from datetime import date

import pytest

from portal import history
from portal.people import Position
from portal.planning import Plan, TaskUnit
from portal.submissions import submit
from portal.workflow import Refused
from tests.portal.planning.conftest import DRAFTED, SENT

JUNE = date(2026, 6, 12)


def test_a_draft_has_a_number_of_the_portal_and_none_of_the_office(draft):
    assert (draft.code, draft.reference, draft.stage) == ("KH-2026-0001", "", "draft")


def test_a_plan_without_tasks_is_not_issued(tuan, ha, units):
    facts = {"unit": units["so"], "coordinating_unit": units["van-phong"], "year": 2026}
    year = {"from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31)}
    empty = Plan.draw_up(by=tuan, on=DRAFTED, programme="khac", title="Trống", **facts, **year)
    with pytest.raises(Refused, match="chưa có nhiệm vụ"):
        empty.issue(by=ha, on=DRAFTED)


def test_the_director_signs_what_the_office_submits(draft, tuan, ha, units):
    submission = submit(draft, draft.workflow["issue"], by=tuan, on=DRAFTED, payload={})
    assert submission.reader.user == ha


def test_the_head_of_a_unit_does_not_sign_the_plan_of_the_office(draft, hoa):
    with pytest.raises(Refused, match="Giám đốc"):
        draft.issue(by=hoa, on=DRAFTED)


def test_issuing_gives_every_subordinate_unit_its_share(plan, units, bao_tro):
    shares = plan.shares.filter(task__ref="II.2")
    assert {share.unit for share in shares} == {units["dich-vu-viec-lam"], bao_tro}
    assert {share.due for share in shares} == {date(2026, 6, 30)}


def test_the_number_comes_after_the_signature(plan):
    assert (plan.reference, plan.stage) == ("12/KH-SLĐTBXH", "issued")


def test_the_date_of_the_paper_is_not_tomorrow(draft, ha, mai):
    draft.issue(by=ha, on=SENT)
    with pytest.raises(Refused, match="không được sau hôm nay"):
        draft.send_out(by=mai, on=SENT, number="1", symbol="KH-S", dated_on=date(2026, 5, 8))


def test_nothing_is_finished_without_a_product(share, khanh):
    with pytest.raises(Exception, match="share_finished_with_product"):
        share.finish(by=khanh, on=JUNE, result="Đã làm", product="", finished_on=JUNE)


def test_a_share_is_reported_by_its_unit_and_confirmed_by_the_coordinator(share, khanh, tuan):
    share.report_progress(by=khanh, on=JUNE, percent=60, text="Đã trình dự thảo quyết định")
    share.finish(by=khanh, on=JUNE, result="Thành lập 7 người", product="QĐ 15", finished_on=JUNE)
    share.confirm(by=tuan, on=JUNE)
    assert (share.stage, share.percent) == ("done", 100)
    assert share.standing(as_of=JUNE).words == "Hoàn thành đúng hạn"


def test_another_unit_does_not_report_on_it(share, minh):
    with pytest.raises(Refused, match="giao cho đơn vị khác"):
        share.report_progress(by=minh, on=JUNE, percent=10, text="Thử")


def test_the_unit_does_not_confirm_its_own_report(share, khanh, hoa):
    share.finish(by=khanh, on=JUNE, result="Xong", product="QĐ 15", finished_on=JUNE)
    with pytest.raises(Refused, match="đơn vị theo dõi"):
        share.confirm(by=hoa, on=JUNE)


def test_an_obstacle_goes_up_and_the_answer_comes_back(share, khanh, tuan, ha):
    obstacle = share.raise_issue(by=khanh, on=JUNE, text="Chưa có hướng dẫn", asks="Xin hướng dẫn")
    assert obstacle.standing == "Chờ đầu mối tổng hợp"
    share.pass_issue_up(by=tuan, on=JUNE, comment="Đề nghị Giám đốc cho ý kiến")
    share.answer_issue(by=ha, on=JUNE, answer="Thực hiện theo Hướng dẫn 06")
    obstacle.refresh_from_db()
    assert (obstacle.standing, obstacle.answered_by) == ("Đã trả lời", ha)


def test_a_moved_date_keeps_the_first_one(share, khanh, ha):
    later = date(2026, 8, 31)
    share.reschedule(by=ha, on=JUNE, due=later, reason="Chờ hướng dẫn", prepared_by=khanh)
    change = share.due_changes.get()
    assert (share.due, share.baseline_due) == (later, date(2026, 6, 30))
    assert (change.before, change.after, change.by) == (date(2026, 6, 30), later, ha)


def test_a_unit_asks_for_another_date_and_the_director_gives_it(share, khanh, ha, hoa):
    step = share.workflow["reschedule"]
    submission = submit(share, step, by=khanh, on=JUNE, payload={})
    line = [hoa, ha]
    assert [Position.objects.get(pk=pk).user for pk in submission.line] == line


def test_lateness_is_told_by_the_day(share):
    late, before = date(2026, 7, 1), date(2026, 6, 30)
    assert not TaskUnit.objects.overdue(as_of=before).exists()
    assert set(TaskUnit.objects.overdue(as_of=late)) == set(share.task.shares.all())


def test_a_unit_says_that_it_has_received_the_plan(plan, khanh, units):
    plan.acknowledge(by=khanh, on=SENT)
    row = plan.recipients.get(unit=units["dich-vu-viec-lam"])
    assert (row.acknowledged_on, row.acknowledged_by) == (SENT, khanh)


def test_it_says_so_once(plan, khanh):
    plan.acknowledge(by=khanh, on=SENT)
    with pytest.raises(Refused, match="đã xác nhận"):
        plan.acknowledge(by=khanh, on=SENT)


def test_the_plan_of_a_unit_that_never_signs_in_is_written_down(plan, tuan, bao_tro):
    on = date(2026, 5, 14)
    plan.note_unit_plan(by=tuan, on=on, unit=bao_tro, reference="05/KH-TTBTXH", dated_on=on)
    assert plan.recipients.get(unit=bao_tro).own_reference == "05/KH-TTBTXH"


def test_every_act_stands_in_the_history(plan):
    steps = [event.step for event in history.events(plan.stream)]
    assert steps == ["draw_up", "add_task", "add_task", "address_to", "issue", "send_out"]


def test_a_task_that_asks_for_a_plan_is_reported_with_it(draft, ha, mai, hoa, khanh, tuan, units):
    draft.add_task(
        by=tuan, on=DRAFTED, text="Xây dựng kế hoạch riêng", group="subordinate", record="unit_plan"
    )
    draft.issue(by=ha, on=SENT)
    draft.send_out(by=mai, on=SENT, number="12", symbol="KH-S", dated_on=SENT)
    unit = units["dich-vu-viec-lam"]
    facts = {"programme": "dan-chu", "title": "Của Trung tâm", "unit": unit, "year": 2026}
    dates = {"from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31)}
    own = Plan.draw_up(by=khanh, on=SENT, parent=draft, coordinating_unit=unit, **facts, **dates)
    own.take_over_tasks(by=khanh, on=SENT)
    own.issue(by=hoa, on=SENT)
    own.send_out(by=hoa, on=SENT, number="05", symbol="KH-TT", dated_on=SENT)
    asked = draft.shares.get(unit=unit, task__record="unit_plan")
    assert (asked.stage, asked.product) == ("reported", "Kế hoạch số 05/KH-TT")


def test_a_task_of_two_programmes_is_shown_in_both_and_reported_once(draft, plan_of_reform, tuan):
    task = draft.add_task(by=tuan, on=DRAFTED, text="Đối thoại", serves=[plan_of_reform])
    assert list(plan_of_reform.everything_asked()) == [task]
    assert task.plan == draft


@pytest.fixture
def plan_of_reform(tuan, units):
    facts = {"unit": units["so"], "coordinating_unit": units["van-phong"], "year": 2026}
    year = {"from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31)}
    return Plan.draw_up(by=tuan, on=DRAFTED, programme="cai-cach", title="CCHC", **facts, **year)
