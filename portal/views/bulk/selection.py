"""Which rows of a list were chosen, and which of them a step can be taken on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import QueryDict

from portal.filters import Asked, Reader, UnknownValue
from portal.registers import CODE
from portal.views.list import ListView
from portal.workflow import Step

LONGEST = 300
"""Signs in the address of the way back."""
MOST = 5_000
"""Rows that one act takes; whoever wants more narrows the list."""


@dataclass(frozen=True)
class Selection:
    """The marked rows, or all that match what the list was asked. What the reader may not see
    is not among them, whatever was sent."""

    here: ListView
    codes: Sequence[str]
    inside: str
    everything: bool

    @classmethod
    def read(cls, query: QueryDict, view: type[ListView], reader: Reader) -> Selection:
        """``so``: the marked ones; ``tat-ca``: all that ``loc`` asks for."""
        return cls(
            view.read_by(reader),
            [code for code in query.getlist("so")[:MOST] if CODE.fullmatch(code)],
            query.get("loc", ""),
            bool(query.get("tat-ca")),
        )

    @property
    def back(self) -> str:
        """The list as it was asked, where it knows what it was asked."""
        try:
            asked = Asked(self.here.listing, QueryDict(self.inside), self.here.reader).query()
        except UnknownValue:
            asked = ""
        address = f"{self.here.at}?{asked}"
        return address if asked and len(address) <= LONGEST else self.here.at

    def rows(self) -> Any:
        """Raises ``UnknownValue`` where the list does not know what it was asked."""
        found = self.here.visible
        if self.everything:
            asked = Asked(self.here.listing, QueryDict(self.inside), self.here.reader)
            return asked.narrowed(found)
        return found.filter(code__in=self.codes)

    def subjects(self) -> list[Any]:
        """One more than ``MOST`` where there are too many."""
        rows = self.rows().prefetch_related(*self.here.prefetched).order_by("pk")
        kind = self.here.visible.model
        joined = {"unit", "officer"} & {each.name for each in kind._meta.get_fields()}
        return [kind.of_kind(row) for row in rows.select_related(*joined)[: MOST + 1]]


@dataclass(frozen=True)
class Sorted:
    """Those that will change, and the others by what keeps them from it."""

    ready: list[Any]
    kept: dict[str, list[Any]]

    @classmethod
    def by_step(cls, subjects: list[Any], name: str, reader: Reader) -> Sorted:
        ready: list[Any] = []
        kept: dict[str, list[Any]] = {}
        for subject in subjects:
            step: Step = subject.workflow[name]
            why_not = step.missing(subject)
            if not why_not and not step.may_take(reader.user, subject, on=reader.on):
                why_not = step.rule.why_not
            (kept.setdefault(why_not, []) if why_not else ready).append(subject)
        return cls(ready, kept)

    @property
    def mark(self) -> str:
        """Of what its reader was shown: other rows or other versions have another."""
        shown = "".join(f"{each.code} {each.version};" for each in self.ready)
        return sha256(shown.encode()).hexdigest()[:16]
