"""Columns that are months, quarters or weeks: a mark, or a shaded cell, is when the work falls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.official_text.blocks import Cell
from portal.official_text.wording import PERIODS

LEAST, DEEPEST = 3, 4
MARK = re.compile(r"^(?:[xX✓✔√●•■◆▪*+]{1,3})$")
AMOUNT = re.compile(r"^-?[\d.,]+\s?%?$")
BARE = re.compile(r"^(?:0?\d|1[0-2]|I{1,3}|IV)$", re.I)
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
LABELS = tuple((unit, re.compile(shape, re.I)) for unit, shape in PERIODS)
WHOLE = {"tháng": [str(n) for n in range(1, 13)], "quý": ["I", "II", "III", "IV"]}
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Period:
    """One column: "tháng" "3", of a year or of a month where the heading says so."""

    unit: str
    number: str
    of: str = ""


@dataclass(frozen=True)
class Marks:
    """The columns that are periods, and the rows of heading above the first mark."""

    periods: dict[int, Period]
    heading: int

    def words(self, row: Row) -> str | None:
        """The columns' own labels, "tháng 3, 4, 5"; what is written in a cell stands before."""
        colours = not self.is_shaded(row)
        marked = [place for place in self.periods if is_marked(row, place, colours=colours)]
        by_kind = groupby(marked, key=lambda p: (self.periods[p].unit, self.periods[p].of))
        told = [
            f"{unit} {', '.join(self.periods[place].number for place in places)}{of}"
            for (unit, of), places in by_kind
        ]
        return "; ".join([*written(row, self.periods), *told]) or None

    def counts(self, rows: Iterable[Row]) -> bool:
        """A table of figures by month orders nothing."""
        cells = [row[place].text.strip() for row in rows for place in self.periods if row[place:]]
        filled = [text for text in cells if text]
        return sum(bool(AMOUNT.match(text)) for text in filled) * 2 > len(filled)

    def is_shaded(self, row: Row) -> bool:
        """A row that is coloured as a whole marks nothing."""
        others = [cell for place, cell in enumerate(row) if place not in self.periods]
        return any(cell.shaded and cell.text.strip() for cell in others)


def is_marked(row: Row, place: int, *, colours: bool) -> bool:
    cell = row[place] if place < len(row) else Cell()
    text = cell.text.strip()
    return bool(MARK.match(text)) or (colours and cell.shaded and not text)


def written(row: Row, periods: dict[int, Period]) -> Iterator[str]:
    for place, period in periods.items():
        text = row[place].text.strip() if place < len(row) else ""
        if text and not MARK.match(text) and not AMOUNT.match(text):
            yield text if re.search(r"\d/\d", text) else f"{text} {period.unit} {period.number}"


def marks_of(rows: Sequence[Row]) -> Marks | None:
    """None unless a row of the heading names three periods or more, one after the other."""
    for place, row in enumerate(rows[:DEEPEST]):
        above = rows[:place]
        periods = {n: found for n in range(len(row)) if (found := period_of(row, n, above))}
        if len(periods) >= LEAST and (place == 0 or is_split(row, periods)) and grows(periods):
            return Marks(dated(periods, above), place + 1)
    return None


def is_split(row: Row, periods: dict[int, Period]) -> bool:
    """Below the first row of a heading, nothing but periods is new."""
    others = [cell for place, cell in enumerate(row) if place not in periods]
    return all(cell.inherited or not cell.text.strip() for cell in others)


def period_of(row: Row, place: int, above: Sequence[Row]) -> Period | None:
    text = " ".join(row[place].text.split())
    if row[place].inherited:
        return None
    for unit, shape in LABELS:
        if found := shape.match(text):
            return Period(unit, number_in(unit, found["n"]), year_of(found["year"]))
    if not BARE.match(text):
        return None
    unit = unit_above(place, above) or unit_of_all(row)
    return Period(unit, number_in(unit, text)) if unit else None


def year_of(words: str | None) -> str:
    return f"/{words}" if words else ""


def number_in(unit: str, words: str) -> str:
    number = words.upper().lstrip("0")
    return ROMAN.get(number, number) if unit == "quý" else number


def unit_above(place: int, above: Sequence[Row]) -> str:
    """The heading that reaches over this column says what its numbers are."""
    for row in reversed(above):
        words = over(row, place).lower()
        for unit, _ in PERIODS:
            if re.search(rf"\b{unit}\b", words) and not LABELLED.match(words):
                return unit
    return ""


LABELLED = re.compile(r"^(?:quý|tháng)\s?(?:\d|[ivx])", re.I)


def unit_of_all(row: Row) -> str:
    """One to twelve can only be months, I to IV only quarters."""
    texts = [cell.text.strip().upper().lstrip("0") for cell in row]
    numbers = [text for text in texts if BARE.match(text)]
    return next((unit for unit, whole in WHOLE.items() if numbers == whole), "")


def over(row: Row, place: int) -> str:
    """A cell over several columns is repeated as empty ones."""
    before = [cell.text.strip() for cell in row[: place + 1]]
    return next((text for text in reversed(before) if text), "")


def grows(periods: dict[int, Period]) -> bool:
    """Columns side by side."""
    places = list(periods)
    return places[-1] - places[0] == len(places) - 1


def dated(periods: dict[int, Period], above: Sequence[Row]) -> dict[int, Period]:
    """A year over months and quarters, a month over weeks."""
    return {place: of_above(period, place, above) for place, period in periods.items()}


def of_above(period: Period, place: int, above: Sequence[Row]) -> Period:
    words = [over(row, place) for row in above]
    year = next((found[0] for text in reversed(words) if (found := YEAR.search(text))), "")
    of = period.of or (f"/{year}" if year else "")
    if period.unit == "tuần":
        shape = dict(LABELS)["tháng"]
        month = next((found for text in reversed(words) if (found := shape.match(text))), None)
        of = f" tháng {number_in('tháng', month['n'])}{of}" if month else ""
    elif period.unit == "quý" and of:
        of = f" năm {of[1:]}"
    return Period(period.unit, period.number, of)
