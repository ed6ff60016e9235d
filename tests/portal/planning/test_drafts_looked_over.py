"""What a drafter is told before the signature; consultations about the draft; tasks in parts."""

from datetime import date

import pytest

from democracy.items import CIRCLES
from democracy.models import Consultation
from portal.planning import Plan, Task
from portal.planning.checks import checks_of
from portal.planning.parts import grouped
from portal.submissions import submit
from tests.cast import client_of
from tests.portal.planning.conftest import DRAFTED


def told(plan) -> list[str]:
    return checks_of(plan, list(plan.tasks.all()))


@pytest.fixture
def own(plan, hoa, units) -> Plan:
    """The centre's own plan below the office's."""
    own = Plan.draw_up(
        by=hoa, on=DRAFTED, programme="dan-chu", title="Kế hoạch của Trung tâm", year=2026,
        unit=units["dich-vu-viec-lam"], coordinating_unit=units["dich-vu-viec-lam"], parent=plan,
        from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    own.take_over_tasks(by=hoa, on=DRAFTED)
    return own


def test_a_unit_that_nobody_knows_is_told(draft, tuan):
    assert told(draft) == []
    draft.add_task(by=tuan, on=DRAFTED, ref="II.3", text="Việc khác", lead_words="Phòng Lạ")
    assert told(draft) == ["Mục II.3: chưa rõ đơn vị chủ trì “Phòng Lạ”."]


def test_a_task_later_than_above_is_told(own, hoa):
    assert told(own) == []
    task = own.tasks.get()
    own.edit_task(by=hoa, on=DRAFTED, task=task, due=date(2026, 7, 15))
    assert told(own) == [f"Mục {task.ref}: hạn 15/7/2026 sau hạn của cấp trên, 30/6/2026."]


def test_two_plans_alike_are_told(draft, tuan, units):
    other = Plan.draw_up(
        by=tuan, on=DRAFTED, programme="dan-chu", unit=units["so"], year=2026,
        title="Thực hiện dân chủ tại cơ quan, đơn vị trong năm 2026",
        coordinating_unit=units["van-phong"], from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    assert told(other) == [f"Cùng năm đã có {draft.code} gần như cùng trích yếu: {draft.title}."]


def test_the_page_of_a_draft_tells_them_and_that_of_a_plan_does_not(draft, tuan, ha, mai, office):
    draft.add_task(by=tuan, on=DRAFTED, ref="II.3", text="Việc khác", lead_words="Phòng Lạ")
    at = draft.get_absolute_url()
    assert "Xem lại trước khi ký" in client_of(tuan).get(at).content.decode()
    draft.issue(by=ha, on=DRAFTED)
    assert "Xem lại trước khi ký" not in client_of(tuan).get(at).content.decode()


def test_staff_are_asked_about_a_draft_from_its_page(draft, tuan, office):
    client = client_of(tuan)
    page = client.get(draft.get_absolute_url()).content.decode()
    asks = f"/dan-chu/lay-y-kien/moi/?ke-hoach={draft.code}"
    assert asks in page
    form = client.get(asks).context["form"]
    assert form.initial["item"] == "53.2"
    typed = {
        "item": "53.2", "title": "Dự thảo kế hoạch", "text": "Đề nghị góp ý", "forms": ["cong"],
        "closes_on": "31/12/2026", "unit": "van-phong", "circle": CIRCLES[0][0],
    }  # fmt: skip
    assert client.post(asks, typed).status_code == 302
    asked = Consultation.objects.get()
    assert asked.plan == draft
    assert asked.get_absolute_url() in client.get(draft.get_absolute_url()).content.decode()


def test_the_list_and_the_page_say_where_a_draft_is_on_its_way(draft, tuan, ha, office):
    asked = Consultation.draw_up(
        by=tuan, on=DRAFTED, item="53.2", title="Dự thảo", text="Đề nghị góp ý", forms=["cong"],
        unit=draft.unit, closes_on=date(2026, 12, 31), plan=draft,
    )  # fmt: skip
    client = client_of(tuan)
    assert stage_shown(client, draft, "du-thao") == "Dự thảo"
    asked.consult(by=ha, on=DRAFTED)
    assert stage_shown(client, draft, "lay-y-kien") == "Lấy ý kiến"
    submit(draft, draft.workflow["issue"], by=tuan, on=DRAFTED, payload={})
    assert stage_shown(client, draft, "da-trinh") == "Đã trình"
    draft.refresh_from_db()
    assert draft.stage == "draft", "told from the records, stored nowhere"


def stage_shown(client, draft, view) -> str:
    """In the list, and the same on the page."""
    [row] = client.get(f"/ke-hoach/?xem={view}").context["rows"]
    assert row["stage_words"] in client.get(draft.get_absolute_url()).content.decode()
    return row["stage_words"]


def test_nobody_else_asks_about_it(draft, minh, plan, tuan, office):
    draft.refresh_from_db()  # signed and sent out meanwhile
    asks = f"/dan-chu/lay-y-kien/moi/?ke-hoach={draft.code}"
    assert client_of(tuan).get(asks).status_code == 404


def test_tasks_stand_in_the_parts_of_the_document(draft, tuan):
    draft.add_task(by=tuan, on=DRAFTED, ref="III.1", text="Báo cáo")
    parts = grouped(list(draft.tasks.all()))
    assert [(title, len(tasks)) for title, tasks in parts] == [("Phần II", 2), ("Phần III", 1)]


def test_a_long_plan_is_shown_a_part_at_a_time(draft, tuan, office):
    Task.objects.bulk_create(
        Task(plan=draft, place=n, ref=f"{'III' if n < 100 else 'IV'}.{n}", text="Việc")
        for n in range(30, 110)
    )
    client, at = client_of(tuan), draft.get_absolute_url()
    shown = client.get(at).context
    parts = [(each["it"].words, len(each["it"].tasks)) for each in shown["stretches"]]
    assert parts == [
        ("Phần II", 2), ("Phần III, mục III.30 – III.79", 50),
        ("Phần III, mục III.80 – III.99", 20), ("Phần IV", 10), ("Cả kế hoạch", 82),
    ]  # fmt: skip
    assert [title for title, _ in shown["parts"]] == ["Phần II"]
    assert len(client.get(f"{at}?xem=lich&phan=tat-ca").context["tasks"]) == 82
    assert client.get(f"{at}?xem=ma-tran&phan=2").status_code == 200
    assert client.get(f"{at}?phan=9").status_code == 400


def test_plans_and_tasks_are_found_by_theme_tag_and_field(draft, tuan, ha, mai, office, fields):
    draft.edit(by=tuan, on=DRAFTED, themes=["An toàn lao động"])
    draft.add_task(by=tuan, on=DRAFTED, ref="II.4", text="Việc có nhãn", tags=["chỉ đạo điểm"],
                   field=fields["nguoi-co-cong"])  # fmt: skip
    draft.issue(by=ha, on=DRAFTED)
    draft.send_out(by=mai, on=DRAFTED, number="12", symbol="KH-S", dated_on=DRAFTED)
    client = client_of(tuan)
    found = client.get("/ke-hoach/?chu-de=An to%C3%A0n lao %C4%91%E1%BB%99ng").content.decode()
    assert draft.title in found
    found = client.get("/nhiem-vu/?nhan=ch%E1%BB%89 %C4%91%E1%BA%A1o %C4%91i%E1%BB%83m")
    assert "Việc có nhãn" in found.content.decode()
    assert "Khảo sát thực tế" not in found.content.decode()
    found = client.get("/nhiem-vu/?linh-vuc=nguoi-co-cong").context["rows"]
    assert [row["task_text"] for row in found] == ["Việc có nhãn"]
    for words in ("viec+nhan", f"{draft.code}-3-"):
        [row] = client.get(f"/nhiem-vu/?q={words}").context["rows"]
        assert row["task_text"] == "Việc có nhãn"
    assert client.get("/nhiem-vu/?nhan=la").status_code == 400
