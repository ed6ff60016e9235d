"""Pages that only a walk leads to: sending step by step, an invitation, the answer to a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from citizens.models import Batch, PolicyIssue, SupervisionRemark
from citizens.returns.qlkntc import QLKNTC
from portal.fields import Commune
from portal.filters.saved import SavedFilter
from portal.people import Unit
from portal.people.doors import invite
from portal.returns import TypedFigure
from tests.citizens.crawling import Page
from tests.citizens.excel import LETTER, LETTERS, the_run, workbook
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.things import DAY
from tests.citizens.roles.world import World, undone
from tests.citizens.test_public_complaint import TYPED
from tests.citizens.test_public_sending import MATTER, SENDER
from tests.pages.faces import drawn
from tests.pages.looking import Face
from tests.pages.planning import planning
from tests.pages.records import records
from tests.pages.rooms import rooms
from tests.pages.writing import writing

CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
SEEN = re.compile(r'da-xem-dong" value="(\w+)"')
MARK = re.compile(r'name="da-xem" value="(\w+)"')
DECISION = {"number": "1/QĐ", "decided_on": "3/8/2026", "signer": "Giám đốc", "on": "3/8/2026"}
SENDING = (
    ("send-sender", "/gui-don/nguoi-gui/", SENDER),
    ("send-matter", "/gui-don/su-viec/", MATTER),
    ("send-papers", "/gui-don/giay-to/", {}),
    ("send-check", "/gui-don/kiem-tra/", {}),
    ("send-receipt", "/gui-don/bien-nhan/", None),
)


def walks(world: World) -> Iterator[Face]:
    with undone():
        Commune.objects.create(code="an-phu", name="Xã An Phú")
        yield from sending(Client())
    yield from invitation(world)
    yield from reorganising(world)
    yield from bringing_along(world)
    yield from narrowing(world)
    yield from many_at_once(world)
    yield from importing(world)
    yield from remarking(world)
    yield from records(world)
    yield from writing(world)
    yield from typing_in(world)
    yield from planning(world)
    yield from rooms(world)
    yield demonstration()


def sending(client: Client) -> Iterator[Face]:
    """Step by step to the receipt, and to the page that its code opens; the complaint's sheet."""
    for name, address, answers in SENDING:
        response = client.get(address)
        yield drawn(name, NOBODY, address, response, "on the way")
        if answers is not None:
            send(client, address, response, answers)
    code = CODE.search(response.content.decode()).group()
    answer = client.post("/tra-cuu/", {"code": code})
    yield drawn("lookup", NOBODY, "/tra-cuu/", answer, "answered")
    sheet = client.post("/gui-don/khieu-nai/", TYPED)
    yield drawn("complaint-paper", NOBODY, "/gui-don/khieu-nai/", sheet, "sheet")


def send(client: Client, address: str, response: HttpResponse, answers: dict[str, Any]) -> None:
    """With what the form keeps hidden, as a browser sends it."""
    forms = Page(address, response.content.decode()).forms
    hidden = next(form.values for form in reversed(forms) if form.method == "post")
    assert client.post(address, hidden | answers).status_code == 302, address


def invitation(world: World) -> Iterator[Face]:
    with undone():
        token = invite(world.people["officer"], at=timezone.now())
        address = f"/dang-nhap/moi/{token}/"
        yield drawn("first-password", NOBODY, address, Client().get(address))
        refused = Client().post(address, {"password": "ngắn", "again": "khác"})
        yield drawn("first-password", NOBODY, address, refused, "refused")


def reorganising(world: World) -> Iterator[Face]:
    """Who goes where, what would move, the protocol of what did."""
    with undone():
        first, second, *_ = divisions(besides=world.people["administrator"].unit)
        client, name = world.browser("administrator"), "administration-reorganise"
        split = DECISION | {"unit": first.pk, "into": [first.pk, second.pk], "rest": first.pk}
        address = "/quan-tri/sap-xep/chia-tach/"
        yield drawn(name, "administrator", address, client.post(address, split), "who goes where")
        merge = DECISION | {"units": [first.pk], "into": second.pk}
        address = "/quan-tri/sap-xep/sap-nhap/"
        told = client.post(address, merge)
        yield drawn(name, "administrator", address, told, "counted")
        mark = MARK.search(told.content.decode())[1]
        done = client.post(address, merge | {"da-xem": mark})
        sheet = client.get(done.url)
        yield drawn("administration-protocol", "administrator", done.url, sheet)


def narrowing(world: World) -> Iterator[Face]:
    """A filter is saved and named anew; columns are chosen."""
    who, of_list = "clerk", "?danh-sach=%2Fdon%2F&loc=linh-vuc%3Dnguoi-co-cong"
    with undone():
        client, new = world.browser(who), f"/bo-loc/moi/{of_list}"
        yield drawn("saved-filter-new", who, new, client.get(new))
        yield drawn("saved-filter-new", who, new, client.post(new, {"name": ""}), "refused")
        client.post(new, {"name": f"Đơn {'rất' * 12} dài", "readers": "chi-toi"})
        edit = f"/bo-loc/{SavedFilter.objects.get().pk}/sua/"
        yield drawn("saved-filter-edit", who, edit, client.get(edit))
        yield drawn("saved-filters", who, "/bo-loc/", client.get("/bo-loc/"), "with one")
        columns = f"/cot-danh-sach/{of_list}"
        yield drawn("list-columns", who, columns, client.get(columns))


