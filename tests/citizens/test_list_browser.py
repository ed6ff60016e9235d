"""Lists in a real browser: empty, one row, a full page, errors; narrow, dark, under the policy."""

from datetime import date, timedelta

import pytest
import time_machine

from citizens.models import Petition
from tests.cast import client_of
from tests.portal.test_look_browser import SITE, answer, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TODAY = date(2026, 7, 20)
ADDRESSES = {
    "full": "/don/",
    "found": "/don/?q=tro+cap&linh-vuc=nguoi-co-cong&sap-xep=-so",
    "no-match": "/don/?q=khong+co+chu+nay",
    "unknown": "/don/?han=mai",
    "one": "/vu-viec/?han=",
    "own-book": "/don/so-rieng/",
    "find": "/tim/?q=thao",
    "find-nothing": "/tim/?q=khong+co+chu+nay",
}
FEW, ALL = ("full", "own-book", "find", "no-right"), (*ADDRESSES, "nothing", "no-right")
LOOKS = [("light", 1280, FEW), pytest.param("dark", 320, ALL, marks=pytest.mark.slow)]


@pytest.fixture
def drawn(letter, accepted, mai, lan, quantri, fields):
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        pages = {"nothing": client_of(lan).get("/don/").content}
        accepted()
        for n in range(40):
            letter(TODAY - timedelta(n), field=fields["ncc-mai-tang-phi"])
        Petition.register_sealed(by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh")
        browser = client_of(lan)
        pages |= {name: browser.get(address).content for name, address in ADDRESSES.items()}
        return pages | {"no-right": client_of(quantri).get("/vu-viec/").content}


@pytest.mark.parametrize(("scheme", "width", "names"), LOOKS)
def test_nothing_stands_in_a_readers_way(scheme, width, names, drawn, page):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.route(f"{SITE}/**", lambda route: answer(route, drawn))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for name in names:
        page.goto(f"{SITE}/{name}")
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert said == [], name
