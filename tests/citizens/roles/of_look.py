"""The samples of the look and the guide: the same for everybody who signs in."""

from tests.citizens.roles.address import Address, anybody

LOOK: dict[str, Address] = {
    "look": Address(anybody, post=(200,)),
    "look-page": Address(anybody, post=(302,)),
}
GIVEN = {"look-page": ["day-du"]}
