"""Lan enters visits by keyboard while somebody sits before her; the screen locks."""

import pytest

from citizens.models import Visit
from tests.citizens.visits import enter
from tests.journeys.conftest import PASSWORD
from tests.journeys.test_clerk import CARD, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS_A_SECOND = 4
"""What a practised typist does in Vietnamese; the scanner types by itself."""
CONTENT = "Hỏi vì sao thôi hưởng trợ cấp chất độc hóa học từ tháng 3."


@pytest.fixture
def lans_desk(at_work, lan, office, fields):
    return at_work(lan)


@pytest.fixture
def lans_page(lans_desk):
    return lans_desk.page


class Keyboard:
    """Counts what a hand presses."""

    def __init__(self, page) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.pressed += times

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.pressed += len(words)

    def tab_to(self, field_id: str) -> None:
        while self.page.evaluate("document.activeElement.id") != field_id:
            self.press("Tab")
            assert self.pressed < 300, f"no way to {field_id} by keyboard"

    def tell_the_rest(self) -> None:
        """From the kind of what is said to the visit in the book."""
        self.page.wait_for_selector("[name=petition_kind]:focus", state="attached")
        self.press("Space")
        self.tab_to("id_content")
        self.type(CONTENT)
        self.tab_to("id_result_0")
        self.press("ArrowDown", 2)
        self.press("Control+Enter")
        self.page.wait_for_selector("text=Đã vào sổ: TD-")


def at_the_desk(page, live_server) -> Keyboard:
    """Việc của tôi, then the page of entry by its key."""
    page.goto(f"{live_server.url}/cong-viec/")
    keys = Keyboard(page)
    keys.press("g")
    page.wait_for_selector("#id_id_number:focus")
    page.wait_for_load_state()  # the box has the focus before the script that reads a scanner
    return keys


def test_a_visit_is_entered_by_keyboard_in_under_a_minute(lans_page, live_server):
    keys = at_the_desk(lans_page, live_server)
    lans_page.keyboard.type(CARD)  # the scanner
    lans_page.keyboard.press("Enter")
    keys.tell_the_rest()
    visit = Visit.objects.get()
    told = (visit.name, visit.content, visit.petition_kind, visit.result)
    assert told == ("Đinh Thị Thảo", CONTENT, "khieu_nai", "nhan_don")
    print(f"scanned: {keys.pressed} keys, {keys.pressed / KEYS_A_SECOND:.0f} s")
    assert keys.pressed / KEYS_A_SECOND < 30


def test_whoever_came_before_is_entered_by_the_number_alone(lans_page, live_server, lan):
    before = enter(lan, phone="0912345678")
    keys = at_the_desk(lans_page, live_server)
    keys.type(before.id_number)
    keys.press("Enter")
    keys.tell_the_rest()
    visit = Visit.objects.latest("pk")
    told = (visit.name, visit.address, visit.phone)
    assert told == (before.name, before.address, before.phone)
    print(f"typed: {keys.pressed} keys, {keys.pressed / KEYS_A_SECOND:.0f} s")
    assert keys.pressed / KEYS_A_SECOND < 30


def test_who_came_before_is_told_while_the_content_is_not_typed_yet(lans_page, live_server, lan):
    for _ in range(3):
        enter(lan)
    lans_page.goto(f"{live_server.url}/tiep-dan/vao-so/")
    lans_page.keyboard.type(CARD)
    lans_page.keyboard.press("Enter")
    lans_page.wait_for_selector("text=Đã đến 3 lần")
    assert lans_page.locator("#id_name").input_value() == "Đinh Thị Thảo"
    assert lans_page.locator("#id_content").input_value() == ""


def test_the_locked_screen_shows_nothing_and_gives_back_what_was_typed(lans_desk, live_server):
    lans_page = lans_desk.page
    lans_page.goto(f"{live_server.url}/tiep-dan/vao-so/")
    lans_page.locator("#id_content").fill("Đang nói dở")
    lans_page.get_by_role("button", name="Khóa màn hình").click()
    lans_page.wait_for_selector("#khoa[open]")
    assert not lans_page.locator("#id_content").is_visible()
    lans_page.locator("#khoa-mat-khau").fill("sai")
    lans_page.keyboard.press("Enter")
    lans_page.wait_for_selector("text=Mật khẩu chưa đúng")
    lans_page.locator("#khoa-mat-khau").fill(PASSWORD)
    lans_page.keyboard.press("Enter")
    lans_page.wait_for_selector("#khoa:not([open])", state="attached")
    assert lans_page.locator("#id_content").input_value() == "Đang nói dở"
    assert all("422" in words for words in lans_desk.said)  # Chromium itself tells of the answer
    lans_desk.said.clear()


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 320)])
def test_the_pages_of_reception_are_readable(lans_page, live_server, lan, scheme, width):
    visit = enter(lan, result="tu_choi", ground="9.3", people=7)
    at = visit.get_absolute_url()
    pages = ("/tiep-dan/", "/tiep-dan/vao-so/", "/tiep-dan/vao-so/bi-mat/", "/tiep-dan/so-rieng/")
    papers = (
        at,
        f"{at}bien-nhan/",
        f"{at}thong-bao/",
        f"{at}nhan-don/",
        "/tiep-dan/in-so/?nam=2026",
    )
    lans_page.emulate_media(color_scheme=scheme)
    lans_page.set_viewport_size({"width": width, "height": 800})
    for address in (*pages, *papers):
        lans_page.goto(live_server.url + address)
        assert (address, violations(lans_page)) == (address, [])
        assert lans_page.evaluate("document.documentElement.scrollWidth") <= width, address
