"""The addresses of denunciations."""

from __future__ import annotations

from tests.citizens.roles.address import BAD_METHOD, Address
from tests.citizens.roles.people import DESK
from tests.citizens.roles.rights import heads, own_role, sees
from tests.citizens.roles.things import Thing
from tests.citizens.roles.world import World


def visible(who: str, thing: Thing | None) -> bool:
    return bool(thing and sees(who, thing))


def in_a_denunciation(who: str, thing: Thing | None) -> bool:
    """The group, and in this world whoever verifies one."""
    group = bool(own_role(who) & {"director", "petition_officer"}) or heads(who, DESK)
    return group or who in ("officer", "verifier")


def denunciations(world: World) -> list[Thing]:
    return world.denunciations


def with_paper(world: World) -> list[Thing]:
    return [each for each in world.denunciations if each.item.papers.exists()]


DENUNCIATIONS = {
    "denunciation-list": Address(in_a_denunciation, method_first=True),
    "denunciation-detail": Address(visible, post=(200, BAD_METHOD), about=denunciations),
    "denunciation-reckoning": Address(visible, post=(200, BAD_METHOD), about=denunciations),
    "denunciation-paper": Address(visible, post=(200, BAD_METHOD), about=with_paper),
    "protection-detail": Address(
        visible, post=(200, BAD_METHOD), about=lambda world: world.protections
    ),
}
