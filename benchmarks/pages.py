"""What the pages cost in units of the floor page A, beside the goals.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/fill.py 100_000
PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/pages.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from django.db import connection
from django.db.models import F
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.fill import ONLY_LONG_AGO
from benchmarks.floor import Browser, unit, weigh
from citizens.models import Case, LookupCode, Petition
from citizens.models.lookup import new_code
from portal.text import fold

LETTER = {
    "channel": "buu_chinh",
    "name": "Đinh Thị Thảo",
    "address": "Thôn 3, xã An Phú",
    "people": "1",
    "signers": "1",
    "title": "Khiếu nại quyết định thôi hưởng trợ cấp chất độc hóa học",
    "content": "Tôi đề nghị Sở xem lại quyết định thôi hưởng trợ cấp. " * 16,
}


@dataclass
class Asked:
    """One page: how to ask for it, and what it may cost in units of A."""

    name: str
    act: Callable[[], HttpResponse]
    goal: float


def main() -> None:
    ha, minh, mai, nobody = Browser("ha"), Browser("cuong"), Browser("mai"), Browser()
    pages = [*lists(ha, minh), *searches(ha), *others(ha, mai, nobody)]
    existing = {page.name: page for page in pages if answers(page)}
    costs = weigh({"A": lambda: ha("/san/")} | {name: page.act for name, page in existing.items()})
    floor = costs.pop("A")
    print(f"{Case.objects.count():,} cases; A = {floor:,.0f} {unit()}")
    for page in pages:
        if page.name not in existing:
            print(f"{page.name:34} does not answer")
            continue
        ratio, sql = costs[page.name] / floor, statements(page.act)
        verdict = "" if ratio <= page.goal else "  over"
        print(f"{page.name:34} {ratio:6.2f} A   goal {page.goal:5.2f}   {sql:2} SQL{verdict}")


def answers(page: Asked) -> bool:
    """A wrong code is answered by a 404 with a page of its own, a letter leads on."""
    expected = {"look-up, wrong code": (404, 429), "create a petition": (302,)}
    return page.act().status_code in expected.get(page.name, (200,))


def letter() -> dict[str, str]:
    """A new one each time: a letter like an earlier one is shown to the clerk first."""
    key = str(uuid4())
    today = f"{timezone.localdate():%d/%m/%Y}"
    return LETTER | {"received_on": today, "content": f"{LETTER['content']} {key}", "_once": key}


def statements(act: Callable[[], HttpResponse]) -> int:
    act()  # small tables may be due to be read again
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


def others(ha: Browser, mai: Browser, nobody: Browser) -> list[Asked]:
    case = Case.objects.filter(closed_on=None, received_on__lt=F("due_key")).order_by("-pk")[10]
    right = LookupCode.issue(case.petition, on=timezone.localdate())
    return [
        Asked("case page", get(ha, case.get_absolute_url()), 2.0),
        Asked("petition page", get(ha, case.petition.get_absolute_url()), 2.0),
        Asked("look-up, right code", lambda: nobody("/tra-cuu/", {"code": right}), 0.8),
        Asked("look-up, wrong code", lambda: nobody("/tra-cuu/", {"code": new_code()}), 0.88),
        Asked("create a petition", lambda: mai("/don/vao-so/don-thuong/", letter()), 2.0),
        Asked("dashboard", get(ha, "/dieu-hanh/"), 3.0),
        Asked("desk", get(ha, "/cong-viec/"), 3.0),
    ]


if __name__ == "__main__":
    main()
