"""What the pages cost in units of the floor page A, beside the goals.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/fill.py 100_000
PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/pages.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from django.db import connection
from django.db.models import F
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from benchmarks.fill import ONLY_LONG_AGO
from benchmarks.floor import Browser, unit, weigh
from citizens.models import Case, Petition
from portal.text import fold


@dataclass
class Asked:
    """One page: how to ask for it, and what it may cost in units of A."""

    name: str
    act: Callable[[], HttpResponse]
    goal: float


def main() -> None:
    ha, minh, nobody = Browser("ha"), Browser("cuong"), Browser()
    pages = [*lists(ha, minh), *searches(ha), *others(ha, nobody)]
    existing = {page.name: page for page in pages if page.act().status_code in (200, 302, 422)}
    costs = weigh({"A": lambda: ha("/san/")} | {name: page.act for name, page in existing.items()})
    floor = costs.pop("A")
    print(f"{Case.objects.count():,} cases; A = {floor:,.0f} {unit()}")
    for page in pages:
        if page.name not in existing:
            print(f"{page.name:40} {'no such page yet':>16}")
            continue
        ratio, sql = costs[page.name] / floor, statements(page.act)
        verdict = "" if ratio <= page.goal else "  over"
        print(f"{page.name:40} {ratio:6.2f} A   goal {page.goal:5.2f}   {sql:2} SQL{verdict}")


def statements(act: Callable[[], HttpResponse]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def get(browser: Browser, address: str) -> Callable[[], HttpResponse]:
    return lambda: browser(address)


def lists(ha: Browser, minh: Browser) -> list[Asked]:
    row = Case.objects.order_by("due_key", "pk").values("due_key", "pk")[12_499:12_500].get()
    filtered = "linh-vuc=nguoi-co-cong&giai-doan=dang-xac-minh"
    far = f"sau={row['due_key']}.{row['pk']}"
    return [
        Asked("list", get(ha, "/vu-viec/"), 2.0),
        Asked("list, filtered, by deadline", get(ha, f"/vu-viec/?{filtered}"), 2.0),
        Asked("list of an officer", get(minh, "/vu-viec/"), 2.0),
        Asked("list of an officer, overdue", get(minh, "/vu-viec/?han=qua-han"), 2.0),
        Asked("list, page 500", get(ha, f"/vu-viec/?{far}"), 2.2),
        Asked("list by number", get(ha, "/vu-viec/?sap-xep=-so"), 2.0),
        Asked("petitions", get(ha, "/don/"), 2.0),
    ]


def searches(ha: Browser) -> list[Asked]:
    name = Case.objects.order_by("-pk").values_list("sender", flat=True)[1_000]
    rare = f"{Petition.objects.order_by('-pk').values_list('pk', flat=True)[7_000]:07d}"
    asked = {
        "words": ("tro cap", 4.0),
        "a phrase": ('"xin xem lai"', 4.0),
        "a name": (fold(name), 4.0),
        "rare": (rare, 4.0),
        "nothing": ("khong he co chu nay xyz", 4.0),
        "an old year alone": (fold(ONLY_LONG_AGO), 30.0),
    }
    found = [
        Asked(f"search: {what}", get(ha, f"/vu-viec/?q={words.replace(' ', '+')}"), goal)
        for what, (words, goal) in asked.items()
    ]
    return [*found, Asked("search over everything", get(ha, "/tim/?q=tro+cap"), 8.0)]


def others(ha: Browser, nobody: Browser) -> list[Asked]:
    case = Case.objects.filter(closed_on=None, received_on__lt=F("due_key")).order_by("-pk")[10]
    pk = case.petition_id
    return [
        Asked("case page", get(ha, case.get_absolute_url()), 2.0),
        Asked("look-up, right code", lambda: nobody("/tra-cuu/", {"ma": f"{pk:016d}"}), 0.8),
        Asked("dashboard", get(ha, "/dieu-hanh/"), 3.0),
        Asked("desk", get(ha, "/cong-viec/"), 3.0),
    ]


if __name__ == "__main__":
    main()
