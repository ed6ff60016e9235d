"""Writes the built rows table by table: numbers, matters, petitions, cases, clocks, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from portal import history, search
from portal.importing import copy_rows, next_ids

from ..models import (
    Assignment,
    Case,
    CaseSearch,
    Clock,
    DenunciationEntry,
    Party,
    Petition,
    PetitionSearch,
    tally,
)
from ..models.petition.intake import OWN_BOOK, PLAIN_BOOK, QUESTION_BOOK
from ..models.vocabulary import Handling
from .clocks import Built
from .levels import link_levels
from .matters import Matters
from .numbers import number_all

BROUGHT_BY = "nhập sổ"
STEP, LABEL = "bring_in", "Nhập từ sổ đang dùng"


class Writer:
    """One import, inside the caller's transaction."""

    def __init__(
        self, built: Sequence[Built], rows: Sequence[tuple[int, dict]], *, office: Any, at: datetime
    ) -> None:
        self.built, self.office, self.at = built, office, at
        self.rows = dict(rows)
        self.cases = [each.case for each in built if each.case is not None]

    def write(self, progress: Callable[[str], None]) -> None:
        self.give_matters()
        self.give_ids()
        self.give_numbers()
        progress("Đang ghi đơn và vụ việc")
        self.copy_items()
        progress("Đang ghi chỉ mục tìm kiếm")
        self.copy_search()
        progress("Đang ghi số liệu tổng hợp và lịch sử")
        self.add_tallies()
        self.copy_history()

    # keys and numbers

    def give_matters(self) -> None:
        """What was handled is of a matter; a denunciation only where the register joins several."""
        matters = Matters(row["case_ref"] or "" for row in self.rows.values())
        for each in self.built:
            petition, reference = each.petition, self.rows[each.line]["case_ref"] or ""
            handled = petition.handling != Handling.PENDING and not petition.sealed
            if reference or handled:
                facts = {"sealed": petition.sealed, "on": petition.received_on}
                each.matter = matters.of(reference, **facts)
        self.new_matters = matters.new

    def give_ids(self) -> None:
        keyed(self.new_matters)
        keyed([each.petition for each in self.built])
        keyed(self.cases)
        for each in self.built:
            each.petition.matter = each.matter
            if each.case is not None:
                each.case.petition, each.case.matter = each.petition, each.matter
        link_levels([each for each in self.built if each.case is not None])
        for each in self.built:
            for clock in each.clocks:
                owner = "case" if clock.item is each.case else "petition"
                setattr(clock, owner, clock.item)

    def give_numbers(self) -> None:
        for each in self.built:
            each.petition.code = self.rows[each.line]["code"] or ""
        self.numbers = number_all([each.petition for each in self.built], book_of_petition)
        asked = [case for case in self.cases if case.petition.question]
        for case in asked:
            case.code = case.petition.code
        self.numbers += number_all((case for case in self.cases if not case.code), book_of_case)

    # tables

    def copy_items(self) -> None:
        parties = [each.party for each in self.built if each.party is not None]
        for each in self.built:
            if each.party is not None:
                each.party.petition = each.petition
        clocks = [clock for each in self.built for clock in each.clocks]
        entries = self.entries()
        for rows in (self.numbers, parties, clocks, entries, assignments := self.assignments()):
            keyed(rows)
        for rows in (self.numbers, self.new_matters, [each.petition for each in self.built]):
            copy_rows(rows)
        for rows in (parties, as_table(Case, self.cases), clocks, entries, assignments):
            copy_rows(rows)

    def entries(self) -> list[DenunciationEntry]:
        """Where denunciations stand in the register of their own."""
        found = [each for each in self.built if each.entry is not None]
        for each in found:
            each.entry.petition = each.petition
        return [each.entry for each in found]

    def assignments(self) -> list[Assignment]:
        """Each open or closed case has the unit and officer of its line."""
        return [
            Assignment(
                case=case,
                unit=case.unit,
                officer=case.officer,
                by=giver,
                since=case.petition.handled_on or case.received_on,
            )
            for case in self.cases
            if case.unit_id and (giver := self.giver(case))
        ]

    def giver(self, case: Case) -> Any:
        return self.office.settler.user if self.office.settler else case.officer

    def copy_search(self) -> None:
        petitions, cases = [], []
        for each in self.built:
            if each.petition.sealed:
                continue
            words = f"{searched(each)} {lexemes(search.month(each.petition.received_on))}"
            petitions.append(
                PetitionSearch(petition=each.petition, on=each.petition.received_on, tokens=words)
            )
            if each.case is not None:
                own = lexemes(search.tokens(each.case.code))
                cases.append(
                    CaseSearch(case=each.case, on=each.case.received_on, tokens=f"{words} {own}")
                )
        copy_rows(petitions)
        copy_rows(cases)

    def add_tallies(self) -> None:
        keys = [case.pk for case in self.cases]
        late = set(
            Clock.objects.settled_late().filter(case__in=keys).values_list("case", flat=True)
        )
        tally.change({}, tally.summed(counted(each, late=late) for each in self.built))

    def copy_history(self) -> None:
        items = [*(each.petition for each in self.built), *self.cases]
        acts = (
            history.FirstAct(
                item.stream,
                STEP,
                LABEL,
                BROUGHT_BY,
                self.at.date(),
                {"received": item.received_on.isoformat(), "stage": ["", item.stage]},
            )
            for item in items
        )
        events, heads = history.first_events(acts, at=self.at)
        keyed(events)
        copy_rows(events)
        copy_rows(heads)


def keyed(rows: Sequence[models.Model]) -> None:
    """Give unsaved rows of one table their primary keys."""
    if rows:
        model = rows[0]._meta.concrete_model
        for row, key in zip(rows, next_ids(model, len(rows)), strict=True):
            row.pk = key


def as_table(model: type[models.Model], rows: Sequence[models.Model]) -> list[Any]:
    """Proxies of several kinds as the one table they are."""
    for row in rows:
        row.__class__ = model
    return list(rows)


def book_of_petition(petition: Petition) -> str:
    if petition.sealed:
        return OWN_BOOK
    return QUESTION_BOOK if petition.question else PLAIN_BOOK


def book_of_case(case: Case) -> str:
    """A unit that settles under its own seal has its own book."""
    return case.book + (case.settling_unit.symbol if case.settling_unit else "")


def searched(each: Built) -> str:
    petition, party = each.petition, each.party
    found = [party.phone, party.id_number, party.address] if isinstance(party, Party) else []
    names = [party.name] if isinstance(party, Party) else []
    return lexemes(
        search.tokens(
            petition.code,
            petition.title,
            petition.content,
            petition.incoming_no,
            *found,
            names=names,
        )
    )


def lexemes(tokens: str) -> str:
    """Lexemes as the text form of a stored vector."""
    return " ".join(f"'{token}'" for token in tokens.split(" ") if token)


def counted(each: Built, *, late: set[int]) -> tally.Counted:
    """What the verbs would have counted for one line; ``late``: cases settled after their day."""
    found = tally.counted_of_petition(each.petition)
    if each.case is not None:
        each.case.settled_late = lambda: each.case.pk in late
        found |= tally.counted_of_case(each.case)
    return found
