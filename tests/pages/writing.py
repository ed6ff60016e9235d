"""A document begun twice from its form, and the two versions beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

from tests.citizens.roles.of_writing import FORM
from tests.citizens.roles.world import World, undone
from tests.pages.faces import drawn
from tests.pages.looking import Face

WHO = "petition_officer"


def writing(world: World) -> Iterator[Face]:
    for noun, things in (("petition", world.petitions), ("case", world.cases)):
        letter = next(thing for thing in things if not thing.sealed)
        address = f"{letter.url}soan/{FORM}/"
        with undone():
            client = world.browser(WHO)
            for _ in range(2):
                client.post(address, {"lam": "tao", "_once": uuid4()})
            yield drawn(f"{noun}-writing", WHO, address, client.get(address), "begun twice")
            compared = f"{address}ban/2/so-sanh/"
            yield drawn(f"{noun}-comparison", WHO, compared, client.get(compared))
