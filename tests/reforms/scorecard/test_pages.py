"""Pages of scorecards: a line is scored in the browser, nothing typed is lost, files go along."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from python_calamine import CalamineWorkbook

from portal.statistics import Figure
from portal.working_days import days_after
from reforms import proposals
from reforms.models import BoardFigure, Scorecard, ScoringCampaign
from reforms.models.scorecard.campaign import DATES
from tests.reforms.scorecard.conftest import review_all, score_all, told

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def running(template, units, oanh, tuan, ha, hoa, khanh) -> ScoringCampaign:
    """A campaign whose windows are open today."""
    windows = {name: days_after(TODAY(), 5 * n) for n, name in enumerate(DATES, 1)}
    scored = [units["dich-vu-viec-lam"], units["nguoi-co-cong"]]
    return ScoringCampaign.open_campaign(
        by=oanh, on=TODAY(), criteria=template, year=TODAY().year, of_the_office=False,
        scored=scored, **windows,
    )  # fmt: skip


@pytest.fixture
def own(running, units) -> Scorecard:
    return running.cards.get(unit=units["dich-vu-viec-lam"])


@pytest.fixture
def at_work(client, khanh):
    client.force_login(khanh)
    return client


def send(client, card, step="tu-cham", **data):
    card.refresh_from_db()
    sent = {"line": "1.3", "applies": "co", "note": "", "version": card.version} | data
    return client.post(f"{card.get_absolute_url()}{step}/", sent)


def table_of(content: bytes) -> list[list]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def text(response) -> str:
    return response.content.decode()


def test_a_line_is_scored_and_leads_back_to_its_place(at_work, own):
    response = send(at_work, own, value="9", whole="10", note="Sổ theo dõi kế hoạch")
    assert response["Location"].endswith(f"{own.code}/#dong-1-3")
    assert own.marks.get().points == Decimal("1.8")


def test_save_and_go_on_to_the_next_line(at_work, own):
    response = send(at_work, own, value="9", whole="10", note="Sổ", tiep="1")
    assert response["Location"].endswith("tu-cham/?line=1.4")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"value": "9", "whole": "10"}, "Dòng có điểm phải có tài liệu kiểm chứng"),
        ({"value": "11", "whole": "10", "note": "x"}, "lớn hơn tổng số"),
        ({"value": "", "whole": "10", "note": "x"}, "Chưa nhập nhiệm vụ đã hoàn thành"),
        ({"value": "chín", "whole": "10", "note": "x"}, "Ghi bằng chữ số"),
        ({"applies": "khong"}, "Ghi lý do không áp dụng"),
        ({"value": "9", "whole": "10", "points": "1,5"}, "Ghi lý do điểm khác cách tính"),
        ({"value": "9", "whole": "10", "points": "9", "note": "x"}, "Điểm cao nhất"),
        ({"value": "9", "whole": "10", "link": "khong phai", "note": "x"}, "Xem lại đường dẫn"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(at_work, own, sent, words):
    response = send(at_work, own, **sent)
    assert response.status_code == 422
    assert words in text(response)
    assert sent.get("value", "") in text(response)
    assert not own.marks.exists()


def test_what_the_portal_counts_stands_in_the_form_and_needs_no_paper(at_work, own, monkeypatch):
    known = {
        name: Figure(name, name, "", "nhiệm vụ", lambda period, unit="", n=n: n,
                     lambda period, unit="": f"/nhiem-vu/?don-vi={unit}")
        for name, n in (("reform_tasks_done", 9), ("reform_tasks_due", 10))
    }  # fmt: skip
    monkeypatch.setattr(proposals, "REGISTRY", known)
    page = text(at_work.get(f"{own.get_absolute_url()}tu-cham/?line=1.3"))
    assert '<a href="/nhiem-vu/?don-vi=dich-vu-viec-lam">9</a>' in page
    assert send(at_work, own, value="9", whole="10").status_code == 302
    assert own.marks.get().from_portal


def test_a_line_that_does_not_exist_is_a_wrong_address(at_work, own):
    assert at_work.get(f"{own.get_absolute_url()}tu-cham/?line=9.9").status_code == 400


def test_what_is_lost_is_told_with_what_would_win_it(at_work, own, khanh, monkeypatch):
    monkeypatch.setattr(proposals, "REGISTRY", {})
    own.self_score(by=khanh, on=TODAY(), line="1.3", told=told(9, 10), note="Sổ")
    page = text(at_work.get(f"{own.get_absolute_url()}diem-mat/"))
    assert "Mất 0,2 điểm ở 1 dòng" in page
    assert "Thêm 1 (nhiệm vụ đã hoàn thành) thì đủ điểm, tính trên 10." in page


def test_a_locked_card_says_so(at_work, own):
    Scorecard.objects.filter(pk=own.pk).update(open_until=days_after(TODAY(), -1))
    assert "Đã khóa từ hết ngày" in text(at_work.get(own.get_absolute_url()))
    closed = at_work.get(f"{own.get_absolute_url()}tu-cham/?line=1.3")
    assert "Đã hết thời gian; người thẩm định mở lại" in text(closed)


def test_the_card_goes_along_as_excel_and_word(at_work, own, khanh):
    own.self_score(by=khanh, on=TODAY(), line="1.3", told=told(9, 10), note="Sổ theo dõi")
    table = table_of(at_work.get(f"{own.get_absolute_url()}tep/").getvalue())
    rows = {row[0]: row for row in table}
    assert rows["1.3"][3:5] == ["2", "1,8"]
    word = Document(BytesIO(at_work.get(f"{own.get_absolute_url()}van-ban/").getvalue()))
    cells = [cell.text for row in word.tables[1].rows for cell in row.cells]
    assert cells[cells.index("1.3") + 3] == "1,8"


def test_the_staff_read_no_points_before_they_are_made_known(client, running, minh, ha):
    client.force_login(ha)
    assert text(client.get(running.get_absolute_url())).count("Trung tâm Dịch vụ việc làm") == 1
    client.force_login(minh)
    page = text(client.get(running.get_absolute_url()))
    assert "Trung tâm Dịch vụ việc làm" not in page
    assert "1 phiếu chấm khác đang chấm, chưa công khai." in page


def test_ties_share_a_place_and_none_follows(client, running, units, ha, oanh):
    for card in running.cards.all():
        review_all(card, by=oanh, on=TODAY())
    running.cards.update(stage="done", open_until=None)
    client.force_login(ha)
    page = text(client.get(running.get_absolute_url()))
    assert page.count('<td data-label="Thứ tự">1<span class="sub">bằng điểm') == 2
    order = client.get(f"{running.get_absolute_url()}tep/").getvalue()
    assert [row[0] for row in table_of(order)[1:]] == ["1", "1"]


def test_a_campaign_is_opened_from_its_form(client, template, units, oanh, ha):
    client.force_login(oanh)
    at = f"/cai-cach/cham-diem/moi/?bo={template.pk}"
    sent = {"year": "2026", "of_the_office": "khong", "units": ["lao-dong"],
            "self_due": "10/12/2026", "review_due": "20/12/2026",
            "explain_due": "05/01/2027", "final_due": "15/01/2027"}  # fmt: skip
    wrong = client.post(at, sent | {"explain_due": "01/12/2026"})
    assert "Hạn này đang trước hạn của bước liền trước" in text(wrong)
    assert client.post(at, sent).status_code == 302
    one = ScoringCampaign.objects.get()
    assert (one.cards.get().unit.code, one.explain_due) == ("lao-dong", date(2027, 1, 5))
    assert client.post(at, sent | {"of_the_office": "co"}).status_code == 302


def test_without_a_board_in_force_nothing_is_told(client, office, oanh):
    client.force_login(oanh)
    assert "/cai-cach/766/ghi/" not in text(client.get("/cai-cach/766/"))


def test_the_board_is_told_by_month(client, template, oanh):
    client.force_login(oanh)
    at = "/cai-cach/766/ghi/?ky=2026-t10"
    page = text(client.get(at))
    number = page.split("4.4 Dịch vụ dữ liệu đã kết nối")[0].rsplit('for="id_part_', 1)[1]
    n = int(number.split('"')[0])
    half = client.post(at, {"source": "Cổng DVCQG", f"part_{n}": "3"})
    assert "Ghi cả hai số" in text(half)
    sent = {"source": "Cổng DVCQG", f"part_{n}": "3", f"whole_{n}": "4"}
    assert client.post(at, sent).status_code == 302
    assert str(BoardFigure.objects.get()) == "4.4: 3 trên 4"
    board = text(client.get("/cai-cach/766/?ky=2026-t10"))
    assert 'class="radar"' in board
    assert "75%" in board


@pytest.mark.parametrize("asked", ["2099-t01", "abc", "2026-t13"])
def test_a_period_that_has_not_begun_does_not_exist(client, template, oanh, asked):
    client.force_login(oanh)
    assert client.get(f"/cai-cach/766/?ky={asked}").status_code == 404


def test_pages_cost_the_same_however_much_is_scored(
    at_work, own, khanh, django_assert_max_num_queries
):
    score_all(own, by=khanh, on=TODAY())
    with django_assert_max_num_queries(24):
        at_work.get(own.get_absolute_url())
    with django_assert_max_num_queries(16):
        at_work.get("/cai-cach/phieu-cham/")
    with django_assert_max_num_queries(18):
        at_work.get(own.campaign.get_absolute_url())
    with django_assert_max_num_queries(60):
        at_work.get(f"{own.get_absolute_url()}diem-mat/")
    with django_assert_max_num_queries(36):
        at_work.get("/cai-cach/766/")
