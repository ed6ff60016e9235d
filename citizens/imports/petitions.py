"""``import_register petitions``: sets are written, not verbs; all lines or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.importing import Fault, Register, Report
from portal.registers import CODE, Number
from portal.text import number

from ..models import Case
from ..models.petition.intake import OWN_BOOK, PLAIN_BOOK, QUESTION_BOOK
from ..models.vocabulary import FEEDBACK_KINDS, Kind
from .building import Builder
from .checks import doubts_of, problems_of
from .clocks import Built, Misdated
from .office import UNKNOWN, Office
from .petition_columns import COLUMNS
from .writing import Writer

Row = dict[str, Any]
Progress = Callable[[str], None]
BOOKS = {Kind.DENUNCIATION: (OWN_BOOK,), Kind.POLICY_QUESTION: (QUESTION_BOOK, PLAIN_BOOK)}


def write(rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Progress) -> None:
    """Check every line, then write them all in one transaction."""
    today = timezone.localdate()
    office = Office(today=today)
    check(rows, report, office=office)
    built = [] if report.errors else list(build(rows, report, office=office, progress=progress))
    if report.errors:
        return
    report.created = len(built)
    if not dry_run:
        with transaction.atomic():
            Writer(built, rows, office=office, at=timezone.now()).write(progress)


def check(rows: list[tuple[int, Row]], report: Report, *, office: Office) -> None:
    today = timezone.localdate()
    known = {(fault.line, fault.column) for fault in report.errors}
    for line, row in rows:
        for column, sentence in (*named(row, office), *problems_of(row, today=today)):
            if (line, column) not in known:
                report.errors.append(Fault(line, column, sentence))
        report.warnings.extend(Fault(line, *doubt) for doubt in doubts_of(row))
    report.errors.extend(code_faults(rows))
    report.errors.sort(key=lambda fault: fault.line)


def named(row: Row, office: Office) -> Iterator[tuple[str, str]]:
    """Put the units, fields, communes and officers of a row in the place of their names."""
    for column, sentence in UNKNOWN.items():
        name, row[column] = row[column], None
        if name:
            row[column] = office.find(column, name)
            if row[column] is None:
                yield column, sentence


def code_faults(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """A number given must be of the right book, once in the file, and unused."""
    given = [(line, row["code"], row["kind"]) for line, row in rows if row["code"]]
    times = Counter(code for _, code, _ in given)
    used = set(
        Number.objects.filter(code__in=list(times)).values_list("code", flat=True).iterator()
    )
    for line, code, kind in given:
        found = CODE.fullmatch(code)
        books = BOOKS.get(kind, (PLAIN_BOOK,))
        if found is None or found["book"] not in books:
            yield Fault(line, "code", f"Số phải có dạng {books[0]}-2026-00123.")
        elif times[code] > 1:
            yield Fault(line, "code", "Số này có hai lần trong tệp.")
        elif code in used:
            yield Fault(line, "code", "Số này đã có trong sổ.")


def build(
    rows: list[tuple[int, Row]], report: Report, *, office: Office, progress: Progress
) -> Iterator[Built]:
    today = timezone.localdate()
    with_case = cases_known(rows)
    for count, (line, row) in enumerate(rows, start=1):
        key = (row["case_ref"], group_of(row))
        opens_case = not row["case_ref"] or key not in with_case
        try:
            built = Builder(line, row, office=office, today=today).build(opens_case=opens_case)
        except Misdated as fault:
            report.errors.append(Fault(line, *fault.args))
            continue
        if built.case is not None:
            with_case.add(key)
        if built.warning:
            report.warnings.append(Fault(line, *built.warning))
        if count % 1000 == 0:
            progress(f"Đã tính thời hạn {number(count)} trong {number(len(rows))} dòng")
        yield built


def cases_known(rows: list[tuple[int, Row]]) -> set[tuple[str, Any]]:
    """Which vụ việc of the file have a case already, by reference, kind and level."""
    references = {row["case_ref"] for _, row in rows if row["case_ref"]}
    known = Case.objects.filter(matter__reference__in=references).values_list(
        "matter__reference", "kind", "level"
    )
    return {(reference, group(kind, level)) for reference, kind, level in known}


def group_of(row: Row) -> Any:
    return group(row["kind"], row["level"] or 1)


def group(kind: str, level: int) -> Any:
    """Within one vụ việc: one feedback case, one complaint a level."""
    return "feedback" if kind in FEEDBACK_KINDS else (kind, level)


PETITIONS = Register("petitions", COLUMNS, write, sealed_by=("kind", Kind.DENUNCIATION))
