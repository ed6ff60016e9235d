"""Every number on the leaders' pages opens as many rows as it says; one thing has one number."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.utils import timezone

from portal.fields import Field
from portal.management.commands.seed_demo import Command
from portal.people import User
from tests.cast import client_of

NUMBER = re.compile(
    r'<a[^>]*href="(/[^"]+)"[^>]*>\s*(?:<b[^>]*>)?\s*([\d.]+)\s*(?:</b>)?\s*'
    r"(?:<small>[^<]*</small>)?\s*</a>"
)
TOLD = re.compile(r'<nav class="pager"[^>]*><span class="soft">(?:[\d.]+ trong )?([\d.]+) [^<]*<')
NEXT = re.compile(r'<a class="btn" href="([^"]+)" rel="next"')
ADDED_UP = (
    "/cai-cach/bien-che/",
    "/cai-cach/ho-so/",
    "/cai-cach/kinh-phi/",
    "/cai-cach/hai-long/",
    "/hoat-dong/dao-tao/",
    "/hoat-dong/tuyen-truyen/",
)
"""Rows that carry numbers of their own: what is shown is their sum."""
IN_PLACE = "#"
"""A part of a longer page."""
OF_THE_DESK = "/cong-viec/"
"""Slips stand there in several parts."""


def numbers_on(page: str) -> list[tuple[str, int]]:
    main = page[page.index("<main") :]
    return [(unescape(url), whole(words)) for url, words in NUMBER.findall(main)]


def whole(words: str) -> int:
    return int(words.replace(".", ""))


def rows_behind(client, url: str) -> int:
    """As the list tells; where it tells only this page, page after page."""
    page = client.get(url).content.decode()
    told = TOLD.search(page)
    if told and "trên trang này" not in told.group():
        return whole(told.group(1))
    count = rows_in(page)
    while following := NEXT.search(page):
        at = unescape(following.group(1))
        page = client.get(at if at.startswith("/") else url.partition("?")[0] + at).content.decode()
        count += rows_in(page)
    return count


def rows_in(page: str) -> int:
    bodies = re.findall(r"<tbody.*?</tbody>", page[page.index("<main") :], re.DOTALL)
    return sum(body.count("<tr") for body in bodies)


def disagreements(client, addresses: list[str]) -> tuple[int, list[str]]:
    """How many numbers were followed, and what does not agree, in words."""
    found: dict[str, dict[int, str]] = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        for url, number in numbers_on(answer.content.decode()):
            found.setdefault(url, {}).setdefault(number, address)
    return sum(map(len, found.values())), [
        words for url, numbers in found.items() for words in wrong_with(client, url, numbers)
    ]


def wrong_with(client, url: str, numbers: dict[int, str]) -> list[str]:
    if client.get(url).status_code != 200:
        return [f"{url} does not open"]
    if url.startswith((*ADDED_UP, OF_THE_DESK)) or IN_PLACE in url:
        return []
    if len(numbers) > 1:
        return [f"{url} has the numbers {numbers}"]
    rows = rows_behind(client, url)
    return [f"{at}: {said} is {rows} at {url}" for said, at in numbers.items() if said != rows]


def pages_of_leaders(today: date) -> list[str]:
    periods = ("", f"?ky={today.year}", f"?ky={today.year}-q3", f"?ky={today.year - 1}")
    fields = Field.objects.filter(parent=None).values_list("code", flat=True)
    return [
        *(f"/dieu-hanh/{period}" for period in periods),
        *(f"/dieu-hanh/cai-cach/{period}" for period in periods),
        f"/dieu-hanh/dan-chu/?nam={today.year}",
        *(f"/dieu-hanh/linh-vuc/?linh-vuc={code}&ky={today.year}" for code in fields),
    ]


@pytest.mark.slow
def test_every_number_of_the_demo_leads_to_its_rows(db):
    today = timezone.localdate()
    Command().fill(today=today, since=today - timedelta(days=90), often=False)
    client = client_of(User.objects.get(username="ha"))
    followed, wrong = disagreements(client, pages_of_leaders(today))
    print(f"numbers followed {followed}, wrong {len(wrong)}")
    assert followed > 150
    assert wrong == []


PAGE = '<main><a class="figure" href="/don/?xem=dang-mo">{}</a></main>'


class Answers:
    """A portal of two pages: what the leader sees, and the list behind it."""

    def __init__(self, *pages: str) -> None:
        self.pages = dict(zip(("/a/", "/b/", "/don/?xem=dang-mo"), pages, strict=True))

    def get(self, url):
        return HttpResponse(self.pages[url])


LIST = (
    '<main><nav class="pager" aria-label="Trang"><span class="soft">25 trong 31 đơn</span></main>'
)


@pytest.mark.parametrize(
    ("first", "second", "wrong"), [("31", "31", 0), ("30", "30", 1), ("31", "30", 1)]
)
def test_a_wrong_number_and_two_numbers_for_one_thing_are_seen(first, second, wrong):
    client = Answers(PAGE.format(first), PAGE.format(second), LIST)
    assert len(disagreements(client, ["/a/", "/b/"])[1]) == wrong
