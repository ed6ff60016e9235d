"""What is written in Word about a petition or case, and the office's own templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.citizens.roles.address import BAD_METHOD, GONE, Address, holding
from tests.citizens.roles.rights import sees
from tests.citizens.roles.things import Thing
from tests.citizens.roles.world import World

administrator = holding("administrator")
FORM = "vb-don-doc"
"""A form that petitions and cases have in common."""


def visible(who: str, thing: Thing | None) -> bool:
    return bool(thing and sees(who, thing))


def nobody(who: str, thing: Thing | None) -> bool:
    return False


def about(case: bool) -> Callable[[World], list[Thing]]:
    return lambda world: [
        thing
        for thing in world.things.values()
        if thing.is_case == case and thing.item.stream_kind in ("don", "vu-viec")
        and not thing.sealed and "emptied" not in thing.extra
    ]  # fmt: skip


def of(noun: str, *, case: bool) -> dict[str, Address]:
    things = about(case)
    return {
        f"{noun}-writings": Address(visible, post=(200, BAD_METHOD), about=things),
        f"{noun}-writing": Address(visible, post=(200, 409, GONE), about=things),
        f"{noun}-word": Address(nobody, post=(GONE,), about=things),
        f"{noun}-comparison": Address(nobody, post=(GONE,), about=things),
    }


TEMPLATES = {
    "administration-templates": Address(administrator, post=(200, BAD_METHOD)),
    "administration-template": Address(administrator, post=(422,)),
    "administration-template-delivered": Address(administrator),
    "administration-template-file": Address(nobody, post=(GONE,)),
    "administration-template-end": Address(administrator, get=(BAD_METHOD,), post=(GONE,)),
}
GIVEN: dict[str, list[Any]] = {
    **{f"administration-template{end}": ["tb-thu-ly"] for end in ("", "-delivered")},
    **{f"administration-template-{end}": [0] for end in ("file", "end")},
}

WRITING = {
    **TEMPLATES,
    **of("petition", case=False),
    **of("case", case=True),
    **{
        name: Address(visible, post=(200, BAD_METHOD), about=about(True))
        for name in ("case-contents", "case-file")
    },
}


def more_arguments(name: str) -> list[str | int]:
    """Of an address, beside the number of the petition or case."""
    if name.endswith(("-word", "-comparison")):
        return [FORM, 1]
    return [FORM] if name.endswith("-writing") else []
