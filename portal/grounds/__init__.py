"""Căn cứ từ chối: on which grounds of the law something is refused, kept by the office by date."""

from portal.grounds.delivered import ACCEPTANCE, ELIGIBILITY, RECEPTION
from portal.grounds.delivery import deliver_grounds
from portal.grounds.grounds import (
    RefusalGround,
    begun_grounds,
    ground,
    grounds_on,
    known_grounds,
)

__all__ = [
    "ACCEPTANCE",
    "ELIGIBILITY",
    "RECEPTION",
    "RefusalGround",
    "begun_grounds",
    "deliver_grounds",
    "ground",
    "grounds_on",
    "known_grounds",
]
