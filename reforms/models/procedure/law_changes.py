"""From an instrument that changed to the procedures that rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from portal.instruments import Instrument, Relation

from .procedure import Procedure
from .version import ProcedureVersion

CHANGING = (Relation.Kind.AMENDS, Relation.Kind.REPLACES, Relation.Kind.REPEALS)


@dataclass
class LawChange:
    """One instrument changes another; the procedures that cite the other one, done or not."""

    instrument: Instrument
    other: Instrument
    words: str
    waiting: list[Procedure] = field(default_factory=list)
    taken_up: list[Procedure] = field(default_factory=list)

    @property
    def sort(self) -> str:
        return "sua-doi"

    @property
    def codes(self) -> str:
        return ",".join(row.code for row in self.waiting)


def law_changes(instruments: Iterable[Instrument] | None = None, *, as_of: date) -> list[LawChange]:
    """Those that touch a procedure, the newest first; ``instruments``: only what these change."""
    cited = ProcedureVersion.objects.filter(
        Q(closed_on=None) | Q(closed_on__gt=as_of), procedure__stage="in_force",
        basis__isnull=False,
    )  # fmt: skip
    relations = Relation.objects.filter(
        kind__in=CHANGING, other__in=cited.values("basis")
    ).select_related("instrument__issuer", "other__issuer")
    if instruments is not None:
        relations = relations.filter(instrument__in=list(instruments))
    found = [LawChange(row.instrument, row.other, row.get_kind_display()) for row in relations]
    sort_out(found, cited)
    found.sort(key=lambda one: (one.instrument.year, one.instrument.pk), reverse=True)
    return found


def sort_out(found: list[LawChange], cited: object) -> None:
    """Two statements for all of them, however many there are."""
    by_basis: dict[int, dict[int, Procedure]] = {}
    links = ProcedureVersion.basis.through.objects.filter(
        instrument__in={one.other.pk for one in found}, procedureversion__in=cited
    ).select_related("procedureversion__procedure")
    for link in links:
        procedure = link.procedureversion.procedure
        by_basis.setdefault(link.instrument_id, {})[procedure.pk] = procedure
    known = Procedure.objects.filter(
        changes__change__instrument__in={one.instrument.pk for one in found}
    ).values_list("changes__change__instrument", "pk")
    taken_up = set(known)
    for one in found:
        for procedure in by_basis.get(one.other.pk, {}).values():
            done = (one.instrument.pk, procedure.pk) in taken_up
            (one.taken_up if done else one.waiting).append(procedure)
