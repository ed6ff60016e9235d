"""Legal documents with their validity: who issued them, what they rest on, what replaced them."""

from portal.instruments.delivery import deliver_instruments
from portal.instruments.instruments import Instrument
from portal.instruments.issuers import Issuer
from portal.instruments.relations import Relation

__all__ = ["Instrument", "Issuer", "Relation", "deliver_instruments"]
