"""Retention, requests about data, typed figures: walked with rows of their own."""

from tests.citizens.roles.address import BAD_METHOD, GONE, Address, Rule, holding
from tests.citizens.roles.rights import own_role
from tests.citizens.roles.things import Thing

KEEPERS = ("clerk", "petition_officer", "coordinator")


def with_desk(rule: Rule) -> Rule:
    return lambda who, thing: rule(who, thing) or who == "head_of_petitions"


keeps = with_desk(holding(*KEEPERS))
reads = with_desk(holding(*KEEPERS, "director", "deputy_director"))


def makes_returns(who: str, thing: Thing | None) -> bool:
    return bool(own_role(who) & {"director", "petition_officer"}) or who == "head_of_petitions"


def exports(who: str, thing: Thing | None) -> bool:
    return makes_returns(who, thing) or holding("director", "coordinator")(who, thing)


NONE = {"get": (GONE,), "post": (GONE,)}

RECORDS: dict[str, Address] = {
    "return-typed": Address(makes_returns, post=(422,)),
    "return-typed-strike": Address(makes_returns, get=(GONE,), post=(GONE,)),
    "disposals": Address(reads, method_first=True),
    "disposal-new": Address(keeps, post=(422,)),
    "disposal": Address(reads, get=(GONE,), method_first=True),
    "disposal-certificate": Address(reads, get=(GONE,), method_first=True),
    "disposal-review": Address(reads, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "disposal-destroy": Address(reads, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "disposal-send-back": Address(reads, **NONE),
    "disposal-leave-out": Address(reads, **NONE),
    "hold-new": Address(keeps, post=(422,)),
    "hold-lift": Address(keeps, **NONE),
    "data-requests": Address(keeps, method_first=True),
    "data-request-new": Address(keeps, post=(422,)),
    "data-request": Address(keeps, **NONE),
    "exports": Address(exports, post=(422,)),
    "export-file": Address(exports, get=(GONE,), method_first=True),
}
GIVEN = {
    **{f"disposal{end}": ["TH-2026-0009"] for end in
       ("", "-certificate", "-review", "-destroy", "-send-back")},
    "disposal-leave-out": ["TH-2026-0009", 0],
    "hold-lift": [0],
    "data-request": ["YCDL-2026-0009"],
    "export-file": [0],
    "return-typed": ["06-qlkntc"],
    "return-typed-strike": ["06-qlkntc", "SLN-2026-0009"],
}  # fmt: skip
"""What stands in the place of the arguments of their addresses."""
