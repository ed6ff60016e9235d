"""Mai enters posted letters by keyboard alone, and her pages are readable for assistive technology."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from citizens.models import Petition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CARD = "099158000123|271234567|Đinh Thị Thảo|05031958|Nữ|Thôn 3, Xã An Phú|20052021"


@pytest.fixture
def mais_page(at_work, mai, binh, office, fields, communes):
    return at_work(mai).page


def enter_letter(page, *, number: str, title: str) -> None:
    """From the first question to the next, without a mouse."""
    page.keyboard.press("Enter")  # "Không, nhập đơn vào sổ" has the focus
    page.wait_for_url("**/don-thuong/")
    page.keyboard.type(number)  # so does "Số đến"
    press_tab_to(page, "id_id_number")
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")  # the scanner ends its line; it only fills
    press_tab_to(page, "id_title")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/vao-so/")


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


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 320)])
@pytest.mark.parametrize("address", PAGES)
def test_the_clerks_pages_are_readable(mais_page, live_server, address, scheme, width):
    mais_page.emulate_media(color_scheme=scheme)
    mais_page.set_viewport_size({"width": width, "height": 800})
    mais_page.goto(live_server.url + address)
    assert violations(mais_page) == []
    assert mais_page.evaluate("document.documentElement.scrollWidth") <= width


def violations(page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{v['id']}: {node['html'][:150]}" for v in found for node in v["nodes"]]
