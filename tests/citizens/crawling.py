"""Reads pages as a browser does: which links lead on, which forms stand there, what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client

ELSEWHERE = ("/dang-xuat/", "/static/", "/xem-thu/")
UNSENT = ("submit", "button", "image", "reset", "file")
WITHOUT_WORDS = ("script", "style")


@dataclass
class Form:
    """One form of a page with what it would send unchanged, no button pressed."""

    page: str
    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    boxes: set[str] = field(default_factory=set)
    """Names into which anything can be typed."""
    choices: set[str] = field(default_factory=set)
    """Names whose answers stand on the page; a forged request sends others."""
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def free(self) -> set[str]:
        return self.boxes | self.choices


class Page(HTMLParser):
    """Links, forms and words of one page."""

    def __init__(self, address: str, body: str = "") -> None:
        super().__init__()
        self.address, self.body = address, body
        self.links, self.forms, self.words = [], [], []
        self.form: Form | None = None
        self.text_of = self.choice_of = self.silent_in = ""
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href"):
            self.links.append(urldefrag(urljoin(self.address, given["href"]))[0])
        elif tag in WITHOUT_WORDS:
            self.silent_in = tag
        elif tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            self.form = Form(self.address, action, given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form is not None:
            self.read_control(self.form, tag, given)

    def read_control(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "textarea":
            self.text_of = name
            self.put(form, name, "")
        elif tag == "select":
            self.choice_of = name
            form.choices.add(name)
        elif tag == "option" and self.choice_of:
            if "selected" in given or self.choice_of not in form.values:
                form.values[self.choice_of] = [given.get("value", "")]
        elif tag == "input" and name and given.get("type") not in UNSENT:
            self.read_input(form, name, given)
        elif name and (tag == "button" or given.get("type") == "submit"):
            form.buttons.append((name, given.get("value", "")))

    def read_input(self, form: Form, name: str, given: dict[str, str]) -> None:
        if given.get("type") in ("checkbox", "radio"):
            form.choices.add(name)
            if "checked" in given or name not in form.values:
                form.values[name] = [given.get("value", "on")]
        elif given.get("type") == "hidden":
            form.values[name] = [given.get("value", "")]
        else:
            self.put(form, name, given.get("value", ""))

    def put(self, form: Form, name: str, value: str) -> None:
        form.values[name] = [value]
        form.boxes.add(name)

    def handle_data(self, data: str) -> None:
        if self.text_of and self.form is not None:
            self.form.values[self.text_of] = [data.removeprefix("\n")]
        elif not self.silent_in:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag in ("textarea", "select"):
            self.text_of = self.choice_of = ""
        elif tag in WITHOUT_WORDS:
            self.silent_in = ""


def walk(client: Client, *starts: str, most: int) -> Iterator[Page]:
    """Pages that links lead to, breadth first, each address once."""
    waiting, seen = list(starts), set(starts)
    while waiting and most:
        address = waiting.pop(0)
        response = client.get(address)
        assert response.status_code < 500, address
        if not is_page(response):
            continue
        most -= 1
        page = Page(address, response.content.decode())
        yield page
        onward = [link for link in page.links if is_ours(link) and link not in seen]
        seen.update(onward)
        waiting += dict.fromkeys(onward)


def is_page(response) -> bool:
    return response.status_code == 200 and "text/html" in response["Content-Type"]


def is_ours(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.netloc and link.startswith("/") and not link.startswith(ELSEWHERE)
