"""Every page that somebody can come to by following links and the lists' own tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from django.http import HttpResponse

from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World

HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
NUMBER = re.compile(r"\d+")
SORTED_OR_LED_FROM = re.compile(r"\b(sap-xep|loc|sau|truoc)=[^&]*")
START = {False: ("/cong-viec/", "/tim/?q=Zq", "/don/so-rieng/"), True: ("/",)}
MOST, OF_A_KIND = 2_000, 12
"""Pages in all, and those that differ in numbers, order or list they lead back to alone: months
go on for ever."""


def links(response: HttpResponse) -> list[str]:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    return [unescape(found) for found in HREF.findall(response.body.decode())]


def absolute(link: str, page: str) -> str:
    """The address of a link of this portal, without its fragment; '' for any other."""
    link = link.partition("#")[0]
    if link.startswith("?"):
        link = page.partition("?")[0] + link
    return link if link.startswith("/") and not link.startswith(("//", "/static/")) else ""


def shape(address: str) -> str:
    """Places inside a list are one page: ``ds`` and paging say only where one came from."""
    path, _, query = address.partition("?")
    kept = [
        part for part in query.split("&") if part and not part.startswith(("ds=", "dien-bien="))
    ]
    return f"{path}?{'&'.join(kept)}" if kept else path


def kind(address: str) -> str:
    return SORTED_OR_LED_FROM.sub(r"\1", NUMBER.sub("0", shape(address)))


def crawl(
    world: World, who: str, *, starts: tuple[str, ...] = (), of_a_kind: int = OF_A_KIND
) -> Iterator[tuple[str, HttpResponse]]:
    """(address, answer) of every page, each once."""
    waiting = list(starts or START[who == NOBODY])
    seen = set(map(shape, waiting))
    kinds = Counter(map(kind, waiting))
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        response = world.ask(who, "GET", address)
        if response.status_code == 404 and address in START[who == NOBODY]:
            continue
        yield address, response
        for link in links(response):
            target = absolute(link, address)
            if target and shape(target) not in seen and kinds[kind(target)] < of_a_kind:
                seen.add(shape(target))
                kinds[kind(target)] += 1
                waiting.append(target)
