"""Late dossiers and breaches × everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from reforms import dossier_rules
from reforms.models import Breach, LateDossier
from tests.citizens.roles.people import EVERYBODY, HOME, NOBODY, SEATS
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import leads, walk_of, works_in
from tests.reforms.dossiers.conftest import at, breach, late_dossier

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
LATE, BREACHES = "Late dossiers", "Breaches"


def holds(*wanted: str):
    return lambda who: bool(roles(who) & set(wanted))


def heads_home(who: str) -> bool:
    return holds("head", "deputy_head")(who) and SEATS[who].place == HOME


WORDS = {
    "leader": leads,
    "coordinator": holds("coordinator"),
    "procedure officer": holds("procedure_officer"),
    "its unit": lambda who: works_in(who, HOME),
    "head of its unit": heads_home,
    "–": lambda who: False,
}


def subjects_of(people, units) -> list:
    """Each of them open, and at every later stage."""
    by, unit = people["procedure_officer"], units[HOME]
    rows = [late_dossier(by, unit, number=str(n)) for n in range(3)]
    rows[1].reappoint(by=people["head"], on=date(2026, 11, 19), promised_on=date(2026, 11, 25),
                      cause="he-thong", reason="Lỗi máy")  # fmt: skip
    rows[2].hand_back(by=by, on=date(2026, 11, 19), returned_on=date(2026, 11, 19))
    rows += [late_dossier(by, unit, number="waits")]
    rows[-1].ask_supplement(by=by, on=date(2026, 11, 19), asked_at=at(19), content="Bản sao CCCD")
    found = [breach(by, unit) for _ in range(2)]
    found[1].handle(by=by, on=TODAY(), handled_on=TODAY(), handling="nhac-nho")
    return [*rows, *found]


walk = walk_of(subjects_of)


def sees(who: str, one) -> bool:
    if not roles(who) - {"administrator"}:
        return False
    if isinstance(one, Breach):
        return leads(who) or holds("coordinator", "procedure_officer")(who) or heads_home(who)
    follows = holds("coordinator", "reform_officer", "procedure_officer")(who)
    return leads(who) or follows or works_in(who, HOME)


def may(who: str, one, step) -> bool:
    taken, prepared = steps(BREACHES if isinstance(one, Breach) else LATE)[step.name]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def faults(walk) -> list:
    world, found = walk
    wrong = []
    for who in sorted(set(EVERYBODY) - {NOBODY}):
        user = world.people[who]
        for one in found:
            shown = type(one).objects.visible_to(user, on=TODAY()).filter(pk=one.pk).exists()
            wrong += [(who, one.code, shown)] if shown != sees(who, one) else []
            wrong += wrongly_open(user, who, one) if shown else []
    return wrong


def wrongly_open(user, who: str, one) -> list:
    found = {step.name for step in one.workflow.open_to(user, one, on=TODAY())}
    ready = {step.name for step in one.workflow if not step.missing(one) and may(who, one, step)}
    return [] if found == ready else [(who, one.code, found ^ ready)]


def test_everybody_sees_and_takes_what_the_page_says(walk):
    assert faults(walk) == []


def test_breaches_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of who reads a name forgets itself."""
    monkeypatch.setattr(dossier_rules, "breaches_seen_by", dossier_rules.late_seen_by)
    assert faults(walk) != []


ASKED = ("director", "head", "officer", "officer_elsewhere", "administrator", NOBODY)


def test_a_page_that_is_not_seen_does_not_exist(walk):
    world, found = walk
    late = next(one for one in found if isinstance(one, LateDossier))
    told = next(one for one in found if isinstance(one, Breach))
    for one, statuses in (
        (late, (200, 200, 200, 404, 404, 302)),
        (told, (200, 200, 404, 404, 404, 302)),
    ):
        asked = [world.ask(who, "GET", one.get_absolute_url(), {}).status_code for who in ASKED]
        assert tuple(asked) == statuses
