"""Colours are readable: WCAG 2.2 AA for every pair that the kit puts together."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
STANDINGS = ("ok", "soon", "late", "pause", "seal", "accent")
WORDS = [
    *((ink, ground) for ink in ("ink", "ink-soft", *STANDINGS)
      for ground in ("paper", "surface", "sunken")),
    *((name, f"{name}-soft") for name in STANDINGS),
    *(("ink", f"{name}-soft") for name in STANDINGS),
    *(("ink-soft", f"{name}-soft") for name in ("accent", "soon", "late")),
    ("on-accent", "accent"), ("on-accent", "accent-strong"), ("accent-strong", "accent-soft"),
    ("on-band", "band"), ("on-band-soft", "band"),
]  # fmt: skip
PARTS = [
    ("line-strong", "surface"), ("line-strong", "paper"), ("focus", "paper"), ("focus", "surface"),
    ("focus", "sunken"), ("data-1", "surface"), ("data-2", "surface"), ("data-soon", "surface"),
    ("late", "data-3"),
]  # fmt: skip


def colours(start: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", CSS.split(start)[1].split("}")[0]))


LIGHT = colours(":root {")
DARK = colours(':root[data-theme="dark"] {')


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(theme: dict[str, str], pairs, least: float) -> list[tuple[str, str]]:
    return [(a, b) for a, b in pairs if contrast(theme[a], theme[b]) < least]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_parts_stand_out(theme):
    assert too_weak(theme, WORDS, 4.5) == []
    assert too_weak(theme, PARTS, 3.0) == []


def test_a_weak_pair_would_be_seen():
    faded = LIGHT | {"ink-soft": "#8a8c94"}
    assert ("ink-soft", "paper") in too_weak(faded, WORDS, 4.5)


def test_the_two_ways_into_the_dark_are_the_same():
    assert colours(':root:not([data-theme="light"]) {') == DARK
    assert set(LIGHT) == set(DARK)


WITH_NUMBERS = {"tokens.css", "accents.css"}
"""The second: what an office may choose instead, ``tests/portal/upkeep/test_emblem.py``."""


def test_numbers_of_colours_are_written_where_colours_are_named():
    sheets = Path(settings.BASE_DIR, "static/css").glob("*.css")
    drawn = {sheet.name for sheet in sheets if re.search(r"#[0-9a-f]{6}\b", sheet.read_text())}
    assert drawn == WITH_NUMBERS