def many_at_once(world: World) -> Iterator[Face]:
    """Letters are chosen, noted together, and handed over on one slip."""
    who = "petition_officer"
    letters = [thing.code for thing in world.petitions if not thing.sealed][:3]
    chosen = "?" + "&".join(f"so={code}" for code in letters)
    with undone():
        client, address = world.browser(who), f"/don/hang-loat/ghi-chu/{chosen}"
        asked = client.get(address)
        yield drawn("petition-bulk", who, address, asked, "counted")
        note = {"text": "Đã gọi điện.", "readers": "noi-bo", "_once": uuid4()}
        run = client.post(address, note | {"da-xem-dong": SEEN.search(asked.content.decode())[1]})
        yield drawn("bulk-run", who, run.url, client.get(run.url))
        address = f"/don/ban-giao/moi/{chosen}"
        asked = client.get(address)
        yield drawn("batch-new", who, address, asked, "counted")
        client.post(address, {"da-xem-dong": SEEN.search(asked.content.decode())[1]})
        slip = Batch.objects.first().get_absolute_url()
        yield drawn("batch", who, slip, client.get(slip))


def importing(world: World) -> Iterator[Face]:
    """A register with a column that nobody knows, one with a wrong cell, one to be written."""
    who = "clerk"
    rows = {
        "asked": LETTER | {"Cột lạ": "x"},
        "wrong": LETTER | {"Ngày nhận": f"31/02/2026 {'rất' * 30}"},
        "ready": LETTER,
    }
    with undone():
        client = world.browser(who)
        for state, row in rows.items():
            client.post(LETTERS, {"file": SimpleUploadedFile(f"{state}.xlsx", workbook(row))})
            page = client.get(f"/nhap-so/lan/{the_run().pk}/", follow=True)
            where = page.request["PATH_INFO"]
            name = "import-headings" if where.endswith("/ten-cot/") else "import-run"
            yield drawn(name, who, where, page, state)


def bringing_along(world: World) -> Iterator[Face]:
    """A file with strange headings, one with faults, one that is ready, one that is written."""
    client = world.browser("clerk")
    files = {
        "asking": workbook(LETTER | {"Cột lạ": "x"}),
        "faulty": workbook(LETTER | {"Loại đơn": "Đơn thư", "Số căn cước": "9"}),
        "checked": workbook(LETTER),
    }
    for state, content in files.items():
        with undone():
            upload = SimpleUploadedFile("so.xlsx", content)
            address = client.post("/nhap-so/don/", {"file": upload}).url
            name = "import-headings" if state == "asking" else "import-run"
            yield drawn(name, "clerk", address, client.get(address, follow=True), state)
            if state == "checked":
                client.post(f"{address}ghi/")
                yield drawn(name, "clerk", address, client.get(address), "done")


def remarking(world: World) -> Iterator[Face]:
    """What is wrong in a policy, and what a supervising body asks the director."""
    case = next(thing.item for thing in world.cases if thing.officer == "officer")
    officer, member = world.people["officer"], world.people["inspection_board"]
    with undone():
        issue = PolicyIssue.raise_issue(
            by=officer, on=DAY, cases=[case], issue=f"Mức {'rất ' * 60}cũ.", proposal=""
        )
        for name, more in (("policy-issue", ""), ("policy-issue-edit", "cap-nhat/")):
            address = f"{issue.get_absolute_url()}{more}"
            yield drawn(name, "officer", address, world.browser("officer").get(address))
        body = member.positions.get().body
        remark = SupervisionRemark.remark(
            by=member, on=DAY, body=body, period="2026-q2", text=f"Đề nghị {'rất ' * 60}nêu rõ."
        )
        address = f"/giam-sat/{remark.pk}/tra-loi/"
        page = world.browser("director").post(address, {"text": ""})
        yield drawn("supervision-reply", "director", address, page, "refused")
        page = world.browser("director").get("/giam-sat/")
        yield drawn("supervision", "director", "/giam-sat/", page, "with one")


def typing_in(world: World) -> Iterator[Face]:
    """A figure that no register holds, one that was crossed out, and the way to cross one out."""
    who, address = "petition_officer", f"/bao-cao/{QLKNTC.path}/nhap/"
    today, by = timezone.localdate(), world.people[who]
    facts = {"happened_on": today, "amount": 3, "source": f"Kết luận {'rất ' * 40}dài"}
    with undone():
        kept, struck = (
            TypedFigure.enter(QLKNTC, by=by, on=today, column=min(QLKNTC.typed), **facts)
            for _ in range(2)
        )
        struck.strike(by=by, on=today, reason="Nhập nhầm cột")
        client, strike = world.browser(who), f"{address}{kept.code}/gach/"
        yield drawn("return-typed", who, address, client.get(address), "full")
        yield drawn("return-typed-strike", who, strike, client.get(strike))
        refused = client.post(strike, {"reason": ""})
        yield drawn("return-typed-strike", who, strike, refused, "refused")


def divisions(*, besides: Unit) -> list[Unit]:
    kinds = Unit.objects.filter(closed_on=None, kind=Unit.Kind.DIVISION)
    return list(kinds.exclude(pk=besides.pk))


def demonstration() -> Face:
    was, settings.DEMO = settings.DEMO, True
    try:
        response = Client().get("/xem-thu/", REMOTE_ADDR="127.0.0.1")
    finally:
        settings.DEMO = was
    return drawn("demo", NOBODY, "/xem-thu/", response)
