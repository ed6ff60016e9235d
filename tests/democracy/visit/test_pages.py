"""The pages of visits: opening several at once, the checklist, the conclusion in the tray."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from democracy.checklist import CHECKLIST
from democracy.models import SiteVisit
from portal.activities import PlannedVisit
from portal.submissions import Submission
from portal.working_days import days_after
from tests.cast import client_of
from tests.conventions.words import english, never, shown
from tests.democracy.visit.conftest import look_through, open_visit, work

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def written(day) -> str:
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def today(tuan, office, fields, units, hoa, khanh, ha, mai):
    """A visit that was opened today."""
    return SiteVisit.open_visit(
        by=tuan, on=TODAY(), kind="kiem-tra", title="Thực hiện dân chủ", leader=tuan,
        visited=units["dich-vu-viec-lam"], unit=units["van-phong"], from_on=TODAY(),
        to_on=days_after(TODAY(), 9), report_due=days_after(TODAY(), 3),
    )  # fmt: skip


@pytest.fixture
def typed(tuan, units):
    return {"kind": "khao-sat", "title": "Khảo sát thực tế", "from_on": written(TODAY()),
            "to_on": written(days_after(TODAY(), 9)), "unit": "van-phong", "leader": tuan.username,
            "places": ["lao-dong", "dich-vu-viec-lam"]}  # fmt: skip


def test_one_decision_opens_a_visit_to_each_unit(typed, tuan, office, units):
    answer = client_of(tuan).post("/dan-chu/khao-sat/moi/", typed)
    assert answer.url == "/dan-chu/khao-sat/"
    codes = set(SiteVisit.objects.values_list("visited__code", flat=True))
    assert codes == {"lao-dong", "dich-vu-viec-lam"}


def test_a_line_of_the_programme_fills_the_form(typed, tuan, office, units):
    line = PlannedVisit.note(
        by=tuan, on=TODAY(), programme="dan-chu", title="Dân chủ cơ sở", from_on=TODAY(),
        to_on=TODAY(), team="Đoàn", visited=units["lao-dong"], unit=units["van-phong"],
    )  # fmt: skip
    one, at = client_of(tuan), f"/dan-chu/khao-sat/moi/?tu={line.code}"
    assert at in one.get("/dan-chu/khao-sat/").content.decode()
    assert 'value="Dân chủ cơ sở"' in one.get(at).content.decode()
    one.post(at, typed | {"places": ["lao-dong"]})
    assert SiteVisit.objects.get().planned == line
    assert at not in one.get("/dan-chu/khao-sat/").content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"kind": "tu-kiem-tra"}, "chọn một đơn vị, cũng là đơn vị chủ trì"),
        ({"kind": "tu-kiem-tra", "places": ["lao-dong"], "unit": "lao-dong"}, "đơn vị đó mở"),
        ({"places": ["van-phong"]}, "chọn loại “Tự kiểm tra”"),
        ({"to_on": "1/1/2020"}, "không trước ngày bắt đầu"),
        ({"report_due": "1/1/2090"}, "Không sau ngày kết thúc"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(typed, tuan, office, units, changed, sentence):
    answer = client_of(tuan).post("/dan-chu/khao-sat/moi/", typed | changed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="Khảo sát thực tế"' in answer.content.decode()


def answers(**changed):
    told = {f"state_{each.code}": "co" for each in CHECKLIST}
    told |= {f"remark_{each.code}": "Bản giấy" for each in CHECKLIST}
    return told | changed


def test_the_checklist_asks_for_each_document(today, tuan):
    one, at = client_of(tuan), f"{today.get_absolute_url()}doi-chieu-tai-lieu/"
    shown = one.get(at).content.decode()
    assert [each.words for each in CHECKLIST if each.words not in shown] == []
    wrong = one.post(at, answers(**{"remark_so-don": ""}))
    assert wrong.status_code == 422
    assert "Ghi số, ngày hoặc nơi thấy tài liệu" in wrong.content.decode()
    one.post(at, answers(**{"state_quy-che": "khong"}))
    shown = one.get(today.get_absolute_url()).content.decode()
    assert "Không có" in shown
    assert today.documents.missing().count() == 1


def test_the_conclusion_goes_up_and_is_signed_in_the_tray(today, tuan, ha):
    one, at = client_of(tuan), today.get_absolute_url()
    work(today, tuan, on=TODAY())
    due = written(days_after(TODAY(), 30))
    one.post(f"{at}ghi-kien-nghi/", {"text": "Ban hành quy chế", "due_on": due})
    one.post(f"{at}ket-luan/", {"strengths": "Nền nếp", "limits": "Thiếu quy chế"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    shown = client_of(ha).get(tray).content.decode()
    assert "Ban hành quy chế" in shown
    assert "Quy chế thực hiện dân chủ" in shown
    client_of(ha).post(tray, {"verdict": "approve"})
    today.refresh_from_db()
    assert (today.stage, today.plan.stage, today.plan.tasks.count()) == ("concluded", "signed", 1)
    assert "chờ văn thư ghi số" in one.get(at).content.decode()


def words_of(answer) -> str:
    written = Document(BytesIO(b"".join(answer.streaming_content)))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in written.paragraphs), *cells])


def test_minutes_and_conclusion_are_papers_to_be_signed(today, tuan, ha, khanh, lan):
    at = today.get_absolute_url()
    assert client_of(tuan).get(f"{at}van-ban/bien-ban/").status_code == 404  # nobody met yet
    work(today, tuan, on=TODAY())
    minutes = words_of(client_of(khanh).get(f"{at}van-ban/bien-ban/"))
    assert "Đoàn và Trung tâm" in minutes
    assert "Quy chế thực hiện dân chủ của cơ quan, đơn vị" in minutes
    today.advise(by=tuan, on=TODAY(), text="Ban hành quy chế", due_on=days_after(TODAY(), 30))
    today.conclude(by=ha, on=TODAY(), strengths="Nền nếp", limits="Thiếu quy chế")
    assert "1) Ban hành quy chế. Hạn:" in words_of(client_of(lan).get(f"{at}van-ban/ket-luan/"))
    assert client_of(lan).get(f"{at}van-ban/bien-ban/").status_code == 404


def test_the_unit_reads_and_reports(today, khanh, lan):
    at = today.get_absolute_url()
    assert client_of(lan).get(at).status_code == 404
    client_of(khanh).post(f"{at}gui-bao-cao-cua-don-vi/", {"text": "Đã có quy chế"})
    assert "Đã có quy chế" in client_of(khanh).get(at).content.decode()


def test_lists_and_pages_cost_a_bounded_number_of_statements(
    today, tuan, units, django_assert_max_num_queries
):
    look_through(today, tuan, on=TODAY())
    for _ in range(5):
        open_visit(tuan, units["van-phong"], units["lao-dong"])
    one = client_of(tuan)
    for address, most in (("/dan-chu/khao-sat/", 20), (today.get_absolute_url(), 20)):
        one.get(address)
        with django_assert_max_num_queries(most):
            one.get(address)


@pytest.mark.parametrize("query", ["xem=gi", "loai=gi", "nam=1999", "don-vi=khong"])
def test_what_the_address_cannot_ask_is_a_400(today, tuan, query):
    assert client_of(tuan).get(f"/dan-chu/khao-sat/?{query}").status_code == 400


def test_three_empty_pages_differ(office, tuan, quantri, units):
    at = "/dan-chu/khao-sat/"
    assert "Chưa có cuộc kiểm tra" in client_of(tuan).get(at).content.decode()
    assert "không xem nội dung" in client_of(quantri).get(at).content.decode()
    open_visit(tuan, units["van-phong"], units["lao-dong"])
    assert "Bỏ bộ lọc" in client_of(tuan).get(f"{at}?q=khongco").content.decode()


def test_its_pages_speak_vietnamese(today, tuan, khanh):
    at = today.get_absolute_url()
    look_through(today, tuan, on=TODAY(), missing=("quy-che",))
    steps = [f"{at}{step.path}/" for step in SiteVisit.workflow if step.sources]
    for address in ("/dan-chu/khao-sat/", "/dan-chu/khao-sat/moi/", at, *steps):
        for user in (tuan, khanh):
            words = shown(client_of(user).get(address).content)
            assert (address, english(words) | never(words)) == (address, set())
