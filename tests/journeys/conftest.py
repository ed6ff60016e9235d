"""People of the office at their own browsers, signed in through the front door."""

import re

import pytest
from playwright.sync_api import TimeoutError

from tests.citizens.conftest import (  # noqa: F401
    accepted,
    classified,
    complaint,
    letter,
    settled,
    verified,
    verifying,
)
from tests.portal.publications.conftest import draft, nga, shown  # noqa: F401

PASSWORD = "một câu dài để đăng nhập thử"
PHONE = {"width": 360, "height": 760}
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
# On a busy machine a script's typing is in a field before Chromium has drawn the page; it then
# says that it left the focus there, which is what somebody typing wants.
NO_FAULT = "Autofocus processing was blocked because a document already has a focused element."


class Browser:
    """One person's page, with the few things that people do on pages."""

    def __init__(self, page, site: str) -> None:
        self.page, self.site, self.said = page, site, []
        page.on("console", lambda message: self.hear(message.text))

    def hear(self, words: str) -> None:
        if words != NO_FAULT:
            self.said.append(words)

    def open(self, address: str) -> None:
        self.page.goto(f"{self.site}{address}")

    def press(self, words: str) -> None:
        """A button or link of the page itself, by its words."""
        inside = self.page.locator("main")
        named = {"name": words, "exact": True}
        found = inside.get_by_role("button", **named).or_(inside.get_by_role("link", **named)).first
        assert_there(found, words, inside)
        self.follow(found)

    def follow(self, found) -> None:
        """Done when the next page is there: nobody reads, types or hands over before."""
        with self.page.expect_navigation():
            found.click()

    def fill(self, **answers: str) -> None:
        for name, answer in answers.items():
            box = self.page.locator(f"[name={name}]")
            if box.first.get_attribute("type") in ("radio", "checkbox"):
                self.page.locator(f"[name={name}][value='{answer}']").check()
            elif box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(answer)
            else:
                box.fill(answer)

    def reads(self, words: str) -> None:
        read = self.page.locator("body").inner_text()
        assert words in read, read[:3000]

    @property
    def code(self) -> str:
        """The look-up code on the sheet in front of the reader."""
        return CODE.search(self.page.locator("main").inner_text()).group()


def assert_there(found, words: str, inside) -> None:
    """A page that lacks what a person wants to press is shown as they see it."""
    try:
        found.wait_for()
    except TimeoutError as late:
        raise AssertionError(f"no “{words}” on this page:\n{inside.inner_text()}") from late


@pytest.fixture
def scripts() -> bool:
    """Whether the browsers of this test run scripts; a test says otherwise by this name."""
    return True


@pytest.fixture
def at_work(live_server, new_context, settings, scripts, voluntary):
    """Opens a browser for a person of the office, on a phone if asked."""
    settings.PORTAL_URL = live_server.url
    contexts, opened = [], []

    def sign_in(user, *, phone=False) -> Browser:
        user.set_password(PASSWORD)
        user.save()
        wishes = {"java_script_enabled": scripts} | ({"viewport": PHONE} if phone else {})
        contexts.append(new_context(**wishes))
        person = Browser(contexts[-1].new_page(), live_server.url)
        person.open("/dang-nhap/")
        person.fill(username=user.username, password=PASSWORD)
        person.press("Đăng nhập")
        opened.append(person)
        return person

    yield sign_in
    told = [words for person in opened for words in person.said]
    for context in contexts:
        context.close()
    assert told == []


@pytest.fixture
def citizen(live_server, page) -> Browser:
    return Browser(page, live_server.url)
