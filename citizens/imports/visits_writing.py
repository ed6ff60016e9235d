"""Writes visits brought along: numbers, matters, lines, search, history, each as one set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from portal import history, search
from portal.importing import copy_rows

from ..models import Matter, Reception, Visit, VisitSearch, tally
from ..models.visit.search_row import words_of
from ..models.visit.vocabulary import Result, VisitKind, VisitStage
from ..models.vocabulary import Kind
from .matters import Matters
from .numbers import number_all
from .writing import BROUGHT_BY, LABEL, STEP, keyed, lexemes

Row = dict[str, Any]
WORDS = ("name", "address", "id_number", "content", "handled_by", "guided_to", "forwarded_to")


class VisitWriter:
    """One import, inside the caller's transaction."""

    def __init__(self, rows: Sequence[tuple[int, Row]], *, office: Any, at: datetime) -> None:
        self.rows, self.office, self.at = [row for _, row in rows], office, at
        self.today = at.astimezone().date()

    def write(self, progress: Callable[[str], None]) -> None:
        self.sessions = sessions_of({row["date"] for row in self.rows})
        self.visits = [self.visit(row) for row in self.rows]
        new_matters = self.give_matters()
        numbers = number_all(self.visits, lambda visit: visit.book)
        for rows in (self.visits, numbers):
            keyed(rows)
        progress("Đang ghi lượt tiếp")
        for rows in (numbers, new_matters, self.visits):
            copy_rows(rows)
        tally.change({}, tally.summed(visit.counted() for visit in self.visits))
        progress("Đang ghi chỉ mục tìm kiếm, lịch sử")
        copy_rows([self.found(visit) for visit in self.visits if not visit.sealed])
        self.copy_history()

    def visit(self, row: Row) -> Visit:
        sealed = row["petition_kind"] == Kind.DENUNCIATION
        refused = row["result"] == Result.REFUSED
        told = {name: "" if sealed else row[name] or "" for name in (*WORDS, "note")}
        return Visit(
            code=row["code"],
            stage=VisitStage.REFUSED if refused else VisitStage.DONE,
            sealed=sealed,
            received_on=row["date"],
            registered_on=self.today,
            kind=row["kind"],
            host=row["host"] or "",
            reception=self.session(row),
            unit=row["unit"] or self.office.petition_unit,
            place=row["place_found"],
            place_name="" if row["place_found"] else row["place"] or "",
            receiver=row["receiver_found"],
            receiver_name="" if row["receiver_found"] else row["receiver"] or "",
            people=row["people"],
            petition_kind=row["petition_kind"] or "",
            field=row["field"],
            competent=row["competent"],
            result=row["result"] or "",
            **told,
        )

    def session(self, row: Row) -> Any:
        """The one session of that day, kind and host."""
        if row["kind"] == VisitKind.REGULAR:
            return None
        found = self.sessions[row["date"], row["kind"], row["host"]]
        return found[0] if len(found) == 1 else None

    def give_matters(self) -> list[Matter]:
        """Each visit is of a matter, shared with petitions and earlier imports; the new ones."""
        matters = Matters(row["case_ref"] or "" for row in self.rows)
        found = [
            matters.of(row["case_ref"] or "", sealed=visit.sealed, on=row["date"])
            for row, visit in zip(self.rows, self.visits, strict=True)
        ]
        keyed(matters.new)
        for visit, matter in zip(self.visits, found, strict=True):
            visit.matter = matter
        return matters.new

    def found(self, visit: Visit) -> VisitSearch:
        tokens = lexemes(f"{words_of(visit, [], [])} {search.month(visit.received_on)}")
        return VisitSearch(visit=visit, on=visit.received_on, tokens=tokens)

    def copy_history(self) -> None:
        acts = (
            history.FirstAct(
                visit.stream,
                STEP,
                LABEL,
                BROUGHT_BY,
                self.today,
                {"received": visit.received_on.isoformat(), "stage": ["", visit.stage]},
            )
            for visit in self.visits
        )
        events, heads = history.first_events(acts, at=self.at)
        keyed(events)
        copy_rows(events)
        copy_rows(heads)


def sessions_of(days: set[date]) -> dict[tuple[date, str, str], list[Any]]:
    found: dict[tuple[date, str, str], list[Any]] = defaultdict(list)
    for session in Reception.objects.filter(date__in=days):
        found[session.date, session.kind, session.host].append(session)
    return found
