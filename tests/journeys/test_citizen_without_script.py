"""What a citizen comes for, in a browser that runs no script: from the news to a word of thanks."""

import pytest
from django.utils import timezone

from citizens.models import LookupCode
from tests.citizens.test_public_browser import walk
from tests.journeys.conftest import Browser
from tests.portal.publications.conftest import places  # noqa: F401

pytestmark = pytest.mark.browser


@pytest.fixture
def citizen(live_server, new_context) -> Browser:
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 760}).new_page()
    page.site = live_server.url
    return Browser(page, live_server.url)


@pytest.mark.slow
def test_news_search_and_feedback_up_to_its_look_up(citizen, shown, office, fields, communes):
    citizen.open("/")
    citizen.press(shown.title)
    citizen.reads("Đoàn đã thăm 300 gia đình.")
    citizen.follow(citizen.page.locator(".crumbs").get_by_role("link", name="Trang chủ"))
    citizen.fill(q="nguoi co cong na khoang")
    citizen.press("Tìm")
    citizen.press(shown.title)
    citizen.follow(citizen.page.locator("main").get_by_role("link", name="In bài viết"))
    citizen.reads(shown.title)

    assert list(walk(citizen.page))[-1] == "receipt"
    code = citizen.code
    citizen.open("/")
    citizen.fill(code=code)
    citizen.press("Tra cứu")
    citizen.reads("Sở đã nhận đơn của ông/bà")


def test_an_answer_is_looked_up_and_the_service_rated(citizen, settled, office):
    on = timezone.localdate()
    code = LookupCode.issue(settled().petition, on=on)
    citizen.open("/tra-cuu/")
    citizen.fill(code=code)
    citizen.press("Tra cứu")
    citizen.reads("Văn bản Sở đã gửi")
    citizen.press("Cho biết mức hài lòng")
    citizen.press("Gửi ý kiến")
    citizen.reads("Chọn mức hài lòng cho ít nhất một câu")
    citizen.page.locator("main input[type=radio]").first.check()
    citizen.press("Gửi ý kiến")
    citizen.reads("Đã nhận ý kiến")
