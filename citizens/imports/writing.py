"""Writes the built rows table by table: numbers, matters, petitions, cases, clocks, history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from portal import history, registers, search
from portal.importing import copy_rows, next_ids
from portal.registers import CODE, Number

from ..models import (
    Assignment,
    Case,
    CaseSearch,
    Clock,
    DenunciationEntry,
    Matter,
    Party,
    Petition,
    PetitionSearch,
    tally,
)
from ..models.vocabulary import Handling
from .clocks import Built

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
        """Lines of one ``case_ref`` share a matter, also with those of earlier imports."""
        references = {row["case_ref"] for row in self.rows.values() if row["case_ref"]}
        known = {
            matter.reference: matter for matter in Matter.objects.filter(reference__in=references)
        }
        self.new_matters: list[Matter] = []
        for each in self.built:
            reference = self.rows[each.line]["case_ref"] or ""
            if reference and reference in known:
                each.matter = known[reference]
            elif reference or each.petition.handling != Handling.PENDING:
                each.matter = Matter(opened_on=each.petition.received_on, reference=reference)
                self.new_matters.append(each.matter)
                if reference:
                    known[reference] = each.matter

    def give_ids(self) -> None:
        keyed(self.new_matters)
        keyed([each.petition for each in self.built])
        keyed(self.cases)
        for each in self.built:
            each.petition.matter = each.matter
            if each.case is not None:
                each.case.petition, each.case.matter = each.petition, each.matter
        self.link_levels()
        for each in self.built:
            for clock in each.clocks:
                owner = "case" if clock.item is each.case else "petition"
                setattr(clock, owner, clock.item)

    def link_levels(self) -> None:
        """A second level points to the first of its matter."""
        second = [case for case in self.cases if case.level == 2]
        if not second:
            return
        matters = {case.matter_id for case in second}
        first = {case.matter_id: case for case in Case.objects.filter(matter__in=matters, level=1)}
        first |= {case.matter_id: case for case in self.cases if case.level == 1}
        for case in second:
            case.first_case = first.get(case.matter_id)

    def give_numbers(self) -> None:
        """Numbers given are kept and raise their book; the rest follow in the order of the file."""
        self.numbers: list[Number] = []
        petitions = [each.petition for each in self.built]
        for each in self.built:
            each.petition.code = self.rows[each.line]["code"] or ""
        self.keep([petition for petition in petitions if petition.code])
        self.number([petition for petition in petitions if not petition.code], book_of_petition)
        self.number(self.cases, lambda case: case.book)

    def keep(self, petitions: Iterable[Petition]) -> None:
        highest: dict[tuple[str, int], int] = defaultdict(int)
        for petition in petitions:
            found = CODE.fullmatch(petition.code)
            book, year, number = found["book"], int(found["year"]), int(found["number"])
            highest[book, year] = max(highest[book, year], number)
            self.numbers.append(numbered(book, year, number, petition))
        for (book, year), number in highest.items():
            registers.raise_to(book, year=year, number=number)

    def number(self, items: Iterable[Any], book_of: Callable[[Any], str]) -> None:
        queues: dict[tuple[str, int], list[Any]] = defaultdict(list)
        for item in items:
            queues[book_of(item), item.received_on.year].append(item)
        for (book, year), waiting in sorted(queues.items()):
            block = registers.take_block(book, year=year, size=len(waiting))
            for number, item in zip(block, waiting, strict=True):
                item.code = registers.code_for(book, year, number)
                self.numbers.append(numbered(book, year, number, item))

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


def numbered(book: str, year: int, number: int, item: Any) -> Number:
    return Number(book=book, year=year, number=number, code=item.code, stream=item.stream)


def book_of_petition(petition: Petition) -> str:
    return "NTC" if petition.sealed else "D"


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
