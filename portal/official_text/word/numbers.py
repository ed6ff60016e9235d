"""Automatic numbers of Word: what it would print before a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from portal.official_text.word.parts import Element, child, local, number, tree, value

DEEPEST = 9
ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DASHES = ("-", "–", "—", "\uf02d", "\u2010", "\u2011")
PLUSES = ("+", "\uf02b")


@dataclass(frozen=True)
class Level:
    """How one level of a list counts and prints."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart_after: int | None = None


@dataclass
class Numbers:
    """The lists of a document with their counters; `printed` advances them."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    def printed(self, properties: Element | None) -> str:
        """The number or bullet of a paragraph with these properties, "" for none."""
        named = self.named(properties)
        if named is None or named[0] not in self.lists:
            return ""
        list_id, depth = named
        levels = self.levels.get(self.lists[list_id], {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.format == "bullet":
            return bullet(level.text, depth)
        counters = self.count(list_id, depth, levels)
        return shown(level, counters, levels)

    def named(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and depth that the paragraph, else its style, names."""
        if properties is None:
            return self.styles.get("")
        own = child(properties, "numPr")
        style = self.styles.get(value(child(properties, "pStyle")) or "")
        if own is None:
            return style
        list_id = value(child(own, "numId")) or (style[0] if style else "0")
        depth = child(own, "ilvl")
        return list_id, number(depth) if depth is not None else (style[1] if style else 0)

    def count(self, list_id: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        """One further at this depth; what lies deeper begins anew."""
        counters = self.counters[self.lists[list_id]]
        if list_id not in self.begun:
            self.begun.add(list_id)
            for place, start in self.overrides.get(list_id, {}).items():
                counters[place] = start - 1
        for place in range(depth):
            counters.setdefault(place, levels[place].start if place in levels else 1)
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for place in [place for place in counters if place > depth]:
            del counters[place]
        return counters


def bullet(text: str, depth: int) -> str:
    if text in DASHES:
        return "-"
    if text in PLUSES:
        return "+"
    if text == "*":
        return "*"
    return "-" if depth == 0 else "+"


def shown(level: Level, counters: dict[int, int], levels: dict[int, Level]) -> str:
    def counted(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        style = levels[place].format if place in levels else "decimal"
        return FORMATS.get(style, str)(counters.get(place, 1))

    return re.sub(r"%(\d)", counted, level.text).strip()


def roman(count: int) -> str:
    words = ""
    for worth, letters in ROMANS:
        while count >= worth:
            words, count = words + letters, count - worth
    return words


def letter(count: int) -> str:
    """a … z, then aa, bb."""
    place, times = (count - 1) % 26, (count - 1) // 26 + 1
    return chr(ord("a") + place) * min(times, 3)


FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: letter(count).upper(),
    "lowerLetter": letter,
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda count: "",
}


def read_numbers(numbering: bytes | None, styles: bytes | None) -> Numbers:
    found, root = Numbers(), tree(numbering)
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            found.levels[value(element, "abstractNumId") or ""] = levels_of(element)
        elif local(element) == "num":
            read_list(element, found)
    found.styles = styles_of(tree(styles))
    return found


def levels_of(element: Element) -> dict[int, Level]:
    levels = {}
    for each in element:
        if local(each) == "lvl":
            depth = int(value(each, "ilvl") or 0)
            levels[depth] = Level(
                value(child(each, "numFmt")) or "decimal",
                value(child(each, "lvlText")) or "",
                number(child(each, "start"), 1),
            )
    return levels


def read_list(element: Element, found: Numbers) -> None:
    list_id = value(element, "numId") or ""
    found.lists[list_id] = value(child(element, "abstractNumId")) or ""
    for override in element:
        if local(override) == "lvlOverride":
            start = child(override, "startOverride")
            if start is not None:
                depth = int(value(override, "ilvl") or 0)
                found.overrides.setdefault(list_id, {})[depth] = number(start, 1)


def styles_of(root: Element | None) -> dict[str, tuple[str, int]]:
    """The lists of paragraph styles, also those that a style has from the one it is based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in root if root is not None else ():
        if local(style) == "style" and value(style, "type") == "paragraph":
            name = value(style, "styleId") or ""
            based[name] = value(child(style, "basedOn")) or ""
            numbers = child(style, "pPr", "numPr")
            if numbers is not None and (list_id := value(child(numbers, "numId"))):
                own[name] = (list_id, number(child(numbers, "ilvl")))
    return {name: found for name in based if (found := inherited(name, own, based))}


def inherited(
    name: str, own: dict[str, tuple[str, int]], based: dict[str, str]
) -> tuple[str, int] | None:
    for _ in range(DEEPEST):
        if name in own:
            return own[name]
        name = based.get(name, "")
    return None
