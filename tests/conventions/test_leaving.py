"""Nobody's open work is left on a closed account: every column that names a person is known."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import models

from portal.leaving import COLUMNS, HELD
from portal.people import Position, User

DONE = ("by",)
"""So are columns called that say who did something: that stays true of whoever has left."""
KEPT = {
    "portal.Position.user": "ended by the act itself",
    "portal.OneTimeLink.user": "void with the account",
    "portal.TeamAccess.user": "of no use without the account; ends by its own day",
    "portal.Passkey.user": "dropped with the account",
    "portal.PrintedCode.user": "dropped with the account",
    "portal.App.user": "dropped with the account",
    "portal.Device.user": "opens nothing without a password",
    "portal.SignIn.user": "ended with the account",
    "portal.Restoration.user": "called off with the account",
    "portal.ProvinceIdentity.user": "opens only an account that is open",
    "portal.Draft.user": "what somebody typed and sent to nobody",
    "portal.SavedFilter.owner": "a way of looking, no work",
    "portal.FilterOpening.user": "what somebody last saw",
    "portal.Digest.person": "what somebody was told",
    "portal.Mention.person": "what somebody was told",
    "portal.Reading.position": "who read a slip, in which post",
    "portal.Plan.signer": "who signed",
    "portal.Report.signer": "who signed",
    **dict.fromkeys(
        [
            f"portal.{name}.officer"
            for name in (
                *("Achievement", "Dialogue", "DigitalPapers", "Training", "HandlingError"),
                *("OpinionNote", "OrganisationReview", "Outreach", "PartyFigures"),
                "PersonnelActs",
            )
        ],
        "who wrote a line of a register; it has no further step, and the unit corrects it",
    ),
    "citizens.Flag.answerable": "who had to act when it was raised",
    "citizens.Assignment.officer": "since when and until when somebody had it",
    "citizens.DenunciationMember.user": "who verifies stands in a signed decision",
    "citizens.Exclusion.user": "who may not know; that stays",
    "citizens.RotaTurn.position": "an empty chair is the head's turn",
    "democracy.Nomination.person": "who is proposed for an award",
    "democracy.ScoreSheet.person": "who is rated",
    "democracy.Pledge.head": "who pledged",
    "democracy.Opinion.author": "who said it",
    "reforms.LateDossier.handler": "who dealt with it at the counter",
}
"""Columns that are nobody's open work, each with its reason."""


def columns() -> set[str]:
    found = set()
    for model in apps.get_models():
        for each in model._meta.get_fields():
            if is_person(each) and not model._meta.proxy:
                found.add(f"{model._meta.label}.{each.name}")
    return found


def is_person(each: object) -> bool:
    if not isinstance(each, models.ForeignKey | models.ManyToManyField):
        return False
    return each.related_model in (User, Position)


def unknown(named: Iterable[str]) -> list[str]:
    """Neither handed over nor known to be a record of what was done."""
    asked = (name for name in named if name not in COLUMNS and name not in KEPT)
    return sorted(name for name in asked if not says_who_did(name.rsplit(".", 1)[1]))


def says_who_did(column: str) -> bool:
    return column in DONE or column.endswith("_by")


def test_every_column_that_names_a_person_is_handed_over_or_a_record():
    assert unknown(columns()) == []


def test_a_new_column_that_nobody_hands_over_is_caught():
    assert unknown([*columns(), "democracy.Wish.keeper"]) == ["democracy.Wish.keeper"]


def test_nothing_is_declared_that_is_not_there():
    assert sorted({*COLUMNS, *KEPT} - columns()) == []


def test_nothing_is_both():
    assert sorted(COLUMNS.keys() & KEPT.keys()) == []


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.model.__name__)
def test_the_stages_of_what_is_handed_over_are_stages(held):
    stages = {value for value, _ in held.model._meta.get_field("stage").choices}
    assert set(held.stages) <= stages
