"""Brings the delivered instruments into the register; what the office has edited stays."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from portal.instruments.delivered import INSTRUMENTS, ISSUERS, RELATIONS
from portal.instruments.instruments import Instrument
from portal.instruments.issuers import Issuer
from portal.instruments.relations import Relation


@transaction.atomic
def deliver_instruments() -> None:
    """Once: a register that has any row is the office's own."""
    if Instrument.objects.exists() or Issuer.objects.exists():
        return
    issuers = {
        code: Issuer.objects.create(code=code, name=name, kind=kind) for code, name, kind in ISSUERS
    }
    rows = [built(issuers, *row) for row in INSTRUMENTS]
    for row in rows:
        row.search_text = row.words_to_search()
    made = {row.reference: row for row in Instrument.objects.bulk_create(rows)}
    Relation.objects.bulk_create(
        Relation(instrument=made[one], other=made[other], kind=kind)
        for one, kind, other in RELATIONS
    )


def built(
    issuers: dict[str, Issuer],
    issuer: str,
    kind: str,
    style: str,
    number: str,
    symbol: str,
    dated: tuple[int, int, int],
    title: str,
    since: Any,
    until: Any,
    note: str,
) -> Instrument:
    year, month, day = dated
    return Instrument(
        issuer=issuers[issuer],
        kind=kind,
        style=style,
        number=number,
        symbol=symbol,
        year=year,
        month=month,
        day=day,
        title=title,
        in_force_from=since,
        in_force_to=until,
        force_note=note,
        internal=issuers[issuer].is_party,
    )
