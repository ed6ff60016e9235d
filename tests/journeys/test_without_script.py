"""What an office does every day, in browsers that run no script."""

from datetime import timedelta

import pytest
from django.utils import timezone

from citizens.models import Petition
from portal.models import Unit
from tests.portal.specimens import pdf

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.parametrize("scripts", [False])]


@pytest.fixture
def of_today(letter, lan, binh, communes, fields):
    """Three letters that came today."""
    today = timezone.localdate()
    return [letter(today, field=fields["ncc-mai-tang-phi"]) for _ in range(3)]


def test_a_letter_is_assigned_noted_completed_and_corrected(at_work, of_today, lan, binh):
    binh, lan = at_work(binh), at_work(lan)
    binh.open(of_today[0].get_absolute_url())
    binh.press("Phân công")
    binh.fill(unit="tiep-cong-dan", officer="lan")
    binh.press("Phân công")
    binh.reads("Nguyễn Thị Lan")

    lan.open(of_today[0].get_absolute_url())
    lan.press("Ghi chú")
    lan.fill(text="Đã gọi cho bà Thảo.")
    lan.press("Ghi chú")
    lan.reads("Đã gọi cho bà Thảo.")
    lan.press("Thêm tài liệu")
    papers = {"name": "giay-xac-nhan.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    lan.page.set_input_files("[name=files_sent]", papers)
    lan.press("Thêm tài liệu")
    lan.reads("giay-xac-nhan.pdf")
    lan.press("Đính chính")
    lan.fill(fact="title", new="Xin xem lại trợ cấp chất độc hóa học", reason="Ghi nhầm.")
    lan.press("Đính chính")
    lan.reads("Xin xem lại trợ cấp chất độc hóa học")


def test_a_list_is_narrowed_searched_and_left_for_a_letter_and_back(at_work, of_today, lan):
    Petition.objects.filter(pk=of_today[1].pk).update(title="Mái che nơi chờ")
    lan = at_work(lan)
    lan.open("/don/")
    lan.fill(**{"linh-vuc": "nguoi-co-cong", "han": ""})
    lan.press("Lọc")
    lan.reads("Lĩnh vực: Người có công")
    lan.follow(lan.page.get_by_role("link", name="D-").first)
    lan.follow(lan.page.get_by_role("link", name="Sau"))
    lan.follow(lan.page.locator(".crumbs").get_by_role("link", name="Đơn"))
    lan.reads("Lĩnh vực: Người có công")
    lan.press("Xóa tất cả")
    lan.page.fill("#tim-chung", "khiếu nại quyết định")
    with lan.page.expect_navigation():
        lan.page.press("#tim-chung", "Enter")
    lan.reads("Tìm trong toàn Cổng")
    lan.reads(of_today[0].code)


def test_the_filters_unfold_on_a_phone(at_work, of_today, lan):
    lan = at_work(lan, phone=True)
    lan.open("/don/?linh-vuc=nguoi-co-cong")
    assert not lan.page.locator("form.filters").is_visible()
    lan.page.locator(".fold summary").click()
    lan.fill(han="")
    lan.press("Lọc")
    lan.reads("Lĩnh vực: Người có công")


def test_an_instruction_is_given_reported_and_closed(at_work, accepted, ha, minh):
    today = timezone.localdate()
    case = accepted(today, received_on=today - timedelta(days=1))
    ha, minh = at_work(ha, phone=True), at_work(minh)
    ha.open(case.get_absolute_url())
    ha.press("Chỉ đạo")
    ha.fill(text="Báo cáo trước thứ Sáu.", due_on=f"{today + timedelta(days=7):%d/%m/%Y}")
    ha.press("Chỉ đạo")
    minh.open("/chi-dao/")
    minh.follow(minh.page.locator("main a[href^='/chi-dao/']").first)
    minh.reads("Báo cáo trước thứ Sáu.")


def test_a_unit_is_opened_by_the_administrator(at_work, quantri, units):
    quantri = at_work(quantri)
    quantri.open("/quan-tri/don-vi/")
    quantri.follow(quantri.page.locator("main a[href='/quan-tri/don-vi/moi/']").first)
    quantri.fill(code="tre-em", name="Phòng Trẻ em", short_name="TE", kind="division")
    quantri.fill(opened_on=f"{timezone.localdate():%d/%m/%Y}")
    quantri.follow(quantri.page.locator("main form[method=post] button").last)
    assert Unit.objects.filter(code="tre-em").exists()
