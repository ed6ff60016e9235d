"""What is declared of one address, and the rules that need no more than a seat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.citizens.roles.people import NOBODY
from tests.citizens.roles.rights import roles
from tests.citizens.roles.things import Thing
from tests.citizens.roles.world import World

METHODS = ("GET", "HEAD", "POST")
GONE, BAD_METHOD, SIGN_IN = 404, 405, 302
Rule = Callable[[str, Thing | None], bool]
Statuses = tuple[int, ...]


@dataclass(frozen=True)
class Address:
    """Who gets ``get`` and ``post``; everybody else signed in gets 404."""

    rule: Rule | None
    get: Statuses = (200,)
    post: Statuses = (BAD_METHOD,)
    about: Callable[[World], list[Thing]] | None = None
    method_first: bool = False
    """405 comes before any look at who asks; it tells nothing."""

    @property
    def public(self) -> bool:
        return self.rule is None

    def expected(self, who: str, method: str, thing: Thing | None) -> Statuses:
        statuses = self.post if method == "POST" else self.get
        if self.public:
            return statuses
        if who == NOBODY:
            return (SIGN_IN,)
        if self.method_first and statuses == (BAD_METHOD,):
            return statuses
        assert self.rule is not None
        return statuses if self.rule(who, thing) else (GONE,)


def anybody(who: str, thing: Thing | None) -> bool:
    return True


def holding(*wanted: str) -> Rule:
    return lambda who, thing: bool(roles(who) & set(wanted))


def staff(who: str, thing: Thing | None) -> bool:
    return bool(roles(who) - {"administrator"})


def seated(who: str, thing: Thing | None) -> bool:
    return bool(roles(who))
