"""Tách nội dung: each content of a letter under a number of its own, one receipt for all."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import take

from ..lookup import LookupCode
from ..party import Party

COPIED = (
    *("channel", "incoming_no", "postmark_on", "forwarded_by", "people", "signers", "commune"),
    *("unit", "officer"),
)


class PartSteps:
    """Of petitions whose contents do not belong together."""

    def split(self, *, by: Any, on: date, title: str, content: str) -> Any:
        """The part has its own number; day of receipt, people and look-up code stay the same."""
        with take(self, "split", by=by, on=on) as taking:
            part = type(self).register(
                by="portal",
                on=on,
                received_on=self.received_on,
                parties=[copied(party) for party in self.parties.all()],
                title=title,
                content=content,
                split_from=self.split_from or self,
                **{name: getattr(self, name) for name in COPIED},
            )
            for code in self.lookup_codes.valid():
                share(code, part)
            taking.facts["part"] = part.code
        return part


def copied(party: Party) -> Party:
    names = (*Party.PERSONAL, "role", "commune_id")
    return Party(**{name: getattr(party, name) for name in names})


def share(code: LookupCode, part: Any) -> None:
    """The same sixteen digits lead to the part as well."""
    LookupCode.objects.create(
        petition=part,
        digest=bytes(code.digest),
        issued_on=code.issued_on,
        issued_by=code.issued_by,
        paper=code.paper,
    )
