"""Mai enters posted letters by keyboard alone, on pages that assistive technology can read."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from citizens.models import Party, Petition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CARD = "099158000123|271234567|Đinh Thị Thảo|05031958|Nữ|Thôn 3, Xã An Phú|20052021"


@pytest.fixture
def mais_page(at_work, mai, binh, office, fields, communes):
    return at_work(mai).page


def enter_letter(page, *, number: str, title: str) -> None:
    """From the first question to the next, without a mouse."""
    page.wait_for_function("document.activeElement.matches('a.btn-primary')")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'id_incoming_no'")
    page.keyboard.type(number)
    press_tab_to(page, "id_id_number")
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")  # the scanner ends its line; it only fills
    press_tab_to(page, "id_title")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/don/vao-so/")


def press_tab_to(page, field_id: str) -> None:
    for _ in range(30):
        if page.evaluate("document.activeElement.id") == field_id:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {field_id} by keyboard")


def test_letter_after_letter_by_keyboard(mais_page, live_server):
    mais_page.goto(f"{live_server.url}/don/vao-so/")
    for serial in ("412", "413", "414"):
        enter_letter(mais_page, number=serial, title=f"Xin xem lại trợ cấp {serial}")
    entered = Petition.objects.order_by("pk")
    assert [petition.incoming_no for petition in entered] == ["412", "413", "414"]
    assert {petition.parties.get().birth_year for petition in entered} == {1958}
    assert {petition.sender for petition in entered} == {"Đinh Thị Thảo"}


PAGES = ("/don/vao-so/", "/don/vao-so/don-thuong/", "/don/vao-so/bi-mat/")


WIDE, NARROW = ("light", 1366), ("dark", 320)


@pytest.mark.parametrize(("scheme", "width"), [WIDE, pytest.param(*NARROW, marks=pytest.mark.slow)])
@pytest.mark.parametrize("address", PAGES)
def test_the_clerks_pages_are_readable(mais_page, live_server, address, scheme, width):
    mais_page.emulate_media(color_scheme=scheme)
    mais_page.set_viewport_size({"width": width, "height": 800})
    mais_page.goto(live_server.url + address)
    assert violations(mais_page) == []
    assert mais_page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def letter_to_classify(mai, thao, office, fields, communes):
    monday = date(2026, 7, 6)
    return Petition.register(
        by=mai,
        on=monday,
        received_on=monday,
        parties=[Party(**thao)],
        channel="buu_chinh",
        title="Xin xem lại trợ cấp",
        content="Tôi đề nghị Sở xem lại.",
        commune=communes["an-phu"],
    )


STEPS = ("", "phan-loai/", "chuyen-so-rieng/", "yeu-cau-bo-sung/", "dinh-chinh/", "bien-nhan/")


@pytest.mark.parametrize(("scheme", "width"), [pytest.param(*WIDE, marks=pytest.mark.slow), NARROW])
def test_the_pages_of_a_petition_are_readable(
    at_work, letter_to_classify, lan, live_server, scheme, width
):
    petition, page = letter_to_classify, at_work(lan).page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for path in STEPS:
        page.goto(f"{live_server.url}/don/{petition.code}/{path}")
        assert (path, violations(page)) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_an_error_is_readable_and_has_the_focus(at_work, mai, office, fields, communes):
    clerk = at_work(mai)
    clerk.open("/don/vao-so/don-thuong/")
    clerk.page.get_by_role("button", name="Lưu và nhập đơn tiếp").last.click()
    clerk.page.wait_for_selector(".errors")
    assert clerk.page.title().startswith("Lỗi:")
    assert clerk.page.evaluate("document.activeElement.className") == "errors"
    assert violations(clerk.page) == []
    assert all("422" in words for words in clerk.said)  # Chromium itself tells of the answer
    clerk.said.clear()


def violations(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{v['id']}: {node['html'][:150]}" for v in found for node in v["nodes"]]
