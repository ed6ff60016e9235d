"""Draws what a room's walk built: the page in each stage, every step open or shut, what is refused.

The rooms hand over the things that their role walks (``tests/democracy/*/test_roles.py``) build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tests.citizens.roles.world import World, undone
from tests.conventions.kinds import KINDS
from tests.pages.faces import READERS, drawn, is_page, refused
from tests.pages.looking import Face

NOUNS = {model: noun for noun, model in KINDS.items()}
NOTHING = "?q=khong+co+chu+nay"
Room = Callable[[World], Iterator[Face]]


def room(world: World, draw: Room) -> Iterator[Face]:
    """A room's pages, and its forms sent with nonsense while its things are there."""
    with undone():
        faces = list(draw(world))
        yield from faces
        yield from refused(world, faces)


def seen(world: World, name: str, who: str, address: str, state: str = "") -> Face:
    response = world.ask(who, "GET", address)
    assert response.status_code == 200, (who, address, response.status_code)
    assert is_page(response), (who, address)
    return drawn(name, who, address, response, state)


def lists(world: World, who: str, *names: str, searched: bool = False) -> Iterator[Face]:
    """With something in them and, where one can search, with nothing that matches."""
    for name in names:
        yield seen(world, name, who, reverse(name), "full")
        if searched:
            yield seen(world, name, who, reverse(name) + NOTHING, "nothing matches")


def subjects(world: World, found: Iterable[Any]) -> Iterator[Face]:
    things = list(found)
    for thing in things:
        thing.refresh_from_db()
    yield from pages(world, things)
    yield from steps(world, things)


def pages(world: World, things: list[Any]) -> Iterator[Face]:
    """Each stage as it is found by whom most steps are open to, and by whom fewest."""
    by_stage = {(type(thing), thing.stage): thing for thing in reversed(things)}
    for thing in by_stage.values():
        readers = by_steps(world, thing)
        for who in dict.fromkeys((readers[0], readers[-1])):
            yield seen(world, f"{noun_of(thing)}-detail", who, thing.get_absolute_url())


def steps(world: World, things: list[Any]) -> Iterator[Face]:
    """Every step where it can be taken; one that is nowhere open says why not."""
    for model in dict.fromkeys(map(type, things)):
        of_kind = [thing for thing in things if type(thing) is model]
        for step in (step for step in model.workflow if step.sources):
            thing, who = taker(world, step, of_kind)
            name = f"{noun_of(thing)}-{step.name.replace('_', '-')}"
            yield seen(world, name, who, f"{thing.get_absolute_url()}{step.path}/")


def taker(world: World, step: Any, things: list[Any]) -> tuple[Any, str]:
    for thing in things:
        for who in by_steps(world, thing):
            if step in open_to(world, who, thing):
                return thing, who
    return things[0], by_steps(world, things[0])[0]


def by_steps(world: World, thing: Any) -> list[str]:
    """Who sees it, those first who may do most."""
    rows, on = type(thing).objects, timezone.localdate()
    readers = [
        who
        for who in READERS
        if who in world.people
        and rows.visible_to(world.people[who], on=on).filter(pk=thing.pk).exists()
    ]
    return sorted(readers, key=lambda who: -len(open_to(world, who, thing)))


def open_to(world: World, who: str, thing: Any) -> list[Any]:
    return thing.workflow.open_to(world.people[who], thing, on=timezone.localdate())


def noun_of(thing: Any) -> str:
    return NOUNS[type(thing)]
