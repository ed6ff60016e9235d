"""Which part of a document a heading opens: only some parts give tasks."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from portal.official_text.numbering import Label
from portal.official_text.wording import (
    DUTIES,
    MONEY,
    PURPOSES,
    REVIEWS,
    TARGETS,
    TIME_HEADING,
    WORK,
)

SHORT = 14  # words that a heading inside a section has at most


class Zone(StrEnum):
    """The parts of a plan."""

    PREAMBLE = "preamble"
    PURPOSE = "purpose"
    TARGETS = "targets"
    WORK = "work"
    DUTY = "duty"
    MONEY = "money"
    REVIEW = "review"

    @property
    def gives_tasks(self) -> bool:
        return self in (Zone.WORK, Zone.DUTY)


def begins(text: str, words: tuple[str, ...]) -> bool:
    return bool(shape(words, r"(?:về\s|các\s|một số\s)?").match(text))


def contains(text: str, words: tuple[str, ...]) -> bool:
    return bool(shape(words, r"\b").search(text))


@cache
def shape(words: tuple[str, ...], before: str) -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(words)})\b")


def heading_zone(heading: str) -> Zone | None:
    """What the words of a section's heading open; None for words that say nothing of it."""
    text = " ".join(heading.lower().replace("uỷ", "ủy").split())
    if begins(text, MONEY):
        return Zone.MONEY
    if begins(text, DUTIES):
        return Zone.DUTY
    if begins(text, REVIEWS):
        return Zone.REVIEW
    if contains(text, WORK):
        return Zone.WORK
    if begins(text, TARGETS):
        return Zone.TARGETS
    return Zone.PURPOSE if begins(text, PURPOSES) else None


def zone_of(text: str, *, inherited: Zone, label: Label) -> Zone:
    """A section says what it holds; an item inside one may open another part if it is short."""
    head = re.split(r"[:.;(]", text, maxsplit=1)[0]
    if label.rank <= 1.0:
        return heading_zone(head) or after_preamble(inherited)
    if label.rank > 3.0 or len(head.split()) > SHORT:
        return after_preamble(inherited)
    own = heading_zone(head)
    if own in (Zone.PURPOSE, Zone.TARGETS, Zone.MONEY, Zone.REVIEW, Zone.DUTY) and is_bare(
        head, own
    ):
        return own
    if inherited in (Zone.PURPOSE, Zone.TARGETS) and own == Zone.WORK and is_bare(head, own):
        return Zone.WORK
    return after_preamble(inherited)


def after_preamble(zone: Zone) -> Zone:
    return Zone.WORK if zone == Zone.PREAMBLE else zone


def is_bare(head: str, zone: Zone) -> bool:
    """ "Mục tiêu chung", "Kinh phí thực hiện": a heading; "Đánh giá các đơn vị …": a task."""
    most = {Zone.REVIEW: 3, Zone.DUTY: 5, Zone.WORK: 5}.get(zone, 6)
    return len(head.split()) <= most


def is_known_heading(text: str, *, lost: bool) -> bool:
    """A heading that lost its number: capitals, or the words of one where all were lost."""
    bare = text.strip(" :.")
    if TIME_HEADING.match(bare) and re.search(r"[\dIVX]|năm", bare):
        return True
    if len(bare) > 120 or not bare or heading_zone(bare) is None:
        return False
    return lost and (
        bare.isupper()
        or (
            len(bare.split()) <= 5
            and text.strip()[-1:] not in ".;,"
            and heading_zone(bare) != Zone.REVIEW
            and is_exact(bare)
        )
    )


def is_exact(bare: str) -> bool:
    words = bare.lower()
    known = (*MONEY, *DUTIES, *PURPOSES, *TARGETS, *WORK)
    return any(
        words in (each, f"{each} thực hiện", f"các {each}", f"{each}, yêu cầu") for each in known
    )
