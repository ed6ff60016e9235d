"""Administrative reform: walked with things of their own in tests/reforms."""

from tests.citizens.roles.address import Address, anybody

REFORMS: dict[str, Address] = {
    "reforms": Address(anybody),
}
