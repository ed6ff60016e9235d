"""Mai enters posted letters by keyboard alone, on pages that assistive technology can read."""

import pytest

from citizens.models import Petition
from tests.pages.looking import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CARD = "099158000123|271234567|Đinh Thị Thảo|05031958|Nữ|Thôn 3, Xã An Phú|20052021"


@pytest.fixture
def mais_page(at_work, mai, binh, office, fields, communes):
    return at_work(mai).page


SHOWN = """(letters) => {
    const seen = document.querySelector("[name=da-xem-trung]")?.value ?? "";
    return seen.split(",").filter(Boolean).length >= letters;
}"""
"""Enter pressed before the likely letters are shown is answered with them first."""


def enter_letter(page, *, number: str, title: str, before: int) -> None:
    """From the first question to the next, without a mouse, `before` letters being alike."""
    page.wait_for_selector("a.btn-primary:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_incoming_no:focus")
    page.wait_for_load_state()  # a scanner is no quicker than the script that reads its line
    page.keyboard.type(number)
    press_tab_to(page, "id_id_number")
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")  # the scanner ends its line; it only fills
    press_tab_to(page, "id_title")
    page.keyboard.type(title)
    page.wait_for_function(SHOWN, arg=before)
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
    for before, serial in enumerate(("412", "413", "414")):
        enter_letter(mais_page, number=serial, title=f"Xin xem lại trợ cấp {serial}", before=before)
    entered = Petition.objects.order_by("pk")
    assert [petition.incoming_no for petition in entered] == ["412", "413", "414"]
    assert {petition.parties.get().birth_year for petition in entered} == {1958}
    assert {petition.sender for petition in entered} == {"Đinh Thị Thảo"}


def test_an_error_is_readable_and_has_the_focus(at_work, mai, office, fields, communes):
    clerk = at_work(mai)
    clerk.open("/don/vao-so/don-thuong/")
    clerk.follow(clerk.page.get_by_role("button", name="Lưu và nhập đơn tiếp").last)
    clerk.page.wait_for_selector(".errors:focus")
    assert clerk.page.title().startswith("Lỗi:")
    assert violations(clerk.page) == []
    assert all("422" in words for words in clerk.said)  # Chromium itself tells of the answer
    clerk.said.clear()
