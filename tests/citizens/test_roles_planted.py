"""The matrix is worth what it sees: each defect planted here must be caught by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citizens import rules
from citizens.models import Case, Petition
from citizens.models.case import Cases
from citizens.models.petition import Petitions
from portal.permissions import anybody
from tests.citizens.roles.addresses import TABLE
from tests.citizens.roles.rights import seen_by_role
from tests.citizens.roles.walking import all_cells, faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("statements_built_anew")]


@pytest.fixture(scope="module")
def cells(world):
    return list(all_cells(world))


def caught(world, cells, *, who: str, name: str, about: str = "") -> list[str]:
    """What the matrix says about one person at one address."""
    asked = [each for each in cells if (each.who, each.name) == (who, name)]
    asked = [each for each in asked if about in ("", each.about)]
    assert asked
    return faults(world, asked)[1]


def test_without_a_defect_there_is_nothing_to_catch(world, cells):
    assert caught(world, cells, who="officer", name="petition-detail") == []


def test_a_view_that_forgets_who_asks(world, cells, monkeypatch):
    monkeypatch.setattr(Petitions, "visible_to", lambda rows, user, *, on: rows.all())
    assert caught(world, cells, who="administrator", name="petition-reckoning")


def test_a_list_that_shows_more_than_opens(world, cells, monkeypatch):
    from citizens.views import desk_lists

    everything = lambda reader: Case.objects.all()  # noqa: E731
    monkeypatch.setattr(desk_lists, "cases_of", everything)
    assert caught(world, cells, who="administrator", name="case-list")
    assert caught(world, cells, who="administrator", name="case-export")


def test_a_sealed_one_in_the_open_list(world, cells, monkeypatch):
    from citizens.views import desk_lists

    monkeypatch.setattr(desk_lists, "petitions_of", lambda reader: Petition.objects.all())
    assert caught(world, cells, who="coordinator", name="petition-list")


def test_a_rule_that_was_loosened(world, cells, monkeypatch):
    step = replace(Petition.workflow["guide"], rule=anybody)
    monkeypatch.setitem(Petition.workflow.steps, "guide", step)
    monkeypatch.setitem(Petition.workflow.by_path, step.path, step)
    assert caught(world, cells, who="clerk", name="petition-guide", about="not ours")


def test_a_rule_that_was_tightened(world, cells, monkeypatch):
    nobody = replace(Petition.workflow["classify"], rule=~anybody)
    monkeypatch.setitem(Petition.workflow.steps, "classify", nobody)
    monkeypatch.setitem(Petition.workflow.by_path, nobody.path, nobody)
    assert caught(world, cells, who="petition_officer", name="petition-classify", about="waiting")


def test_a_circle_that_grew(world, cells, monkeypatch):
    wider = (*rules.OVERVIEW_ROLES, "editor")
    monkeypatch.setattr(rules, "OVERVIEW_ROLES", wider)
    assert caught(world, cells, who="editor", name="case-detail")


def test_a_group_of_denunciations_that_grew(world, cells, monkeypatch):
    monkeypatch.setattr(rules, "DENUNCIATION_ROLES", ("director", "deputy_director"))
    assert caught(world, cells, who="deputy_elsewhere", name="petition-detail", about="sealed")


def test_verification_teams_that_are_shut_out(world, cells, monkeypatch):
    in_unit = lambda rows, user, *, on: rows.filter(unit__in=rules.units_of(user, on=on))  # noqa: E731
    monkeypatch.setattr(Cases, "visible_to", in_unit)
    assert caught(world, cells, who="verifier", name="case-detail", about="verifying")


def test_a_page_open_to_everybody(world, cells, monkeypatch):
    from portal.views.administration import door

    monkeypatch.setattr(door, "is_administrator", anybody)
    assert caught(world, cells, who="director", name="administration")


def test_the_page_of_permissions_is_really_read():
    assert {"director", "clerk", "editor"} <= set(seen_by_role())
    assert len(TABLE) > 40
