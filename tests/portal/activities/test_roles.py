"""Every register: everybody × a line and its steps, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from portal.activities import Limitation
from portal.activities.opinions import OpinionNotes
from portal.permissions import anybody
from portal.working_days import days_after
from tests.citizens.roles.people import NOBODY, SEATS
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import loosen, walk_of, works_in, wrong_forms
from tests.portal.activities.conftest import lines_of

pytestmark = pytest.mark.django_db
HOME = "nguoi-co-cong"
LEADERS = {"director", "deputy_director"}
WALKED = ("limitation", "opinion-note")
"""Over the wire; of the others the rules are asked themselves."""
READERS = (
    *("director", "head", "head_elsewhere", "officer", "officer_elsewhere", "coordinator"),
    *("administrator", "party_committee", "newcomer", NOBODY),
)
"""One of each kind; the others sit elsewhere with a role that stands here."""


WORDS = {
    "leader": lambda who: bool(roles(who) & LEADERS),
    "coordinator": lambda who: "coordinator" in roles(who),
    "party committee": lambda who: "party_committee" in roles(who),
    "its unit": lambda who: works_in(who, HOME),
    "head of its unit": lambda who: heads(who, HOME),
}


def lines(people, units) -> dict:
    today = timezone.localdate()
    found = lines_of(people["officer"], units[HOME], units["lao-dong"], on=today, day=today,
                     party=people["coordinator"])  # fmt: skip
    found["dialogue"].add_question(by=people["officer"], on=today, text="Khi nào?")
    found["dialogue"].promise(by=people["officer"], on=today, text="Sẽ chi trả",
                              unit=units[HOME], due_on=days_after(today, 9))  # fmt: skip
    return found


def sees(noun: str, who: str) -> bool:
    if noun != "opinion-note":
        return bool(roles(who) - {"administrator"})
    close = LEADERS | {"coordinator", "party_committee"}
    return bool(roles(who) & close) or works_in(who, HOME)


def may(noun: str, step: str, who: str) -> bool:
    section = "Party figures" if noun == "party-figures" else "Activities"
    return any(WORDS[words](who) for words in steps(section)[step][0])


def cells(lines, only: str):
    """(who, address, status, whether a form is on the page)."""
    for noun in WALKED:
        line = lines[noun]
        line.refresh_from_db()
        for who in READERS:
            status = 302 if who == NOBODY else 200 if sees(noun, who) else 404
            if not only:
                yield who, line.get_absolute_url(), status, None
            for step in line.workflow:
                address = f"{line.get_absolute_url()}{step.path}/"
                if step.sources and only in address and status != 302:
                    ready = not step.missing(line) and may(noun, step.name, who)
                    yield who, address, status, ready and status == 200


walk = walk_of(lines)


def faults(walk, *, only: str = "", **which) -> Iterator[str]:
    world, found = walk
    return wrong_forms(world, cells(found, only), **which)


@pytest.mark.parametrize("one_in", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in))[:30] == []


def test_every_rule_of_every_register_says_what_the_page_says(walk):
    world, lines = walk
    today = timezone.localdate()
    wrong = [
        (noun, step.name, who)
        for noun, line in lines.items()
        for step in line.workflow
        for who in SEATS
        if step.sources
        and step.may_take(world.people[who], line, on=today) != may(noun, step.name, who)
    ]
    assert wrong == []


def test_opinions_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets who reads what people say."""
    monkeypatch.setattr(OpinionNotes, "visible_to", lambda rows, user, *, on: rows)
    assert any(faults(walk, only="nam-tinh-hinh"))


def test_a_remedy_that_anybody_orders_would_be_seen(walk, monkeypatch):
    """A planted defect: a rule that always holds."""
    loosen(monkeypatch, Limitation, "order_remedy", anybody)
    assert any(faults(walk, only="giao-khac-phuc"))
