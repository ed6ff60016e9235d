"""What follows when the field, the commune or the channel of a letter is put right."""

from __future__ import annotations

from typing import Any

from portal.text import lower_first
from portal.workflow import Refused

from ..vocabulary import Channel, Kind

REMOTE_KINDS = ("KN_GQ1", "KN_GQ2", "KN_HIEU_LUC", "KN_LAN2")
"""Periods that are longer in places hard to reach."""


def field_follows(letter: Any, case: Any, old: Any) -> None:
    """The column of the returns moves along while it was the one of the field."""
    book = "KN" if letter.kind == Kind.COMPLAINT else "KNPA"
    if old and letter.category == old.column(book, as_of=letter.received_on):
        letter.category = letter.field.column(book, as_of=letter.received_on)


def commune_follows(letter: Any, case: Any, old: Any) -> None:
    """The sender lives there; a place hard to reach lengthens the periods that still run."""
    letter.parties.filter(role="sender", commune=old).update(commune=letter.commune)
    if case is None or case.remote == letter.commune.remote:
        return
    case.remote = letter.commune.remote
    for clock in case.clocks.open().filter(rule__in=REMOTE_KINDS):
        clock.change(remote=case.remote)
    case.refresh_due()


def channel_follows(letter: Any, case: Any, old: str) -> None:
    if letter.channel != Channel.FORWARDED:
        letter.forwarded_by = ""
    elif not letter.forwarded_by:
        label = lower_first(Channel.FORWARDED.label)
        raise Refused(f"Đính chính cơ quan chuyển đến trước, rồi mới ghi {label}.", field="new")


FOLLOWS = {"field": field_follows, "commune": commune_follows, "channel": channel_follows}
