"""The register of acts: append-only, chained by hash per stream, with a daily line over all."""

from portal.history.bulk import FirstAct, first_events
from portal.history.chain import digest_of
from portal.history.days import DailyLine, close_day
from portal.history.events import Event, EventValues, Head, erase_values, events, record
from portal.history.verification import Verdict, verify

__all__ = [
    "DailyLine",
    "Event",
    "EventValues",
    "FirstAct",
    "Head",
    "Verdict",
    "close_day",
    "digest_of",
    "erase_values",
    "events",
    "first_events",
    "record",
    "verify",
]
