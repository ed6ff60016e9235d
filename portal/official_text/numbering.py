"""The labels before items: II., 1., 1.1., a), (1), -, +, Điều 1."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.official_text.letters import vietnamese

ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
STYLES = (
    (
        "part",
        0.0,
        re.compile(
            r"^(?P<label>Phần (?:thứ )?(?:nhất|hai|ba|tư|bốn|năm|[IVX]+|\d))\b\s*[.:–-]?\s*", re.I
        ),
    ),
    ("chapter", 0.4, re.compile(r"^(?P<label>Chương [IVX\d]+)\b\s*[.:–-]?\s*", re.I)),
    ("article", 0.8, re.compile(r"^(?P<label>Điều \d{1,3})\s*[.:–-]\s*")),
    ("upper", 0.9, vietnamese(r"^(?P<label>[A-H])\s*[.–-]\s+(?=[A-ZĐÀ-Ỹ])")),
    ("roman", 1.0, re.compile(rf"^(?P<label>{ROMAN})\s*[.)/–-]\s*(?=\S)")),
    ("decimal", 3.0, re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)–-]?\s+(?=\D)")),
    ("decimal", 3.0, re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})[.)]\s*(?=\D)")),
    ("closed", 5.5, re.compile(r"^(?P<label>\d{1,2})\)\s*(?=\D)")),
    ("arabic", 2.0, re.compile(r"^(?P<label>\d{1,3})\s*[./–-]\s*(?=[^\d\s.])(?![A-ZĐ]{2,}[-/])")),
    ("letter", 5.0, re.compile(r"^(?P<label>[a-zđ])\s*[).]\s*(?=[^\s.])")),
    ("bracket", 6.0, re.compile(r"^\((?P<label>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)")),
    ("star", 6.5, re.compile(r"^(?P<label>\*)(?!\*)\s*(?=\S)")),
    ("dash", 7.0, re.compile(r"^(?P<label>[-–—−‒])\s*(?=[^\d\s-]|\d)")),
    ("dot", 7.5, re.compile(r"^(?P<label>[•●▪■◦○·§Ø»➢])\s*(?=\S)")),
    ("plus", 8.0, re.compile(r"^(?P<label>\+)\s*(?=\S)")),
)
ALONE = re.compile(rf"^(?:{ROMAN}|\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])\s*[.)]$|^Điều$|^[-+•*]$")


@dataclass(frozen=True)
class Label:
    """`rank` says how deep: an item stands below the nearest one of a smaller rank."""

    words: str
    style: str
    rank: float

    @property
    def is_bullet(self) -> bool:
        return self.rank >= 6.5


NO_LABEL = Label("", "", 99.0)


def split_label(text: str) -> tuple[Label, str]:
    """The label and the item's own words."""
    for style, rank, shape in STYLES:
        if found := shape.match(text):
            words = found["label"]
            if style == "decimal":
                rank = 2.0 + words.count(".")
            return Label(words, style, rank), text[found.end() :].strip()
    return NO_LABEL, text
