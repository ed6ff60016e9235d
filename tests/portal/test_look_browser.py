"""The look in a real browser: readable for assistive technology, narrow, dark, under the policy."""

from functools import partial

import pytest

from portal.views.look.pages import PAGES
from tests.pages.looking import SITE, answer, violations
from tests.portal.look_pages import NAMES, Addresses, draw

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
OFTEN = {*PAGES, "chu-dai", "loi-404"}
EACH = [name if name in OFTEN else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
SETS = [
    pytest.param("light", 1280, marks=pytest.mark.slow),
    ("dark", 320),
    pytest.param("light", 320, marks=pytest.mark.slow),
    pytest.param("dark", 1280, marks=pytest.mark.slow),
]


@pytest.fixture
def open_page(opened_in, page):
    """For who types, folds and presses."""
    return opened_in(page)


@pytest.fixture
def look_at(opened_in, window):
    """For who only looks."""
    return opened_in(window)


@pytest.fixture
def opened_in(lan, settings):
    """Opens a sample page as the portal would serve it, and keeps what the console says."""
    settings.ROOT_URLCONF = Addresses

    def opened(page, name: str, *, scheme: str = "light", width: int = 1280, change=str):
        html, page.said = change(draw(name, user=lan)), []
        page.on("console", lambda message: page.said.append(message.text))
        page.route(f"{SITE}/**", lambda route: answer(route, html))
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{SITE}/{name}")
        return page

    return lambda page: partial(opened, page)


@pytest.mark.parametrize(("scheme", "width"), SETS)
@pytest.mark.parametrize("name", EACH)
def test_nothing_stands_in_anybodys_way(look_at, name, scheme, width):
    opened = look_at(name, scheme=scheme, width=width)
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.said == []


def test_a_barrier_would_be_seen(look_at):
    opened = look_at("gui-don", change=lambda html: html.replace('for="id_sender"', ""))
    assert any(found.startswith("label: ") for found in violations(opened))


def test_a_breach_of_the_policy_would_be_seen(look_at):
    red = '<h1 style="color:red">'
    opened = look_at("gui-don", change=lambda html: html.replace("<h1>", red))
    assert "Content Security Policy" in " ".join(opened.said)


def test_the_summary_has_the_focus_and_leads_into_the_field(open_page):
    opened = open_page("gui-don")
    assert opened.evaluate("document.activeElement.className") == "errors"
    opened.get_by_role("link", name="Chưa trả lời").click()
    opened.wait_for_selector("#id_denounces_0:focus")


def test_a_date_box_says_what_it_understood(open_page):
    opened = open_page("vao-so")
    opened.fill("#id_happened_on", "050226")
    opened.locator("#id_happened_on").blur()
    assert opened.inner_text("output") == "Hiểu là thứ Năm, 05/02/2026"


def test_the_question_mark_opens_the_map_of_keys_but_not_while_typing(open_page):
    opened = open_page("vao-so")
    opened.locator("#id_sender").press("?")
    assert not opened.is_visible("#phim-tat")
    opened.locator("#id_sender").blur()
    opened.keyboard.press("?")
    assert opened.is_visible("#phim-tat")


def test_a_scanned_card_fills_its_fields_and_does_not_send_the_form(open_page):
    opened = open_page("vao-so")
    opened.fill("#id_card", "038159000142|123456789|Đỗ Thị Thảo|01021959|Nữ|Sơn Hạ|05042021")
    opened.press("#id_card", "Enter")
    assert opened.input_value("#id_card") == "038159000142"
    assert opened.input_value("#id_sender") == "Đỗ Thị Thảo"
    assert opened.url.endswith("/vao-so")
