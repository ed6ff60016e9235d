"""A document as it is understood: what it is, what it orders, what should be looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.official_text import checks
from portal.official_text.asks import Ask, asks_of_article, asks_of_notice
from portal.official_text.blocks import Source
from portal.official_text.citations import Citation, citations_in, once
from portal.official_text.ending import RECIPIENTS, Ending, is_signature, read_ending
from portal.official_text.gathering import all_drafts, named_apart, owned
from portal.official_text.heading import (
    Heading,
    is_notice,
    is_plan,
    issuer_of,
    read_heading,
    year_of,
)
from portal.official_text.inline_times import time_in
from portal.official_text.lines import Line, lines_of
from portal.official_text.outline import Item, outline
from portal.official_text.owners import many
from portal.official_text.repealed import REPEALED
from portal.official_text.sections import Section, sections_of
from portal.official_text.tasks import Draft
from portal.official_text.time_frames import Context, TimeFrame, read_time_frame
from portal.official_text.wording import END_MARK
from portal.official_text.zones import Zone
from portal.working_days import Calendar

PLAN, CONCLUSION, ARTICLE, OTHER = "plan", "conclusion", "article", "other"
PROSE = 60  # words of a paragraph that is no form, no list and no letterhead


@dataclass(frozen=True)
class Task:
    """A drafted task with its words and the days they mean."""

    draft: Draft
    time: TimeFrame

    def as_dict(self) -> dict[str, object]:
        draft, time = self.draft, self.time.as_dict()
        return {
            "ref": draft.ref,
            "text": draft.text,
            "raw_time": draft.raw_time,
            **{name: time[name] for name in ("kind", "start", "due")},
            "parts": time["parts"],
            "lead": list(draft.owners.lead),
            "co": list(draft.owners.co),
            "fan_out": many(draft.owners.lead),
            "duty": draft.duty,
            "product": draft.product or None,
        }


@dataclass(frozen=True)
class AskTime:
    """By when something is asked: the words and the days they mean."""

    words: str | None
    frame: TimeFrame


@dataclass(frozen=True)
class Reading:
    """Everything that `read_document` answers with."""

    kind: str
    heading: Heading
    ending: Ending
    year: int | None
    basis: tuple[Citation, ...] = ()
    cited: tuple[Citation, ...] = ()
    targets: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    asks: tuple[Ask, ...] = ()
    ask_times: tuple[AskTime, ...] = ()
    notices: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    source: Source = field(default=Source(()), repr=False)

    @property
    def is_plan(self) -> bool:
        return self.kind == PLAN

    def as_dict(self) -> dict[str, object]:
        heading = self.heading
        return {
            "kind": self.kind,
            "is_plan": self.is_plan,
            "title": heading.title or None,
            "number": heading.number,
            "symbol": heading.symbol,
            "date": {"year": heading.year, "month": heading.month, "day": heading.day},
            "year": self.year,
            "place": heading.place,
            "signer": self.ending.signer,
            "position": self.ending.position,
            "basis": [str(each) for each in self.basis],
            "cited": [str(each) for each in self.cited],
            "recipients": list(self.ending.recipients),
            "targets": list(self.targets),
            "warnings": list(self.warnings),
            "tasks": [task.as_dict() for task in self.tasks],
            "asks": [{"ref": ask.ref, "text": ask.text, "to": ask.to} for ask in self.asks],
        }


def understand(
    source: Source, *, calendar: Calendar, repealed: Mapping[str, date] = REPEALED
) -> Reading:
    lines = lines_of(source.blocks)
    heading = read_heading(lines)
    body, rest = parted(lines, heading)
    root = outline(body)
    kind = kind_of(heading, root, lines, rest)
    ending = Ending() if kind == ARTICLE else read_ending([*decision_of(lines, heading), *rest])
    year = year_of(heading.title)
    found = Reading(kind, heading, ending, year, source=source, notices=source.notices)
    basis, cited = cited_in(lines, body, heading)
    tasks = tasks_of(root, rest, found, body) if kind == PLAN else ()
    warnings = [*checks.of_citations(basis, cited, heading, repealed=repealed)]
    if kind == PLAN:
        dated = [(task.draft, task.time) for task in tasks]
        warnings = [
            *checks.of_heading(heading),
            *checks.of_tasks(dated, root, heading, calendar=calendar),
            *warnings,
        ]
    asks = asks_of(kind, root, lines)
    return Reading(
        kind,
        heading,
        ending,
        year,
        basis=tuple(basis),
        cited=tuple(cited),
        targets=tuple(targets_of(root)) if kind == PLAN else (),
        warnings=tuple(dict.fromkeys(warnings)),
        tasks=tasks,
        asks=tuple(asks),
        ask_times=tuple(time_of(ask, context_of(heading, year)) for ask in asks),
        notices=source.notices,
        sections=sections_in(source, root, body) if kind == PLAN else (),
        source=source,
    )


def sections_in(source: Source, root: Item, body: Sequence[Line]) -> tuple[Section, ...]:
    return tuple(sections_of(root, source.blocks, last=body[-1].place)) if body else ()


def parted(lines: Sequence[Line], heading: Heading) -> tuple[list[Line], list[Line]]:
    """The body up to its end mark, and what follows: recipients, signature, annexes."""
    for place in range(heading.body, len(lines)):
        line = lines[place]
        if RECIPIENTS.match(line.text) or is_signature(line):
            return list(lines[heading.body : place]), list(lines[place:])
        if END_MARK.search(line.text[-12:]) and place > heading.body:
            return list(lines[heading.body : place + 1]), list(lines[place + 1 :])
    return list(lines[heading.body :]), []


def decision_of(lines: Sequence[Line], heading: Heading) -> Sequence[Line]:
    """The decision that carries a plan is signed before the plan begins."""
    if heading.carrier is None:
        return ()
    carrier = parted(lines[: heading.body - 1], Heading(body=heading.carrier))
    return carrier[1]


def kind_of(heading: Heading, root: Item, lines: Sequence[Line], rest: Sequence[Line]) -> str:
    if is_plan(heading) and (has_work(root) or any(line.table for line in rest)):
        return PLAN
    if is_notice(heading):
        return CONCLUSION
    formal = heading.kind or heading.has_number_line
    prose = sum(len(line.text.split()) > PROSE for line in lines)
    return ARTICLE if not formal and prose >= 2 else OTHER


def has_work(root: Item) -> bool:
    """I1: a plan has a section of work, not only a title."""
    return any(item.zone.gives_tasks for item in root.all())


def cited_in(
    lines: Sequence[Line], body: Sequence[Line], heading: Heading
) -> tuple[list[Citation], list[Citation]]:
    """The bases stand before the first section; everything else is only cited."""
    year = heading.year or ""
    own = {bare(f"{heading.number}{each}{heading.symbol}") for each in ("", year)}
    first = next((place for place, line in enumerate(body) if line.label.words), len(body))
    front = {id(line) for line in body[:first]} if heading.title else set()
    if heading.carrier is not None:
        front |= {id(line) for line in lines[heading.carrier : heading.body]}
    if heading.glued:
        front.add(id(lines[heading.body - 1]))
    basis: list[Citation] = []
    cited: list[Citation] = []
    for line in lines:
        for citation in citations_in(text_of(line)):
            if bare(citation.number) not in own:
                (basis if id(line) in front else cited).append(citation)
    basis = once(basis)
    known = {citation.number for citation in basis}
    return basis, [each for each in once(cited) if each.number not in known]


def bare(number: str) -> str:
    """07-KH/ĐU and 7-KH/ĐU are one number."""
    return re.sub(r"[^\w]", "", number).lstrip("0")


def text_of(line: Line) -> str:
    if line.table is None:
        return line.text
    return "\n".join(cell.text for row in line.table.rows for cell in row if not cell.inherited)


def tasks_of(
    root: Item, rest: Sequence[Line], found: Reading, body: Sequence[Line]
) -> tuple[Task, ...]:
    heading = found.heading
    context = context_of(heading, found.year)
    issuer = issuer_of(body)
    return tuple(
        Task(owned(draft, issuer), read_time_frame(draft.raw_time, context=context))
        for draft in named_apart(all_drafts(root, rest))
    )


def context_of(heading: Heading, year: int | None) -> Context:
    return Context(issued_on(heading), year, heading.year)


def time_of(ask: Ask, context: Context) -> AskTime:
    words = time_in(ask.text)
    return AskTime(words, read_time_frame(words, context=context))


def issued_on(heading: Heading) -> date | None:
    issue = checks.days_of_issue(heading)
    if issue is None or heading.month is None:
        return None
    return issue[0] if heading.day else None


def targets_of(root: Item) -> Iterator[str]:
    for item in root.all():
        if item.zone == Zone.TARGETS and item.text:
            if not item.children and item.label.rank > 1.0:
                yield item.text.rstrip(".; ")
            yield from (line.text.rstrip(".; ") for line in item.paragraphs)


def asks_of(kind: str, root: Item, lines: Sequence[Line]) -> Sequence[Ask]:
    if kind == CONCLUSION:
        return asks_of_notice(root)
    return asks_of_article(lines) if kind == ARTICLE else ()
