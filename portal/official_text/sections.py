"""What a plan says beside its tasks, word for word: why it is made, what pays for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from portal.official_text.blocks import Block, Paragraph
from portal.official_text.outline import Item
from portal.official_text.zones import Zone

KEPT = (Zone.PURPOSE, Zone.MONEY)


@dataclass(frozen=True)
class Section:
    """`text`: the paragraphs below the heading, with their own numbers."""

    ref: str
    title: str
    zone: Zone
    text: str


def sections_of(root: Item, blocks: Sequence[Block], *, last: int) -> Iterator[Section]:
    """`last` is where the body ends."""
    for item, following in zip_longest(root.children, root.children[1:]):
        end = following.place if following else last + 1
        said = [words for block in blocks[item.place + 1 : end] if (words := words_of(block))]
        if item.zone in KEPT and said:
            yield Section(item.label.words, item.text.strip(" :."), item.zone, "\n".join(said))


def words_of(block: Block) -> str:
    return f"{block.number} {block.text}".strip() if isinstance(block, Paragraph) else ""
