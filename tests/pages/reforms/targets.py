"""Indicators, indices, the establishment, reform plans and their money."""

from collections.abc import Iterator
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from portal.planning import Plan
from reforms.models import HeadcountSnapshot, Indicator
from tests.citizens.roles.world import World
from tests.pages.looking import Face
from tests.pages.planning import units_of_the_office
from tests.pages.subjects import lists, seen, subjects
from tests.reforms.indicators.test_roles import indicators

LISTS = ("indicator-list", "reform-tasks")
SURVEYS = ("indices", "headcount", "reform-plans", "reform-money", "briefing-waiting")


def targets(world: World) -> Iterator[Face]:
    people, units = world.people, units_of_the_office()
    by, on = people["reform_officer"], timezone.localdate()
    found = indicators(people, units)
    one = Indicator.follow_index(by=by, on=on, family="pci", unit=found[0].unit)
    tell(found[0], people["head"])
    tell(one, people["head"])
    for year, assigned in ((2015, 50), (2021, 46)):
        HeadcountSnapshot.note(by=by, on=on, year=year, group="cong-chuc", assigned=assigned,
                               planned=45, source="QĐ")  # fmt: skip
    plan = sent_out(people, units)
    yield from subjects(world, found)
    yield from lists(world, "reform_officer", *LISTS, searched=True)
    yield from lists(world, "reform_officer", *SURVEYS)
    for name in ("indicator-new", "index-new", "headcount-new"):
        yield seen(world, name, "reform_officer", reverse(name), "open")
    yield seen(world, "indicator-detail", "director", one.get_absolute_url(), "an index")
    yield seen(world, "headcount", "director", reverse("headcount") + "?nam=2021", "a year")
    yield seen(world, "reform-plan", "director", reverse("reform-plan", args=[plan.code]))


def tell(one: Indicator, head) -> None:
    for year, value in (("2023", 6), ("2024", 7)):
        one.record_value(by=head, on=timezone.localdate(), period=year, value=Decimal(value),
                         evidence="BC", rank=9, of=63, best=Decimal(8))  # fmt: skip


def sent_out(people, units) -> Plan:
    by, on = people["reform_officer"], timezone.localdate()
    plan = Plan.draw_up(
        by=by, on=on, programme="cai-cach", title="Cải cách hành chính", unit=units["so"],
        coordinating_unit=units["van-phong"], year=on.year, from_on=on, to_on=on,
    )  # fmt: skip
    for area in ("the-che", "so-hoa"):
        task = plan.add_task(by=by, on=on, text=f"Việc về {area}", time_kind="deadline", due=on,
                             answers={"area": area}, partners=[units["lao-dong"]])  # fmt: skip
    plan.estimate_budget(by=by, on=on, content="In", amount=Decimal(9), purpose="cchc", task=task)
    plan.issue(by=people["director"], on=on)
    plan.send_out(by=people["clerk"], on=on, number="5", symbol="KH-SLĐ", dated_on=on)
    return plan
