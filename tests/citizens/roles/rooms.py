"""Walks of one room: what everybody finds at its things, against the page of permissions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.citizens.roles.people import NOBODY, SEATS, fill_the_office
from tests.citizens.roles.rights import roles
from tests.citizens.roles.walking import in_part
from tests.citizens.roles.world import World, undone

WORKERS = {"head", "deputy_head", "officer", "coordinator", "clerk", "reception_officer",
           "petition_officer", "reform_officer", "procedure_officer"}  # fmt: skip


def works_in(who: str, unit: str) -> bool:
    seat = SEATS.get(who)
    return bool(roles(who) & WORKERS) and bool(seat) and seat.place == unit


def leads(who: str) -> bool:
    return bool(roles(who) & {"director", "deputy_director"})


def holds_contents(who: str) -> bool:
    return bool(roles(who) - {"administrator"})


def walk_of(things: Callable[[dict, dict], Any]) -> Any:
    """A fixture: the office, and what stands in the room when these people have been at work."""

    @pytest.fixture(scope="module")
    def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
        with django_db_blocker.unblock(), undone():
            people, units = fill_the_office()
            yield World(people, {}), things(people, units)

    return walk


def status(who: str, seen: bool, statuses: tuple[int, ...] = (200,)) -> tuple[int, ...]:
    """The stranger is asked to sign in; what one may not see does not exist."""
    if who == NOBODY:
        return (302,)
    return statuses if seen else (404,)


def steps_on_pages(
    subject: Any, who: str, *, seen: bool, may: Callable[[str], bool]
) -> Iterator[tuple]:
    """Cells: a step's form where its stage allows it, and its being taken by who may."""
    for step in subject.workflow:
        if not step.sources:
            continue
        address = f"{subject.get_absolute_url()}{step.path}/"
        if subject.stage in step.sources:
            yield who, "GET", address, status(who, seen)
        ready = not step.missing(subject) and may(step.name)
        yield who, "POST", address, status(who, seen, (302, 422) if ready else (409,))


def wrong_answers(
    world: World, cells: Iterable[tuple], *, only: str = "", one_in: int = 1
) -> Iterator[str]:
    """Of cells (who, method, address, statuses): a form is sent empty."""
    for who, method, address, expected in cells:
        if only in address and in_part(one_in, who, method, address):
            sent = {"gui": "1"} if method == "POST" else {}
            got = world.ask(who, method, address, sent).status_code
            if got not in expected:
                yield f"{who} {method} {address}: {got}, not {expected}"


def wrong_forms(
    world: World, cells: Iterable[tuple], *, only: str = "", one_in: int = 1
) -> Iterator[str]:
    """Of cells (who, address, status, whether there is a form to take the step; None: either)."""
    for who, address, expected, form in cells:
        if only in address and in_part(one_in, who, address):
            answer = world.ask(who, "GET", address, {})
            shown = b'action="./"' in answer.content
            if answer.status_code != expected or form not in (None, shown):
                told = f"{answer.status_code}, form {shown}"
                yield f"{who} {address}: {told}, not {expected}, {form}"


def loosen(monkeypatch: pytest.MonkeyPatch, model: Any, name: str, rule: Any) -> None:
    """A planted defect: one step gets another rule."""
    step = replace(model.workflow[name], rule=rule)
    monkeypatch.setitem(model.workflow.steps, name, step)
    monkeypatch.setitem(model.workflow.by_path, step.path, step)
