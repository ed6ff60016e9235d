"""Người cùng ký: who else signed a letter that many sent together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.text import fold
from portal.workflow import take

from ...sheets.gathered import lay_on
from .. import search_row
from ..party import Party


class SignersSteps:
    """The petition is the head of its group; those who signed with it are its parties."""

    def add_signers(self: Any, *, by: Any, on: date, signers: Sequence[Party]) -> int:
        """Ghi người cùng ký: whoever stands there already is not written twice. Returns how many.

        ``signers``: unsaved rows.
        """
        with take(self, "add_signers", by=by, on=on) as taking:
            there = list(Party.objects.filter(petition=self))
            known = {key_of(party) for party in there}
            new = []
            for party in signers:
                if key_of(party) not in known:
                    known.add(key_of(party))
                    party.petition, party.role = self, Party.Role.COSIGNER
                    new.append(party)
            Party.objects.bulk_create(new)
            lay_on(self, "parties", [*there, *new])
            count = len(there) + len(new)
            self.people, self.signers = max(self.people, count), max(self.signers, count)
            self.refresh_search()
            taking.facts["added"] = len(new)
        return len(new)

    def refresh_search(self: Any) -> None:
        search_row.index(self)
        if case := getattr(self, "case", None):
            search_row.index(case)


def key_of(party: Party) -> tuple[str, str]:
    return (fold(party.name), party.id_number or fold(party.address))
