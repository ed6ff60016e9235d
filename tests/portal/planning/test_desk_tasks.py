"""Tasks of plans on the desk of whoever owes them, confirms them, answers for them."""

from datetime import date

from django.utils import timezone

from portal.dashboard.desk_tasks import DeskTasks
from tests.cast import client_of

JUNE = date(2026, 6, 20)


def words(user, on) -> list[str]:
    return [each["words"] for each in DeskTasks(user, on).waiting]


def test_a_unit_sees_what_it_owes_in_the_coming_month(share, khanh):
    assert DeskTasks(khanh, JUNE).rows == [share]
    assert DeskTasks(khanh, date(2026, 5, 10)).rows == []


def test_another_unit_does_not(share, minh):
    assert DeskTasks(minh, JUNE).rows == []


def test_the_coordinator_sees_reports_to_confirm(share, khanh, tuan):
    share.finish(by=khanh, on=JUNE, result="Xong", product="QĐ 15", finished_on=JUNE)
    assert "1 báo cáo chờ xác nhận" in words(tuan, JUNE)


def test_an_obstacle_waits_for_the_coordinator_then_for_the_director(share, khanh, tuan, ha):
    share.raise_issue(by=khanh, on=JUNE, text="Vướng")
    assert "1 vướng mắc chờ trả lời" in words(tuan, JUNE)
    assert words(ha, JUNE) == []
    share.pass_issue_up(by=tuan, on=JUNE, comment="Xin ý kiến")
    assert words(ha, JUNE) == ["1 vướng mắc chờ trả lời"]


def test_the_desk_shows_them(share, khanh, office, fields):
    share.due = timezone.localdate()
    share.save()
    assert "Thành lập Ban Chỉ đạo" in client_of(khanh).get("/cong-viec/").content.decode()


def test_the_desk_of_somebody_in_a_body_alone_shows_theirs(plan, units, office, db):
    from portal.people import Body, Role
    from tests.cast import person, place

    cell = Body.objects.create(code="chi-bo-1", name="Chi bộ 1", kind=Body.Kind.PARTY_CELL)
    user = person("dang", "Tạ Văn Đăng", "man")
    place(user, Role.PARTY_COMMITTEE, body=cell)
    task = plan.tasks.get(ref="II.2")
    plan.shares.create(task=task, body=cell, code="KH-2026-0001-2-9", due=JUNE)
    assert [row.body for row in DeskTasks(user, JUNE).rows] == [cell]
