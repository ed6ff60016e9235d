"""Stored words never become markup: not on a page that leans on the policy, not on any other."""

from datetime import date, timedelta
from html import escape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from citizens.models import LookupCode
from portal.attachments import receive
from portal.instructions import instruct
from tests.cast import client_of
from tests.citizens.crawling import Page, walk
from tests.portal.specimens import pdf

pytestmark = pytest.mark.django_db
PAYLOAD = "\"'><img src=x onerror=pwned=1></textarea></script><script>pwned=1</script>"
MARK = escape("<img src=x onerror=pwned=1>")
DAY = date(2026, 7, 16)
SITE = "http://portal.test"


@pytest.fixture(autouse=True)
def thursday():
    with time_machine.travel("2026-07-16 09:00+07:00", tick=False):
        yield


@pytest.fixture
def thao(thao):
    return thao | {"name": f"Thảo {PAYLOAD}", "address": PAYLOAD, "email": PAYLOAD}


@pytest.fixture
def told(accepted, letter, complaint, lan, minh, binh, ha, units, fields, settings, tmp_path):
    """A payload in every text that somebody can store, and a code that opens its page."""
    settings.MEDIA_ROOT = tmp_path
    rename(minh, "full_name", short=200)
    rename(units["lao-dong"], "name", short=200)
    rename(fields["ncc-mai-tang-phi"], "name", short=200)
    letter(title=PAYLOAD, content=PAYLOAD, incoming_no=PAYLOAD[:30], forwarded_by=PAYLOAD)
    on_its_way = complaint(title=PAYLOAD, content=PAYLOAD)
    typed = {"draft": PAYLOAD, "version": on_its_way.version}
    client_of(minh).post(f"{on_its_way.get_absolute_url()}thu-ly/", typed)
    case = accepted(title=PAYLOAD, content=PAYLOAD, files=[file_of(lan)])
    case.write(by=minh, on=DAY, text=PAYLOAD)
    case.write(by=minh, on=DAY, text=PAYLOAD, to_citizen=True)
    due = DAY + timedelta(days=9)
    instruct(by=ha, on=DAY, text=PAYLOAD, unit=case.unit, due_on=due, subject=case)
    client_of(minh).post(
        f"{case.get_absolute_url()}ghi-chu/", {"luu-nhap": "1", "text": PAYLOAD, "draft": PAYLOAD}
    )
    return LookupCode.issue(case.petition, on=DAY)


def rename(row, column: str, *, short: int) -> None:
    setattr(row, column, f"{getattr(row, column)} {PAYLOAD}"[:short])
    row.save(update_fields=[column])


def file_of(user):
    upload = SimpleUploadedFile("x.pdf", pdf(), content_type="application/pdf")
    upload.whole_name = f"{PAYLOAD.replace('/', '')}.pdf"
    return receive(upload, by=user)


def harm_in(page: str) -> list[str]:
    """Tags that carry script, and addresses that run it."""
    return Suspicion(page).found


class Suspicion(Page):
    def __init__(self, body: str) -> None:
        self.found: list[str] = []
        super().__init__("/", body)

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        runs = [name for name, value in attrs if name.startswith("on") or starts_script(value)]
        inline = tag == "script" and not dict(attrs).get("src")
        if runs or inline:
            self.found.append(self.get_starttag_text() or tag)


def starts_script(value: str | None) -> bool:
    return (value or "").strip().lower().startswith(("javascript:", "data:text"))


def pages_of(client, *starts: str, most: int) -> dict[str, str]:
    """Address and page, of all that links lead to."""
    return {page.address: page.body for page in walk(client, *starts, most=most)}


def everywhere(told, *readers, most: int) -> dict[str, str]:
    starts = ("/cong-viec/", "/don/", "/vu-viec/", "/tim/?q=thao", "/dieu-hanh/", "/chi-dao/")
    public = Client().post("/tra-cuu/", {"code": told}).content.decode()
    pages = {"/tra-cuu/": public}
    for user in readers:
        found = pages_of(client_of(user), *starts, most=most)
        pages |= {f"{user.username} {address}": page for address, page in found.items()}
    return pages


@pytest.mark.parametrize("most", [12, pytest.param(150, marks=pytest.mark.slow)])
def test_nothing_stored_becomes_markup(told, minh, ha, lan, most, capsys):
    pages = everywhere(told, minh, ha, *([lan] if most > 50 else ()), most=most)
    telling = [address for address, page in pages.items() if MARK in page]
    with capsys.disabled():
        print(f"\n  stored payloads: {len(pages)} pages, {len(telling)} tell one, 0 run it")
    assert {address: harm_in(page) for address, page in pages.items() if harm_in(page)} == {}
    assert "16/7/2026" in pages["/tra-cuu/"]
    assert len(telling) > len(pages) / 3


def test_a_payload_that_got_through_is_seen():
    assert harm_in(f"<p>{PAYLOAD}</p>")
    assert harm_in('<a href=" JavaScript:alert(1)">x</a>')
    assert not harm_in(f"<p>{escape(PAYLOAD)}</p>")


@pytest.mark.browser
def test_nothing_runs_in_a_browser_without_the_policy(told, minh, page):
    """The policy would hide a hole: the pages are served without it."""
    drawn = everywhere(told, minh, most=12)
    drawn["planted"] = f"<!doctype html><p>{PAYLOAD}</p>"
    places = {f"/{number}": body for number, body in enumerate(drawn.values())}
    page.route(f"{SITE}/**", lambda route: serve(route, places))
    ran = []
    for place in places:
        page.goto(f"{SITE}{place}")
        ran.append(page.evaluate("typeof pwned !== 'undefined'"))
    assert ran == [False] * (len(ran) - 1) + [True]


def serve(route, places: dict[str, str]) -> None:
    body = places.get(route.request.url.removeprefix(SITE), "")
    route.fulfill(body=body, headers={"Content-Type": "text/html; charset=utf-8"})
