"""Procedures, changes, reviews, proposals × everybody × every step, by the page of rights."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from portal.fields import deliver_fields
from portal.working_days import days_after
from reforms.models import (
    Procedure,
    ProcedureArea,
    ProcedureChange,
    ReviewPlan,
    Simplification,
)
from tests.citizens.roles.people import EVERYBODY, HOME, NOBODY, SEATS, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import leads, works_in
from tests.citizens.roles.world import World, undone

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
SECTIONS = {
    Procedure: "Procedures",
    ProcedureChange: "Changes of procedures",
    ReviewPlan: "Reviews of procedures",
    Simplification: "Simplification",
}
ASKED = ("director", "officer_elsewhere", "editor", "administrator", NOBODY)


def holds(*wanted: str):
    return lambda who: bool(roles(who) & set(wanted))


WORDS = {
    "leader": leads,
    "coordinator": holds("coordinator"),
    "procedure officer": holds("procedure_officer"),
    "head": holds("head", "deputy_head"),
    "officer": holds("officer"),
    "its unit": lambda who: works_in(who, HOME),
    "–": lambda who: False,
}


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, units = fill_the_office()
        deliver_fields()
        one = procedure(people, units)
        things = [one, *changes(people, units, one), *plans(people, units, one),
                  *proposals(people, units, one)]  # fmt: skip
        yield World(people, {}), things


def procedure(people, units, code: str = "1.010803") -> Procedure:
    area = ProcedureArea.objects.named("Người có công")
    return Procedure.enter_catalogue(
        by=people["procedure_officer"], on=TODAY(), code=code, given_code=code, area=area,
        name="Trợ cấp thờ cúng liệt sĩ", unit=units[HOME],
    )  # fmt: skip


def changes(people, units, one: Procedure) -> list[ProcedureChange]:
    """Opened, signed, given up."""
    by, on = people["procedure_officer"], TODAY()
    found = [
        ProcedureChange.open_change(
            by=by, on=on, sort="sua-doi", title="Sửa đổi thủ tục", because="Quyết định số 120",
            promulgated_on=on, effective_on=days_after(on, 30), unit=units[HOME],
            procedures=[one],
        )
        for _ in range(3)
    ]  # fmt: skip
    found[1].note_decision(by=by, on=on, decision="Quyết định số 512", signed_on=on)
    found[2].abandon(by=by, on=on, reason="Bộ thu hồi quyết định")
    return found


def plans(people, units, one: Procedure) -> list[ReviewPlan]:
    """A draft with a line, an approved one."""
    by, on = people["procedure_officer"], TODAY()
    found = [
        ReviewPlan.draw_up(by=by, on=on, year=on.year + n, unit=units["van-phong"]) for n in (1, 2)
    ]
    for plan in found:
        plan.add_item(
            by=by, on=on, procedure=one, unit=units[HOME], due_on=days_after(on, 60),
            basis="Nhiều lượt yêu cầu bổ sung", product="Phương án đơn giản hóa",
        )  # fmt: skip
    found[1].approve(by=people["director"], on=on)
    return found


def proposals(people, units, one: Procedure) -> list[Simplification]:
    """Proposed, adopted, sent, decided, carried out."""
    by, on = people["officer"], TODAY()
    found = [
        Simplification.propose(
            by=by, on=on, procedure=one, unit=units[HOME], sort="thoi-han", reason="Gọn",
            content="Giảm 01 ngày làm việc", days_before=Decimal(10), days_after=Decimal(9),
            dossiers=10, hourly=40_000,
        )
        for _ in range(5)
    ]  # fmt: skip
    keeper = people["procedure_officer"]
    for proposal in found[1:]:
        proposal.adopt(by=people["director"], on=on)
    for proposal in found[2:]:
        proposal.send(by=keeper, on=on, sent_on=on)
    for proposal in found[3:]:
        proposal.note_decision(by=keeper, on=on, decision="Quyết định số 600", decided_on=on)
    found[4].carry_out(by=by, on=on, carried_out_on=on)
    return found


def sees(who: str) -> bool:
    return bool(roles(who) - {"administrator"})


def may(who: str, thing, step: str) -> bool:
    taken, prepared = steps(SECTIONS[type(thing)])[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def wrong(world: World, who: str, thing) -> set[str]:
    user, on = world.people[who], TODAY()
    seen = type(thing).objects.visible_to(user, on=on).filter(pk=thing.pk).exists()
    if seen != sees(who):
        return {"seen"}
    offered = {step.name for step in thing.workflow.open_to(user, thing, on=on)}
    ready = [step for step in thing.workflow if step.sources and not step.missing(thing)]
    return offered ^ {step.name for step in ready if may(who, thing, step.name)} if seen else set()


def test_everybody_sees_and_takes_what_the_page_says(walk):
    world, things = walk
    faults = {
        (who, str(thing), thing.stage): wrong(world, who, thing)
        for who in set(EVERYBODY) - {NOBODY}
        for thing in things
    }
    assert {place: steps for place, steps in faults.items() if steps} == {}


def test_pages_that_are_not_seen_do_not_exist(walk):
    world, things = walk
    told = {
        (type(thing).__name__, who): world.ask(who, "GET", thing.get_absolute_url()).status_code
        for thing in {type(each): each for each in things}.values()
        for who in ASKED
    }
    expected = dict(zip(ASKED, (200, 200, 200, 404, 302), strict=True))
    assert told == {(kind, who): expected[who] for kind, who in told}


def test_the_catalogue_is_kept_by_a_position_of_its_own():
    assert {SEATS[who].role for who in SEATS if holds("procedure_officer")(who)} == {
        "procedure_officer"
    }
