"""Sessions of reception at every stage; who registered carries a mark, the sealed have none."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from citizens.models import Reception, ReceptionPlace, ScheduleRule
from tests.citizens.roles.people import HOME
from tests.citizens.roles.things import DAY, Maker, Thing, mark, phone_of

FIRST_NUMBER = 95
NAMES = (
    *("planned", "online", "held", "nobody came", "concluded", "announced", "numbered"),
    *("cancelled", "postponed"),
)
HELD_ON = date(2026, 7, 20)
OF_THE_DEPUTY = {"unit": "", "officer": "deputy_in_charge", "field": ""}


def sessions(maker: Maker) -> None:
    """Days of a deputy at every stage, and one of a unit, received by its head."""
    place, people = a_place(), maker.people
    made = {
        name: session(maker, name, number, place, online=name == "online").item
        for number, name in enumerate(NAMES, FIRST_NUMBER)
    }
    officer = people["petition_officer"]
    made["held"].hold(by=officer, on=HELD_ON)
    made["nobody came"].receive_nobody(by=officer, on=HELD_ON)
    for name in ("concluded", "announced", "numbered"):
        made[name].write_conclusion(by=officer, on=HELD_ON, text="Kết luận.")
    for name in ("announced", "numbered"):
        made[name].announce(by=people["director"], on=HELD_ON)
    made["numbered"].send_out(by=people["clerk"], on=HELD_ON, number="9/TB", dated_on=HELD_ON)
    made["cancelled"].cancel(by=officer, on=DAY, reason="Bão.")
    hours = {"date": date(2026, 7, 22), "starts_at": time(8), "ends_at": time(11)}
    moved_to = made["postponed"].postpone(by=officer, on=DAY, reason="Họp.", **hours)
    number = FIRST_NUMBER + NAMES.index("postponed")
    maker.kept(Thing("session moved to", moved_to, number, **OF_THE_DEPUTY))
    session(maker, "of a unit", FIRST_NUMBER + len(NAMES), place, unit=HOME, host="head")


def a_place() -> ReceptionPlace:
    place = ReceptionPlace.objects.create(
        name="Phòng tiếp công dân", address="Tầng 1", phone="0299 3 800 111", opened_on=DAY
    )
    place.hung_papers.create(kind="noi_quy", number="15/QĐ", hung_on=DAY)
    hours = {"starts_at": time(8), "ends_at": time(11)}
    ScheduleRule.objects.create(way="ngay", day_of_month=20, place=place, valid_from=DAY, **hours)
    return place


def session(
    maker: Maker,
    name: str,
    number: int,
    place: Any,
    *,
    unit: str = "",
    host: str = "deputy_in_charge",
    **facts: Any,
) -> Thing:
    officer = maker.people["petition_officer"]
    item = Reception.plan(
        by=officer,
        on=DAY,
        date=HELD_ON,
        host_position=maker.people[host].positions.get(),
        unit=maker.units[unit] if unit else None,
        place=place,
        **facts,
    )
    said = {"content": f"Hỏi {mark(number, 'C')}", "channel": "dien_thoai"}
    who = {"name": f"Đinh Thị {mark(number, 'N')}", "phone": phone_of(number)}
    item.enrol(by=officer, on=DAY, **who, **said)
    item.enrol_sealed(by=officer, on=DAY, channel="truc_tiep", accepts_online=True)
    return maker.kept(Thing(f"session {name}", item, number, unit=unit, officer=host, field=""))
