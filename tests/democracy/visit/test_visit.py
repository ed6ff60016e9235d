"""From the decision to tasks that are followed; what the portal finds by itself."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

import citizens.statistics  # noqa: F401  its figures are asked for by name
from democracy.models import Posting, SiteVisit
from democracy.models.visit.finding import found_at
from portal.activities import Limitation, PlannedVisit
from portal.instruments import Instrument, Issuer
from portal.planning import Plan
from portal.statistics import REGISTRY
from portal.workflow import Refused
from tests.democracy.visit.conftest import DAY, LATER, look_through, open_visit, work

pytestmark = pytest.mark.django_db
DUE = date(2026, 10, 30)


def test_the_unit_reports_before_the_team_comes(visit, hoa, khanh, tuan):
    assert list(SiteVisit.objects.report_awaited(as_of=date(2026, 9, 11))) == [visit]
    with pytest.raises(Refused):
        visit.send_report(by=tuan, on=DAY, text="Không phải đơn vị")
    visit.send_report(by=khanh, on=DAY, text="Đã có quy chế")
    assert list(SiteVisit.objects.report_awaited(as_of=date(2026, 9, 11))) == []


def test_a_self_inspection_asks_for_no_report(own, khanh):
    with pytest.raises(Refused, match="không cần báo cáo trước"):
        own.send_report(by=khanh, on=DAY, text="Báo cáo")


def test_nothing_is_concluded_before_documents_and_minutes(visit, tuan, ha):
    with pytest.raises(Refused, match="Đang chuẩn bị"):
        visit.conclude(by=ha, on=LATER, strengths="Nền nếp")
    visit.write_minutes(by=tuan, on=LATER, met_on=LATER, present="Đoàn", text="Làm việc")
    with pytest.raises(Refused, match="chưa đối chiếu tài liệu"):
        visit.conclude(by=ha, on=LATER, strengths="Nền nếp")


def test_each_recommendation_becomes_a_task_of_the_unit(visit, tuan, ha, mai, units):
    work(visit, tuan)
    visit.advise(by=tuan, on=LATER, text="Ban hành quy chế dân chủ", due_on=DUE)
    visit.conclude(by=ha, on=LATER, strengths="Nền nếp", limits="Thiếu quy chế", prepared_by=tuan)
    plan = visit.plan
    assert (plan.stage, plan.signer, plan.kind) == ("signed", ha, Plan.Kind.CONCLUSION)
    plan.send_out(by=mai, on=LATER, number="31", symbol="TB-SLĐTBXH", dated_on=LATER)
    share = plan.shares.get()
    assert (share.unit, share.due) == (units["dich-vu-viec-lam"], DUE)


def test_without_recommendations_there_is_no_plan(visit, tuan, ha):
    work(visit, tuan)
    visit.conclude(by=ha, on=LATER, strengths="Nền nếp")
    assert (visit.stage, visit.plan) == ("concluded", None)


def test_a_self_inspection_is_concluded_by_the_head_of_the_unit(own, khanh, hoa, ha):
    work(own, khanh)
    own.advise(by=khanh, on=LATER, text="Đăng đủ 12 nội dung", due_on=DUE)
    with pytest.raises(Refused, match="thủ trưởng đơn vị ký"):
        own.conclude(by=ha, on=LATER, strengths="Nền nếp")
    own.conclude(by=hoa, on=LATER, strengths="Nền nếp", prepared_by=khanh)
    assert (own.plan.unit, own.plan.signer) == (own.visited, hoa)


def test_a_limit_enters_the_register_and_its_task_is_the_remedy(visit, tuan, ha, mai):
    work(visit, tuan)
    visit.advise(by=tuan, on=LATER, text="Mở sổ theo dõi", due_on=DUE)
    visit.advise(by=tuan, on=LATER, text="Đăng đủ 12 nội dung", due_on=date(2026, 10, 1),
                 limit="Công khai thiếu nội dung", cause="nhan-thuc")  # fmt: skip
    visit.conclude(by=ha, on=LATER, strengths="Nền nếp", prepared_by=tuan)
    limitation = Limitation.objects.get()
    assert (limitation.unit, limitation.source) == (visit.visited, "kiem-tra")
    assert limitation in Limitation.objects.without_remedy()
    visit.plan.send_out(by=mai, on=LATER, number="3", symbol="TB-S", dated_on=LATER)
    limitation.refresh_from_db()
    assert limitation.remedy.task.text == "Đăng đủ 12 nội dung"


def test_the_book_of_petitions_is_found_by_its_number_alone(units, monkeypatch):
    figure = replace(REGISTRY["petitions_received"], value=lambda period, unit: 12)
    monkeypatch.setitem(REGISTRY, "petitions_received", figure)
    [book] = found_at(units["lao-dong"], on=LATER)["so-don"]
    assert book.words == "12 đơn vào sổ năm 2026, không kể đơn tố cáo"


def test_the_line_of_the_programme_is_done_with_the_visit(tuan, ha, units):
    line = PlannedVisit.note(
        by=tuan, on=DAY, programme="ca-hai", title="Dân chủ", from_on=DAY, to_on=LATER, team="Đoàn",
        visited=units["dich-vu-viec-lam"], unit=units["van-phong"],
    )  # fmt: skip
    visit = open_visit(tuan, units["van-phong"], units["dich-vu-viec-lam"], planned=line)
    work(visit, tuan)
    visit.conclude(by=ha, on=LATER, strengths="Nền nếp")
    line.refresh_from_db()
    assert (line.stage, line.held_on) == ("done", LATER)
    assert visit.code in line.outcome


def test_a_task_that_asks_for_visits_is_done_with_the_last_of_them(tuan, ha, mai, units):
    plan = Plan.draw_up(
        by=tuan, on=DAY, programme="dan-chu", title="Kế hoạch", unit=units["so"], year=2026,
        coordinating_unit=units["van-phong"], from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    plan.add_task(by=tuan, on=DAY, ref="1", text="Khảo sát một số đơn vị", record="visit")
    plan.issue(by=ha, on=DAY)
    plan.send_out(by=mai, on=DAY, number="7", symbol="KH-S", dated_on=DAY)
    share = plan.shares.get()
    visits = [open_visit(tuan, units["van-phong"], units[code], share=share)
              for code in ("dich-vu-viec-lam", "lao-dong")]  # fmt: skip
    for visit, stage in zip(visits, ("todo", "reported"), strict=True):
        work(visit, tuan)
        visit.conclude(by=ha, on=LATER, strengths="Nền nếp")
        share.refresh_from_db()
        assert share.stage == stage
    assert visits[1].code in share.product


def test_what_is_there_by_hand_has_a_remark(visit, tuan):
    with pytest.raises(IntegrityError), transaction.atomic():
        visit.check_documents(by=tuan, on=LATER, answers=[
            {"item": "so-don", "state": "co", "remark": "", "found": ""}
        ])  # fmt: skip


def test_documents_are_looked_through_again_in_their_own_lines(visit, tuan):
    look_through(visit, tuan, missing=("quy-che", "chi-tieu"))
    assert visit.documents.missing().count() == 2
    look_through(visit, tuan)
    assert (visit.documents.missing().count(), visit.documents.count()) == (0, 10)


def test_the_portal_finds_what_it_keeps(tuan, ha, mai, units, django_assert_max_num_queries):
    centre = units["dich-vu-viec-lam"]
    issuer = Issuer.objects.create(code="ttdvvl", name="Trung tâm Dịch vụ việc làm")
    for number, title in enumerate(("Quy chế thực hiện dân chủ", "Quy chế chi tiêu nội bộ"), 1):
        Instrument.enter(
            by=tuan, on=DAY, kind="quy-che", number=str(number), symbol="QĐ-TT", year=2026,
            title=title, issuer=issuer, unit=centre,
        )  # fmt: skip
    posting = Posting.note_posting(by=tuan, on=DAY, item="46.9", title="Nội quy", decided_on=DAY,
                                   unit=centre)  # fmt: skip
    posting.display(by=ha, on=DAY)
    with django_assert_max_num_queries(12):
        found = found_at(centre, on=LATER)
    assert set(found) == {"quy-che", "chi-tieu", "so-cong-khai"}
    assert found["so-cong-khai"][0].words == "1 nội dung đã đăng trong năm 2026"
    assert found_at(units["lao-dong"], on=LATER) == {}


def test_a_visit_that_does_not_take_place_says_why(visit, tuan):
    visit.call_off(by=tuan, on=DAY, reason="Thiên tai")
    assert visit.stage == "called_off"
    with pytest.raises(Refused):
        visit.advise(by=tuan, on=LATER, text="Kiến nghị", due_on=DUE)


def test_before_the_conclusion_others_know_nothing_of_it(visit, tuan, ha, khanh, minh, lan):
    on = LATER
    readers = [user.username for user in (tuan, ha, khanh, minh, lan)
               if SiteVisit.objects.visible_to(user, on=on).exists()]  # fmt: skip
    assert readers == ["tuan", "ha", "khanh", "minh"]
    work(visit, tuan)
    visit.conclude(by=ha, on=on, strengths="Nền nếp")
    assert SiteVisit.objects.visible_to(lan, on=on).exists()
