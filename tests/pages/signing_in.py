"""The second step as it is met: asked, set up, listed; an account restored; somebody who leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from django.test import Client, override_settings
from django.utils import timezone

from portal.factors import Passkey, Restoration, SignIn, print_codes
from portal.people import User
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.world import World
from tests.pages.faces import drawn
from tests.pages.looking import Face
from tests.portal.factors.things import SECOND, Key, come_in, knock, with_app, with_password

SITE = "https://cong.tangiang.example"
MARK = re.compile(r'name="da-xem" value="(\w+)"')


def signing_in(world: World) -> Iterator[Face]:
    officer = with_password(world.people["officer"])
    yield from setting_up(knock(officer))
    secret = with_app(officer)
    with override_settings(PORTAL_URL=SITE, HTTPS=True):
        yield from with_a_key(officer, secret)
    yield from restoring(world, officer)
    yield from leaving(world, officer)


def look(name: str, who: str, client: Client, address: str, state: str = "", data: Any = None):
    response = client.get(address) if data is None else client.post(address, data)
    assert response.status_code in (200, 422), (address, response.status_code)
    return drawn(name, who, address, response, state)


def setting_up(client: Client) -> Iterator[Face]:
    yield look("factors", "officer", client, "/xac-thuc/", "owed")
    yield look("factor-app", "officer", client, "/xac-thuc/ung-dung/", "owed")
    yield look("factor-codes", "officer", client, "/xac-thuc/ma-in-san/", "sheet", {})


def with_a_key(officer: User, secret: str) -> Iterator[Face]:
    key = Key(SITE, "cong.tangiang.example")
    client = come_in(officer, secret, remember="on")
    page = client.get("/xac-thuc/khoa/")
    yield drawn("factor-key", "officer", "/xac-thuc/khoa/", page)
    answer = key.made(json.loads(page.context["question"]))
    client.post("/xac-thuc/khoa/", {"name": "Điện thoại " + "k" * 40, "factor_key": answer})
    assert Passkey.objects.filter(user=officer).exists()
    print_codes(officer, at=timezone.now())
    yield look("factor-key", "officer", client, "/xac-thuc/khoa/", "refused", {"name": ""})
    yield look("factors", "officer", client, "/xac-thuc/", "everything")
    SignIn.objects.filter(user=officer).update(words="Trình duyệt khác trên Windows")
    yield look("sessions", "officer", client, "/phien-dang-nhap/", "some")
    yield look("check-again", "officer", client, "/xac-nhan-lai/?next=/don/&tep=1")
    yield look("check-again", "officer", client, "/xac-nhan-lai/", "refused", {"factor_code": "x"})
    waiting = knock(officer)
    yield look("second-step", NOBODY, waiting, SECOND)
    yield look("second-step", NOBODY, waiting, SECOND, "refused", {"factor_code": "000000"})


def restoring(world: World, officer: User) -> Iterator[Face]:
    asker, head = world.browser("administrator"), world.browser("director")
    address = f"/khoi-phuc/moi/{officer.pk}/"
    yield look("restore", "administrator", asker, address)
    yield look("restore", "administrator", asker, address, "refused", {"lost": ""})
    typed = {"lost": "password", "known_by": "gặp trực tiếp, " + "xem giấy tờ " * 15}
    yield look("restore", "administrator", asker, address, "asked", typed)
    row = Restoration.objects.get(user=officer)
    yield look("restorations", "director", head, "/khoi-phuc/", "waiting")
    yield look("restoration-confirm", "director", head, f"/khoi-phuc/{row.pk}/")
    shown = head.post(f"/khoi-phuc/{row.pk}/")
    yield drawn("restoration-confirm", "director", f"/khoi-phuc/{row.pk}/", shown, "confirmed")
    way = shown.context["link"].partition("testserver")[2]
    yield look("first-password", NOBODY, Client(), way, "restored")
    yield look("restorations", "director", head, "/khoi-phuc/", "past")


def leaving(world: World, officer: User) -> Iterator[Face]:
    client, name = world.browser("administrator"), "administration-leave"
    address = f"/quan-tri/tai-khoan/{officer.pk}/thoi-viec/"
    typed = {"heir": world.people["head"].username, "decision": "Quyết định 12/QĐ-SLĐTBXH"}
    shown = client.post(address, typed)
    yield drawn(name, "administrator", address, shown, "first")
    mark = MARK.search(shown.content.decode())[1]
    assert client.post(address, typed | {"da-xem": mark}).status_code == 302
    yield look(name, "administrator", client, address, "done")
