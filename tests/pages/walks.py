"""Pages that only a walk leads to: sending step by step, an invitation, the answer to a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from portal.fields import Commune
from portal.people import Unit
from portal.people.doors import invite
from tests.citizens.crawling import Page
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World, undone
from tests.citizens.test_public_complaint import TYPED
from tests.citizens.test_public_sending import MATTER, SENDER
from tests.pages.faces import drawn
from tests.pages.looking import Face

CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
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
