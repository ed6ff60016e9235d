"""Facts that a line states of an item: thời gian, chủ trì, phối hợp, sản phẩm …"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from portal.official_text.lines import Line
from portal.official_text.wording import LABEL, LABEL_INSIDE

NAMES = ("time", "lead", "co", "product", "content", "place", "people", "money")


@dataclass(frozen=True)
class Fact:
    """`bulleted`: it stood among the bullets below its item."""

    name: str
    value: str
    place: int = 0
    bulleted: bool = False


def facts_in(line: Line) -> list[Fact]:
    """Empty for a line that is no label; more than one where a line states several."""
    if line.label.rank < 5.0:
        return []
    return [
        Fact(name, value, line.place, bool(line.label.words)) for name, value in parts(line.text)
    ]


def parts(text: str) -> list[tuple[str, str]]:
    found = LABEL.match(text)
    if found is None:
        return []
    name = next(name for name in NAMES if found[name])
    value, *rest = label_parts(found["value"])
    facts = [(name, value.strip().rstrip(";.").strip())]
    for more in rest:
        facts += parts(more)
    return facts


def label_parts(value: str) -> list[str]:
    """ "Văn phòng Sở; phối hợp: các phòng" states two things."""
    cuts = [
        found.start()
        for found in LABEL_INSIDE.finditer(value)
        if value.count("(", 0, found.start()) <= value.count(")", 0, found.start())
    ]
    edges = [0, *cuts, len(value)]
    return [value[a:b].strip() for a, b in pairwise(edges)]


def inside(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The item's own words, and what labels at their end state."""
    own, *rest = label_parts(text)
    facts = [fact for more in rest for fact in parts(more)]
    return own, facts
