"""The samples of the look and the guide: the same for everybody who signs in."""

from tests.citizens.roles.address import Address, anybody

LOOK: dict[str, Address] = {
    "look": Address(anybody, post=(200,)),
    "look-page": Address(anybody, post=(302,)),
    "guide": Address(anybody, post=(200,)),
    "guide-chapter": Address(anybody, post=(200,)),
    "guide-for-citizens": Address(None, post=(200,)),
    "guide-picture": Address(None, post=(200,)),
}
GIVEN = {
    "look-page": ["day-du"],
    "guide-chapter": ["van-thu"],
    "guide-picture": ["bat-dau-viec-cua-toi.webp"],
}
