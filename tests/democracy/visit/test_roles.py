"""A visit and a self-inspection at each stage: who sees, who acts, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy.models import SiteVisit
from democracy.models.visit.visit import SiteVisits
from portal.permissions import anybody
from portal.working_days import days_after
from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import loosen, walk_of, works_in, wrong_forms
from tests.democracy.visit.conftest import work

pytestmark = pytest.mark.django_db
HOME, OFFICE = "nguoi-co-cong", "van-phong"
LEADERS = {"director", "deputy_director"}
CLOSE = LEADERS | {"coordinator", "inspection_board", "staff_representative"}
LEADER_OF_TEAM, MEMBER = "deputy_elsewhere", "officer_elsewhere"
READERS = (
    *("director", "deputy_elsewhere", "head", "officer", "officer_elsewhere", "head_elsewhere"),
    *("clerk", "coordinator", "editor", "administrator", "inspection_board", "party_committee"),
    *("reform_officer", "newcomer", NOBODY),
)


def in_team(who: str, visit) -> bool:
    if visit.is_self:
        return works_in(who, HOME)
    return who in (LEADER_OF_TEAM, MEMBER, "coordinator")


def signs(who: str, visit) -> bool:
    if visit.is_self:
        return heads(who, HOME)
    return bool(roles(who) & LEADERS)


WORDS = {
    "leader": lambda who, visit: bool(roles(who) & LEADERS),
    "coordinator": lambda who, visit: "coordinator" in roles(who),
    "team": in_team,
    "visited unit": lambda who, visit: works_in(who, HOME),
    "signer": signs,
    "–": lambda who, visit: False,
}


def visits_of(people, units) -> list[SiteVisit]:
    """A visit that is prepared, one that was made, one concluded, and a self-inspection."""
    on, made = timezone.localdate(), []
    for n in range(3):
        made.append(SiteVisit.open_visit(
            by=people["coordinator"], on=on, kind="kiem-tra", title=f"Cuộc {n}", from_on=on,
            to_on=days_after(on, 9), visited=units[HOME], unit=units[OFFICE],
            leader=people[LEADER_OF_TEAM], members=[people[MEMBER]],
        ))  # fmt: skip
        if n:
            work(made[n], people["coordinator"], on=on)
    made[2].conclude(by=people["director"], on=on, strengths="Nền nếp")
    made.append(SiteVisit.open_visit(
        by=people["officer"], on=on, kind="tu-kiem-tra", title="Tự kiểm tra", from_on=on, to_on=on,
        visited=units[HOME], unit=units[HOME], leader=people["head"],
    ))  # fmt: skip
    return made


def sees(who: str, visit) -> bool:
    if visit.is_concluded:
        return bool(roles(who) - {"administrator"})
    units = {HOME} if visit.is_self else {HOME, OFFICE}
    near = any(works_in(who, unit) for unit in units)
    return near or bool(roles(who) & CLOSE) or (not visit.is_self and who == MEMBER)


def may(step: str, who: str, visit) -> bool:
    taken, prepared = steps("Site visits")[step]
    return any(WORDS[words](who, visit) for words in (*taken, *prepared))


def cells(visits, only: str):
    for visit in visits:
        visit.refresh_from_db()
        for who in READERS:
            status = 302 if who == NOBODY else 200 if sees(who, visit) else 404
            if not only:
                yield who, visit.get_absolute_url(), status, None
            for step in visit.workflow:
                address = f"{visit.get_absolute_url()}{step.path}/"
                if step.sources and only in address and status != 302:
                    ready = not step.missing(visit) and may(step.name, who, visit)
                    yield who, address, status, ready and status == 200


walk = walk_of(visits_of)


def faults(walk, *, only: str = "", **which) -> Iterator[str]:
    world, visits = walk
    return wrong_forms(world, cells(visits, only), **which)


@pytest.mark.parametrize("one_in", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in))[:30] == []


def test_a_visit_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets who knows of a visit before its conclusion."""
    monkeypatch.setattr(SiteVisits, "visible_to", lambda rows, user, *, on: rows)
    assert any(faults(walk, only="khong-tien-hanh"))


def test_a_conclusion_that_anybody_signs_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, SiteVisit, "conclude", anybody)
    assert any(faults(walk, only="ket-luan"))
