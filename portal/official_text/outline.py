"""The body of a document as sections and items, each with what is said of it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from portal.official_text.blocks import Table
from portal.official_text.labels import Fact, facts_in
from portal.official_text.lines import Line
from portal.official_text.numbering import NO_LABEL, Label
from portal.official_text.owners import heading_owner
from portal.official_text.zones import Zone, heading_zone, is_known_heading, zone_of

HEADING = Label("", "heading", 1.0)
BARE = Label("", "bare", 9.0)


@dataclass
class Item:
    """One numbered or bulleted item; `paragraphs` stand below it without a label.

    `under` names the fact of its parent that it lists: "Cơ quan thực hiện:" above plus signs.
    """

    label: Label
    text: str
    place: int
    zone: Zone
    parent: Item | None = None
    children: list[Item] = field(default_factory=list)
    paragraphs: list[Line] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    joined: bool = False
    under: str = ""

    def above(self) -> Iterator[Item]:
        """Its parent, the parent's parent and so on, without the document itself."""
        item = self.parent
        while item is not None and item.parent is not None:
            yield item
            item = item.parent

    def all(self) -> Iterator[Item]:
        for child in self.children:
            yield child
            yield from child.all()

    def said(self, name: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.name == name]


def outline(lines: Sequence[Line]) -> Item:
    root = Item(NO_LABEL, "", -1, Zone.PREAMBLE)
    lost = not any(line.label.rank <= 1.0 for line in lines)
    current = root
    for line in lines:
        if line.beside:
            continue
        if line.table is not None:
            holder = current.parent if current.label is BARE else current
            (holder or current).tables.append(line.table)
        elif not line.label.words and is_known_heading(line.text, lost=lost):
            current = add(root, HEADING, line)
        elif facts := facts_in(line):
            attach(current, line, facts)
        elif line.label.words:
            current = add(parent_for(current, line.label), line.label, line)
        else:
            current = paragraph(current, line)
    return root


def add(parent: Item, label: Label, line: Line) -> Item:
    zone = zone_of(line.text, inherited=parent.zone, label=label)
    item = Item(label, line.text, line.place, zone, parent=parent, joined=line.joined)
    if parent.facts and not parent.facts[-1].value and label.style == "plus":
        item.under = parent.facts[-1].name
    parent.children.append(item)
    return item


def parent_for(current: Item, label: Label) -> Item:
    """The nearest one above whose label says that it holds this one."""
    item = current
    while item.parent is not None and item.label.rank >= label.rank:
        item = item.parent
    return item


def holder_of_bullets(current: Item, label: Label) -> Item:
    """The item that already holds bullets of this kind, else the nearest one above."""
    item = current
    while item.parent is not None:
        if any(child.label.style == label.style for child in item.children):
            return item
        item = item.parent
    return parent_for(current, label)


def paragraph(current: Item, line: Line) -> Item:
    """Straight below a section or a body's name it is an item that lost its bullet."""
    holder = current.parent if current.label is BARE and current.parent else current
    if holder.parent is not None and (holder.label.rank <= 1.0 or heading_owner(holder.text)):
        return add(holder, BARE, line)
    current.paragraphs.append(line)
    return current


def attach(current: Item, line: Line, facts: list[Fact]) -> None:
    """A bulleted fact speaks of the item that holds the bullets, a bare one of the item above it.

    After a group of plus signs a bare one speaks of the item that holds the group.
    """
    if line.label.words:
        holder = holder_of_bullets(current, line.label)
    elif current.label.style == "plus" and current.parent is not None:
        holder = current.parent
    else:
        holder = current
    if holder.parent is None and current.parent is not None:
        holder = current
    for fact in facts:
        if fact.name == "content" and fact.value and line.label.words and not holder.text:
            holder.text = fact.value
        holder.facts.append(fact)


__all__ = ["HEADING", "Item", "heading_zone", "outline"]
