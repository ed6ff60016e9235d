"""Sessions of reception at every stage; who registered carries a mark, the sealed have none."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from citizens.models import Reception, ReceptionPlace, ScheduleRule
from tests.citizens.roles.things import DAY, Maker, Thing, mark, phone_of

FIRST_NUMBER = 95


def sessions(maker: Maker) -> None:
    """Days of a deputy: planned, online, concluded, one whose notice waits, one numbered."""
    place = a_place()
    planned = [
        session(maker, name, FIRST_NUMBER + number, place, online=name == "online")
        for number, name in enumerate(("planned", "online", "concluded", "announced", "numbered"))
    ]
    concluded, announced, numbered = (thing.item for thing in planned[2:])
    people = maker.people
    for item in (concluded, announced, numbered):
        item.write_conclusion(by=people["petition_officer"], on=item.date, text="Kết luận.")
    for item in (announced, numbered):
        item.announce(by=people["director"], on=item.date)
    numbered.send_out(by=people["clerk"], on=numbered.date, number="9/TB", dated_on=numbered.date)


def a_place() -> ReceptionPlace:
    place = ReceptionPlace.objects.create(
        name="Phòng tiếp công dân", address="Tầng 1", phone="0299 3 800 111", opened_on=DAY
    )
    place.hung_papers.create(kind="noi_quy", number="15/QĐ", hung_on=DAY)
    hours = {"starts_at": time(8), "ends_at": time(11)}
    ScheduleRule.objects.create(way="ngay", day_of_month=20, place=place, valid_from=DAY, **hours)
    return place


def session(maker: Maker, name: str, number: int, place: Any, **facts: Any) -> Thing:
    host, officer = maker.people["deputy_in_charge"], maker.people["petition_officer"]
    item = Reception.plan(
        by=officer,
        on=DAY,
        date=date(2026, 7, 20),
        host_position=host.positions.get(),
        place=place,
        **facts,
    )
    said = {"content": f"Hỏi {mark(number, 'C')}", "channel": "dien_thoai"}
    who = {"name": f"Đinh Thị {mark(number, 'N')}", "phone": phone_of(number)}
    item.enrol(by=officer, on=DAY, **who, **said)
    item.enrol_sealed(by=officer, on=DAY, channel="truc_tiep")
    told = {"unit": "", "officer": "deputy_in_charge", "field": ""}
    return maker.kept(Thing(f"session {name}", item, number, **told))
