"""The leaders' pages with something to tell: a field with its causes, a briefing that was frozen
and differs from today, the log of acts and of looks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from citizens.models import Petition
from portal.dashboard.briefing.contents import sections
from portal.periods import Quarter
from portal.sights import look
from portal.statistics.briefings import Briefing
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.subjects import seen

AUGUST, LONG = date(2026, 8, 5), "Chính sách chất độc hóa học " + "hay thay đổi " * 15
QUARTER = Quarter.of(2026, 3)
ASKED = "?linh-vuc=nguoi-co-cong&ky=2026"
FIELD, BRIEFING, LOG = "/dieu-hanh/linh-vuc/", "/dieu-hanh/bao-cao-nhanh/", "/nhat-ky/"
REMEDY = f"{FIELD}giao-khac-phuc/{ASKED}&nguyen-nhan=chinh-sach"
TYPED = {
    "title": LONG,
    "cause": "the-che",
    "text": "Soạn hướng dẫn một trang, gửi các xã.",
    "unit": "nguoi-co-cong",
    "due_on": "31/12/2026",
}


def leaders(world: World) -> Iterator[Face]:
    yield from field(world)
    yield from briefing(world)
    yield from log(world)


def field(world: World) -> Iterator[Face]:
    case = world.things["settled"].item
    case.name_cause(by=world.people["officer"], on=AUGUST, code="chinh-sach")
    yield seen(world, "dashboard-field-remedy", "director", REMEDY, "proposed")
    assert world.browser("director").post(REMEDY, TYPED).status_code == 302
    for who in ("director", "coordinator", "party_committee"):
        yield seen(world, "dashboard-field", who, FIELD + ASKED, "full")


def briefing(world: World) -> Iterator[Face]:
    director = world.people["director"]
    today = timezone.localdate()
    told = sections(QUARTER, user=director, on=today)
    Briefing.freeze(QUARTER.code, told, by=director, on=today)
    Petition.register(
        by=world.people["clerk"], on=AUGUST, received_on=AUGUST, channel="buu_chinh",
        title="Đơn đến sau khi đã chốt", content="Xin xem lại.",
    )  # fmt: skip
    yield seen(world, "briefing", "director", f"{BRIEFING}?ky={QUARTER.code}", "differs")


def log(world: World) -> Iterator[Face]:
    """Fifty looks and more: the page leads to older ones."""
    at, things = timezone.now(), [thing for thing in world.petitions if not thing.sealed]
    for user in world.people.values():
        for thing in things[:4]:
            look(f"don/{thing.code}", by=user.username, at=at)
    for who in ("director", "administrator"):
        for query in ("", "?viec=xem"):
            yield seen(world, "audit", who, LOG + query, "full")
    yield seen(world, "audit", "director", f"{LOG}?so=D-2020-00001", "nothing matches")
