"""The year of the programme, one plan by content, the list of tasks, the paper in Word."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from portal.planning import Inspection, Plan
from reforms.reform_plan_paper import COLUMNS
from tests.cast import client_of
from tests.reforms.plans.conftest import DRAFTED, add, finish

pytestmark = pytest.mark.django_db
YEAR, TASKS = "/cai-cach/ke-hoach/?nam=2026&ky=2026", "/cai-cach/nhiem-vu/"
ONE = "/cai-cach/ke-hoach/KH-2026-0001/"


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def reader(plan, office, ha):
    return client_of(ha)


def test_the_year_stands_by_content_with_numbers_that_open(plan, reader, minh, tuan):
    finish(plan.shares.get(unit__code="nguoi-co-cong"), minh, date(2026, 3, 31), confirmed_by=tuan)
    page = text(reader.get(YEAR))
    assert "I. Cải cách thể chế 1 1 1 1 0 100,0 % 100,0 %" in page
    assert "Cộng 3 3 1 1 2 33,3 % 100,0 %" in page
    assert "Đơn vị chưa có nhiệm vụ CCHC: 2" in page
    opened = text(reader.get(f"{TASKS}?chua-xong=2026&noi-dung=so-hoa"))
    assert "Ký số mọi văn bản" in opened
    assert "Rà soát văn bản" not in opened


def test_a_year_without_a_plan_offers_one_to_who_draws_plans_up(office, mai, tuan):
    offer = 'href="/ke-hoach/moi/"'
    assert offer in client_of(tuan).get(YEAR).content.decode()
    assert offer not in client_of(mai).get(YEAR).content.decode()


def test_a_number_counts_the_rows_it_opens(plan, reader):
    links = re.findall(
        r'href="(/cai-cach/nhiem-vu/[^"]+)">(\d+)</a>', reader.get(YEAR).content.decode()
    )
    assert len(links) > 5
    for address, number in links:
        rows = reader.get(address.replace("&amp;", "&")).content.decode().count('<a class="nowrap"')
        assert rows == int(number), address


def test_the_form_of_a_task_asks_for_its_content(draft, tuan, office, units):
    client = client_of(tuan)
    address = f"{draft.get_absolute_url()}them-nhiem-vu/"
    typed = {"text": "Chấm điểm", "due": "30/9/2026"}
    assert "Chưa chọn nội dung CCHC" in text(client.post(address, typed))
    assert client.post(address, typed | {"area": "dieu-hanh"}).status_code == 302
    task = draft.tasks.last()
    assert task.reform_area.area == "dieu-hanh"
    edit = f"{draft.get_absolute_url()}sua-nhiem-vu/?task={task.pk}"
    assert '<option value="dieu-hanh" selected>' in client.get(edit).content.decode()
    client.post(edit, typed | {"area": "bo-may", "task": task.pk})
    task = draft.tasks.get(pk=task.pk)
    assert task.reform_area.area == "bo-may"


def test_a_whole_plan_is_sorted_on_one_page(draft, tuan, office):
    draft.add_task(by=tuan, on=DRAFTED, text="Đọc từ văn bản")
    client, address = client_of(tuan), f"{draft.get_absolute_url()}xep-noi-dung-cac-nhiem-vu/"
    first, *_, last = draft.tasks.all()
    shown = client.get(address).content.decode()
    assert shown.count('<option value="the-che" selected>') == 1
    answer = client.post(address, {f"area-{last.pk}": "tai-chinh", f"area-{first.pk}": "bo-may"})
    assert answer.status_code == 302
    first, *_, last = draft.tasks.all()
    assert (first.reform_area.area, last.reform_area.area) == ("bo-may", "tai-chinh")


def test_one_plan_is_grouped_in_the_order_of_the_programme(plan, reader):
    page = text(reader.get(ONE))
    places = [page.index(words) for words in ("Rà soát văn bản", "Trực một cửa", "Ký số mọi")]
    assert places == sorted(places)
    assert "Phối hợp: Văn phòng Sở" in page


def test_the_paper_has_its_appendix_of_eight_columns(plan, reader):
    paper = Document(BytesIO(b"".join(reader.get(f"{ONE}word/").streaming_content)))
    words = [paragraph.text for paragraph in paper.paragraphs]
    for part in ("I. MỤC ĐÍCH, YÊU CẦU", "II. NHIỆM VỤ", "III. GIẢI PHÁP", "PHỤ LỤC"):
        assert part in words
    table = paper.tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == list(COLUMNS)
    assert rows[1][:2] == ["I", "Cải cách thể chế"]
    assert rows[2] == ["1", "Rà soát văn bản", "Báo cáo rà soát", "Phòng Người có công",
                       "Văn phòng Sở", "Đến hết ngày 31/3/2026", "", ""]  # fmt: skip


def test_the_asks_of_an_inspection_are_tasks_that_are_followed(plan, reader, tuan, units):
    Inspection.write_down(
        by=tuan, on=DRAFTED, title="Kết quả thực hiện Nghị quyết 04", programme="cai-cach",
        coordinating_unit=units["van-phong"], met_on=date(2026, 1, 5), notice="12-TB/TU",
        asks=["Rà soát thủ tục người có công", "Tăng tỷ lệ bưu chính công ích"], team="Tỉnh ủy",
    )  # fmt: skip
    assert "Tỉnh ủy, 05/01/2026 · 2 yêu cầu" in text(reader.get(YEAR))
    asks = Plan.objects.get(kind="thong-bao")
    assert "Rà soát thủ tục người có công" in text(reader.get(f"/cai-cach/ke-hoach/{asks.code}/"))


@pytest.mark.parametrize(
    "asked", ["?nam=1", "?nam=abcd", "?nam=2026&ky=2026-q9", "?nam=99999999999999999999"]
)
def test_an_unknown_year_or_period_is_refused(reader, asked):
    assert reader.get(f"/cai-cach/ke-hoach/{asked}").status_code == 400


@pytest.mark.parametrize("asked", ["?noi-dung=la", "?den-han=la", "?xong=2026-q9"])
def test_an_unknown_filter_is_refused(reader, asked):
    assert reader.get(TASKS + asked).status_code == 400


def test_a_draft_is_known_to_those_who_draft(draft, khanh, tuan, office):
    assert client_of(khanh).get(ONE).status_code == 404
    assert client_of(tuan).get(ONE).status_code == 200
    assert client_of(khanh).get(f"{ONE}word/").status_code == 404


def test_three_different_empty_pages(reader, quantri, office):
    assert "Không có nhiệm vụ nào" in text(reader.get(f"{TASKS}?q=khong+co+chu+nay"))
    assert "Tài khoản quản trị không xem" in text(client_of(quantri).get(YEAR))
    assert "Năm này chưa có kế hoạch CCHC" in text(reader.get("/cai-cach/ke-hoach/?nam=2019"))


def test_more_tasks_ask_no_more(plan, reader, tuan, ha, mai, units):
    def statements(address):
        with CaptureQueriesContext(connection) as told:
            assert reader.get(address).status_code == 200
        return len(told)

    before = statements(YEAR), statements(TASKS), statements(ONE)
    for n in range(6):
        add(plan_of(tuan, units), tuan, f"Việc {n}", "bo-may", lead_unit=units["lao-dong"])
    after = statements(YEAR), statements(TASKS), statements(ONE)
    assert after == before
    assert max(after) <= 22


def plan_of(tuan, units):
    return Plan.draw_up(
        by=tuan, on=DRAFTED, programme="cai-cach", title="Kế hoạch khác", unit=units["so"],
        coordinating_unit=units["van-phong"], year=2026, from_on=date(2026, 1, 1),
        to_on=date(2026, 12, 31),
    )  # fmt: skip


def test_the_years_communication_is_planned_and_held(plan, reader, tuan):
    assert "Chưa có kế hoạch tuyên truyền" in text(reader.get(YEAR))
    plan.themes = ["Tuyên truyền"]
    plan.save()
    page = text(reader.get(YEAR))
    assert "0 trên 3 nhiệm vụ đến hạn đã xong" in page
    assert "Đã thực hiện trong năm: 0 cuộc, tin bài" in page
