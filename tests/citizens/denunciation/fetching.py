"""Everything that somebody can fetch, laid beside what it is without the case."""

from __future__ import annotations

import re
from hashlib import sha256

from django.http import HttpResponse

from tests.cast import client_of
from tests.citizens.roles.crawling import absolute, links, shape

ALWAYS = (
    "/cong-viec/", "/don/", "/don/so-rieng/", "/don/xuat-csv/", "/vu-viec/", "/vu-viec/xuat-csv/",
    "/tiep-dan/", "/tiep-dan/so-rieng/", "/to-cao/", "/tim/?q=NTC", "/tim/?q=khong", "/tim/?q=Ky",
    "/nhac-viec/", "/dieu-hanh/", "/nhat-ky/",
    "/nhat-ky/?xem=xem", "/don/vao-so/", "/tra-cuu-giup/", "/don/ban-giao/", "/giam-sat/",
    "/dieu-hanh/linh-vuc/", "/dieu-hanh/bao-cao-nhanh/", "/nghi/", "/don/phuc-dap/",
    "/tiep-dan/boi-duong/", "/co-so-du-lieu-quoc-gia/",
)  # fmt: skip
LEFT_OUT = ("/huong-dan/", "/bao-cao/")
"""The guide tells of nothing; official returns are exact, whoever makes them (docs/security.md)."""
OF_THE_REQUEST = re.compile(
    rb'name="(?:csrfmiddlewaretoken|_once)" value="[^"]*"|nonce="[^"]*"|\d\d:\d\d(?::\d\d)?'
    rb"|ban-go=[^\"&]*|request-id[^<]*"
)
"""New at each request, or the hour: nothing of it comes from what is stored."""


def fetched(user, *, more: tuple[str, ...] = (), most: int) -> dict[str, tuple[int, str]]:
    """Status and digest of every page, beginning with the lists, going on by their links."""
    browser, told = client_of(user), {}
    waiting = [*more, *ALWAYS]
    seen = set(map(shape, waiting))
    while waiting and len(told) < most:
        address = waiting.pop(0)
        response = browser.get(address)
        told[address] = (response.status_code, digest(response))
        response.body = b"" if response.streaming else response.content
        for link in links(response):
            target = absolute(link, address)
            if target and shape(target) not in seen and not target.startswith(LEFT_OUT):
                seen.add(shape(target))
                waiting.append(target)
    return told


def digest(response: HttpResponse) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.status_code == 404:
        body = b"404"  # the page of what is not there names the address that was asked for
    return sha256(OF_THE_REQUEST.sub(b"", body)).hexdigest()


def differing(before: dict, after: dict) -> list[str]:
    return sorted(
        each for each in before.keys() | after.keys() if before.get(each) != after.get(each)
    )
