"""Registers of activities: walked with lines of their own in tests/portal/activities."""

from portal.views.activities.registers import REGISTERS
from tests.citizens.roles.address import GONE, Address, anybody, holding

KEEPERS = (
    *("director", "deputy_director", "head", "deputy_head", "officer", "coordinator"),
    *("reform_officer", "procedure_officer"),
)
OF_THE_PARTY = ("coordinator", "party_committee")


def keepers_of(noun: str) -> tuple[str, ...]:
    return OF_THE_PARTY if noun == "party-figures" else KEEPERS


def addresses_of(noun: str) -> dict[str, Address]:
    return {
        f"{noun}-list": Address(anybody),
        f"{noun}-export": Address(anybody),
        f"{noun}-new": Address(holding(*keepers_of(noun)), post=(422,)),
        f"{noun}-detail": Address(anybody, get=(GONE,)),
        f"{noun}-file": Address(anybody, get=(GONE,)),
    }


NOUNS = tuple(register.noun for register in REGISTERS)
ACTIVITIES: dict[str, Address] = {"activities": Address(anybody)} | {
    name: address for noun in NOUNS for name, address in addresses_of(noun).items()
}
GIVEN = {f"{noun}-{end}": ["X-2026-0009"] for noun in NOUNS for end in ("detail", "file")}
"""What stands in the place of the arguments of their addresses."""
