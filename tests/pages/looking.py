"""Looks at a drawn page in Chromium: barriers, width, console; light and dark, wide and narrow."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings

from portal.middleware import POLICY
from tests.portal.specimens import png

SITE = "http://portal.test"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LIGHT, DARK = ("light", 1280), ("dark", 320)
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
VIOLATIONS = """async options => (await axe.run(options)).violations.flatMap(
  each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 150)}`))"""
SIDEWAYS = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const beyond = each => each.getBoundingClientRect().right > innerWidth;
  const blamed = [...document.querySelectorAll('main *')].filter(
    each => beyond(each) && !each.closest('.scroll, svg, .tabs'));
  const named = blamed.slice(0, 2).map(each => each.outerHTML.slice(0, 90));
  return wide > 0 ? [`${wide}px`, ...named] : [];
}"""


@dataclass(frozen=True)
class Face:
    """A page as somebody meets it: what the server answered, and to whom."""

    name: str
    who: str
    address: str
    body: str
    state: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name, self.state, self.who, self.address)))


def policy() -> dict[str, str]:
    return {"Content-Security-Policy": "; ".join(f"{k} {' '.join(v)}" for k, v in POLICY.items())}


def answer(route: Any, body: str) -> None:
    """As the portal would: the page under the policy, its style from the tree, any scan."""
    place = route.request.url.removeprefix(SITE)
    if place.startswith("/static/"):
        file = Path(settings.BASE_DIR, place.lstrip("/"))
        if not file.exists():
            return route.fulfill(status=404)
        kind = mimetypes.guess_type(file)[0] or "font/woff2"
        return route.fulfill(body=file.read_bytes(), headers={"Content-Type": kind})
    if route.request.resource_type == "image":
        return route.fulfill(body=png(), headers={"Content-Type": "image/png"})
    html = {"Content-Type": "text/html; charset=utf-8"}
    return route.fulfill(body=body, headers=html | policy())


class Onlooker:
    """One window that opens face after face and says what is wrong with each."""

    def __init__(self, page: Any) -> None:
        self.page, self.said, self.body = page, [], ""
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.route(f"{SITE}/**", lambda route: answer(route, self.body))

    def finds(self, face: Face, *looks: tuple[str, int]) -> list[str]:
        self.body, self.said[:] = face.body, []
        self.page.goto(f"{SITE}{face.address}")
        self.page.evaluate(UNFOLD)
        found = [each for look in looks for each in self.barriers(*look)]
        return [f"{face}: {each}" for each in (*found, *self.said)]

    def barriers(self, scheme: str, width: int) -> list[str]:
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": 800})
        sideways = self.page.evaluate(SIDEWAYS)
        found = violations(self.page) + ([f"sideways {sideways}"] if sideways else [])
        return [f"{scheme} {width}: {each}" for each in found]


def violations(page: Any) -> list[str]:
    """The script is given to a page once, however often one looks; no style is fetched anew."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(
        VIOLATIONS, {"runOnly": RULES, "preload": False, "resultTypes": ["violations"]}
    )
