"""What tests of receptions start from: a place, a rule, a session, all by the portal's verbs."""

from datetime import date, time

from citizens.models import Reception, ReceptionPlace, ScheduleRule
from portal.people import Position

LONG_AGO = date(2020, 1, 1)
HOURS = {"starts_at": time(7, 30), "ends_at": time(11, 30)}


def a_place(**facts) -> ReceptionPlace:
    facts = {"name": "Phòng tiếp công dân", "address": "Số 12 đường Trần Phú"} | facts
    return ReceptionPlace.objects.create(phone="0299 3 800 111", opened_on=LONG_AGO, **facts)


def a_rule(place: ReceptionPlace, *hosts: Position, **facts) -> ScheduleRule:
    facts = {"way": "ngay", "day_of_month": 20, "valid_from": LONG_AGO} | facts
    rule = ScheduleRule.objects.create(place=place, **HOURS, **facts)
    for turn, position in enumerate(hosts, 1):
        rule.turns.create(turn=turn, position=position)
    return rule


def a_session(by, host, on=date(2026, 8, 3), **facts) -> Reception:
    """Planned on Monday 03/8/2026 for Thursday 20/8 unless told otherwise."""
    position = host.positions.filter(unit__isnull=False).get()
    facts = {"date": date(2026, 8, 20), **HOURS} | facts
    return Reception.plan(by=by, on=on, host_position=position, **facts)
