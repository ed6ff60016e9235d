"""When a stranger with a slow telephone sees a page: largest contentful paint of public pages.

    PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/first_paint.py [VISITS] [--at URL]

Starts the portal as `./run` does (gunicorn, static files by whitenoise, compressed, plain http;
the demo office is seeded into an empty PORTAL_VAR), or asks the one that stands at URL, which may
be behind TLS. Every public address that links lead a stranger to is opened by a browser that has
never been here, 360 px wide. One page a route: the heaviest. Printed is the median of VISITS (5):

- slow 4G as Lighthouse simulates it: 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms each request waits;
- the same on a processor four times slower;
- slow 4G as Lighthouse applies it to a browser: a request waits 562.5 ms at 1.44 Mbit/s, which
  stands for the handshakes that the other two leave out. Processor four times slower.

Bytes are those of a first visit with everything that it loads.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, sync_playwright

GOAL = 1500
PHONE = {"width": 360, "height": 760}
OF_A_ROUTE = 12
"""Addresses of one route that are read before the heaviest is chosen."""
LINK = re.compile(r'<a [^>]*href="([^"#]+)')
OURS = ssl.create_default_context()
OURS.check_hostname, OURS.verify_mode = False, ssl.CERT_NONE
PAINTED = """() => new Promise(tell => new PerformanceObserver(
  list => tell(Math.max(...list.getEntries().map(each => each.startTime)))
).observe({type: 'largest-contentful-paint', buffered: true}))"""


@dataclass(frozen=True)
class Line:
    """What a telephone has: per second in bytes, per request in milliseconds."""

    name: str
    down: float
    up: float
    wait: float
    slower: int

    def throttle(self, session) -> None:
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": self.wait,
                "downloadThroughput": self.down,
                "uploadThroughput": self.up,
            },
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slower})


KBIT = 1000 / 8
LINES = (
    Line("slow 4G", 1600 * KBIT, 750 * KBIT, 150, 1),
    Line("and CPU / 4", 1600 * KBIT, 750 * KBIT, 150, 4),
    Line("applied, CPU / 4", 1440 * KBIT, 675 * KBIT, 562.5, 4),
)


def read(address: str) -> str | None:
    """The page as HTML; None for files and for what is not there."""
    try:
        with urlopen(Request(address), timeout=60, context=OURS) as answer:
            html = answer.headers.get("Content-Type", "").startswith("text/html")
            return answer.read().decode() if html else None
    except HTTPError:
        return None


def route_of(address: str) -> str | None:
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def public_pages(site: str) -> dict[str, str]:
    """Every route that a stranger's links lead to, with the heaviest page of it."""
    waiting, found = [f"{site}/"], {"home": {f"{site}/": 0}}
    while waiting:
        page = read(here := waiting.pop(0))
        if page is None:
            continue
        found[route_of(here)][here] = len(page) + 100_000 * ("<img" in page)
        for link in LINK.findall(page):
            there = urljoin(here, unescape(link))
            name = route_of(there) if there.startswith(f"{site}/") else None
            known = found.setdefault(name, {}) if name else {}
            if name and there not in known and len(known) < OF_A_ROUTE:
                known[there] = 0
                waiting.append(there)
    return {name: max(of, key=of.get) for name, of in found.items() if any(of.values())}


def visit(browser: Browser, address: str, line: Line) -> tuple[float, int]:
    """Milliseconds to the largest paint and bytes of everything, for whoever comes first."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN", ignore_https_errors=True)
    page, loaded = context.new_page(), []
    session = context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda told: loaded.append(told["encodedDataLength"]))
    session.send("Network.enable")
    line.throttle(session)
    answer = page.goto(address, wait_until="networkidle")
    if not answer.ok:
        raise SystemExit(f"{address} answers {answer.status}: nothing to be measured.")
    painted = page.evaluate(PAINTED)
    context.close()
    return painted, int(sum(loaded))


def tell(pages: dict[str, str], visits: int) -> None:
    print(f"{'page':26}" + "".join(f"{line.name:>18}" for line in LINES) + f"{'bytes':>10}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, address in pages.items():
            told, heaviest = [], 0
            for line in LINES:
                seen = [visit(browser, address, line) for _ in range(visits)]
                told.append(median(painted for painted, _ in seen))
                heaviest = max(heaviest, *(loaded for _, loaded in seen))
            over = "  over" if max(told) > GOAL else ""
            row = "".join(f"{painted:15,.0f} ms" for painted in told)
            print(f"{name:26}{row}{heaviest:10,}{over}   {urlsplit(address).path}", flush=True)
        browser.close()


@contextmanager
def standing(at: str | None) -> Iterator[str]:
    """The portal that is asked for, or one started here and ended after."""
    if at:
        yield at.rstrip("/")
        return
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{door.getsockname()[1]}"
    command = [sys.executable, "manage.py", "serve"]
    portal = subprocess.Popen(command, env=os.environ | {"PORTAL_ADDRESS": place})
    try:
        wait_for(f"http://{place}/suc-khoe/", portal)
        yield f"http://{place}"
    finally:
        portal.send_signal(signal.SIGTERM)
        portal.wait()


def wait_for(address: str, portal: subprocess.Popen) -> None:
    while portal.poll() is None:
        try:
            return urlopen(address, timeout=5).close()
        except (URLError, OSError):
            time.sleep(0.5)
    raise SystemExit("The portal did not start.")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("visits", nargs="?", type=int, default=5)
    asked.add_argument("--at", metavar="URL")
    options = asked.parse_args()
    with standing(options.at) as site:
        tell(public_pages(site), options.visits)


if __name__ == "__main__":
    main()
