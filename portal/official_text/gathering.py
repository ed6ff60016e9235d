"""All tasks of a plan in one order: the body's, its tables', those of the annexes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.official_text.lines import Line
from portal.official_text.outline import Item
from portal.official_text.owners import Owners
from portal.official_text.table_tasks import table_drafts
from portal.official_text.tasks import Draft, drafts_of


def named_apart(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """A document that gives a number twice keeps both, told apart."""
    seen: Counter[str] = Counter()
    for draft in drafts:
        seen[draft.ref] += 1
        times = seen[draft.ref]
        yield replace(draft, ref=f"{draft.ref} ({times})") if times > 1 else draft


def all_drafts(root: Item, rest: Sequence[Line]) -> Iterator[Draft]:
    """The body in its order, each table where it stands, then the tables of the annexes."""
    annexes = [line.table for line in rest if line.table is not None]
    in_annexes = [draft for table in annexes for draft in table_drafts(table)]
    in_body = [*drafts_of(root), *table_drafts_in(root)]
    for draft in sorted(in_body, key=lambda draft: draft.place):
        if not (in_annexes and repeated(draft, root)):
            yield draft
    yield from in_annexes


def table_drafts_in(root: Item) -> Iterator[Draft]:
    for item in (root, *root.all()):
        if item is root or item.zone.gives_tasks:
            for table in item.tables:
                yield from table_drafts(table, ref=section_of(item))


def section_of(item: Item) -> str:
    names = [each.label.words for each in (item, *item.above()) if each.label.words]
    return names[-1] if names else ""


def repeated(draft: Draft, root: Item) -> bool:
    """The body only lists what the annex orders, row by row."""
    if draft.raw_time or draft.own_lead or draft.duty:
        return False
    own = re.split(r"[.-]", draft.ref)[0]
    sections = [item for item in root.children if item.label.words == own]
    return any("phụ lục" in words_of(section).lower() for section in sections)


def words_of(section: Item) -> str:
    items = (section, *section.all())
    return " ".join([*(item.text for item in items), *(p.text for p in section.paragraphs)])


def owned(draft: Draft, issuer: str | None) -> Draft:
    """Where nobody is named, the plan's own author acts (I4)."""
    if draft.owners.lead or issuer is None:
        return draft
    return replace(draft, owners=Owners((issuer,), draft.owners.co))
