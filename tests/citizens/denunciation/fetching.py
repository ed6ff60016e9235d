"""Everything that somebody can fetch, laid beside what it is without the case."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256

from django.http import HttpResponse

from tests.cast import client_of
from tests.citizens.roles.crawling import absolute, kind, links, shape

ALWAYS = (
    "/cong-viec/", "/don/", "/don/so-rieng/", "/don/xuat-csv/", "/vu-viec/", "/vu-viec/xuat-csv/",
    "/tiep-dan/", "/tiep-dan/so-rieng/", "/to-cao/", "/tim/?q=NTC", "/tim/?q=khong", "/tim/?q=Ky",
    "/nhac-viec/", "/dieu-hanh/", "/nhat-ky/",
    "/nhat-ky/?xem=xem", "/don/vao-so/", "/tra-cuu-giup/", "/don/ban-giao/", "/giam-sat/",
    "/dieu-hanh/linh-vuc/", "/dieu-hanh/bao-cao-nhanh/", "/nghi/", "/don/phuc-dap/",
    "/tiep-dan/boi-duong/", "/co-so-du-lieu-quoc-gia/",
)  # fmt: skip
LEFT_OUT = ("/huong-dan/", "/bao-cao/", "/xac-thuc/ung-dung/")
"""The guide tells of nothing; official returns are exact, whoever makes them (docs/security.md);
a key for signing in is new whenever it is offered."""
OF_THE_REQUEST = re.compile(
    rb'name="(?:csrfmiddlewaretoken|_once)" value="[^"]*"|nonce="[^"]*"'
    rb"|ban-go=[^\"&]*|request-id[^<]*"
    rb"|/(?:Mod|Creation)Date\(D:\d+Z\)|<xmp(?:MM)?:[A-Za-z]+>[^<]*<|/ID\[[^\]]*\]"
)
"""New at each request, or the hour at which another program made a PDF: nothing of it comes from
what is stored."""
OF_A_KIND = 4
"""Pages that differ in numbers, order or the list they lead back to alone: months go on for ever.
"""


def fetched(user, *, more: tuple[str, ...] = (), most: int) -> dict[str, tuple[int, str]]:
    """Status and digest of every page, beginning with the lists, going on by their links."""
    browser, told = client_of(user), {}
    waiting = [*more, *ALWAYS]
    seen, kinds = set(map(shape, waiting)), Counter(map(kind, waiting))
    while waiting and len(told) < most:
        address = waiting.pop(0)
        response = browser.get(address)
        told[address] = (response.status_code, digest(response))
        response.body = b"" if response.streaming else response.content
        for link in links(response):
            target = absolute(link, address)
            if not target or shape(target) in seen or target.startswith(LEFT_OUT):
                continue
            if kinds[kind(target)] < OF_A_KIND:
                seen.add(shape(target))
                kinds[kind(target)] += 1
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
