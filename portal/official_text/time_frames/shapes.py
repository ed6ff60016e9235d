"""How stretches of the calendar are written: each shape and the spans it stands for.

The order matters: what an earlier shape has read is out of reach for a later one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from portal.official_text.time_frames.spans import LAST, Span

YEAR = r"(?:(?:\s?[/.-]\s?|,?\s(?:của\s)?năm\s)(?P<year>(?:19|20)\d\d)(?!\d))?"
YEAR_NEAR = r"(?:(?:\s?[/.-]\s?|,?\s(?:của\s)?(?:năm\s)?)(?P<year>(?:19|20)\d\d)(?!\d))?"
DAY = r"(?:0?[1-9]|[12]\d|3\d)"
MONTH = r"(?:1\d|0?[1-9])"
QUARTER = r"(?:iv|i{1,3}|[1-4]|một|nhất|hai|ba|bốn|tư)\b(?![\w/.]*[a-zđ])"
WEEK = r"(?:nhất|đầu|hai|ba|tư|cuối|[1-4])(?!\w)"
AND = r"\s?(?:,\s?và|,|;|và|-|&|\+|đến|tới)\s?(?:đến\s|hết\s)?"
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "nhất": 1, "đầu": 1, "hai": 2, "ba": 3}
NUMBERS |= {"bốn": 4, "tư": 4, "cuối": 5}
COUNTED = {"sáu": 6, "ba": 3, "chín": 9}
THIRDS = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, LAST)}
THIRDS_OF_A_YEAR = {"đầu": (1, 3), "giữa": (5, 7), "cuối": (10, 12)}
PIECE = re.compile(r"đến|tới|và|[-,;&+]|[a-zđ]+|\d+")
JOINTS = {"-": "to", "đến": "to", "tới": "to", ",": "and", ";": "and", "và": "and"}


def number(words: str) -> int:
    return NUMBERS[words] if words in NUMBERS else int(words)


def year_in(found: re.Match[str]) -> int | None:
    year = found.groupdict().get("year")
    return (2000 + int(year) if len(year) == 2 else int(year)) if year else None


def pieces(words: str) -> Iterator[tuple[str, str]]:
    """Each number of a list with how it is joined to the one before."""
    joined = ""
    for each in PIECE.findall(words):
        if each in JOINTS:
            joined = joined or JOINTS[each]
        elif each.isdigit() or each in NUMBERS:
            yield each, joined
            joined = ""


def dated(found: re.Match[str]) -> Iterator[Span]:
    day = (int(found["month"]), int(found["day"]))
    yield Span("day", day, day, year_in(found))


def listed_days(found: re.Match[str]) -> Iterator[Span]:
    """ "24, 25 và 26 tháng 8", "15 - 30/9"."""
    month = int(found["month"])
    for each, joined in pieces(found["list"]):
        day = (month, int(each))
        yield Span("day", day, day, year_in(found), joined=joined)


def weeks(found: re.Match[str]) -> Iterator[Span]:
    """ "tuần 2 tháng 3", "tuần 1, 2 và 4 tháng 6", "tuần cuối tháng 9"."""
    month = int(found["month"])
    for each, joined in pieces(found["list"]):
        place = number(each)
        first = 7 * (place - 1) + 1 if place < 5 else 22
        last = first + 6 if place < 5 else LAST
        span = Span("part", (month, first), (month, last), year_in(found), joined=joined)
        yield span.about()


def months_of_year(found: re.Match[str]) -> Iterator[Span]:
    """6 tháng đầu năm, 3 tháng cuối năm, 9 tháng."""
    words = found["n"]
    how_many = COUNTED[words] if words in COUNTED else int(words)
    first, last = (13 - how_many, 12) if found["which"] == "cuối" else (1, how_many)
    yield Span("part", (first, 1), (last, LAST), year_in(found))


def half(found: re.Match[str]) -> Iterator[Span]:
    first, last = (1, 6) if found["which"] == "đầu" else (7, 12)
    yield Span("part", (first, 1), (last, LAST), year_in(found))


def third_of_month(found: re.Match[str]) -> Iterator[Span]:
    month, (first, last) = int(found["month"]), THIRDS[found["which"]]
    yield Span("part", (month, first), (month, last), year_in(found)).about()


def third_of_quarter(found: re.Match[str]) -> Iterator[Span]:
    month = 3 * number(found["quarter"]) - 2 + list(THIRDS).index(found["which"])
    yield Span("part", (month, 1), (month, LAST), year_in(found)).about()


def third_of_year(found: re.Match[str]) -> Iterator[Span]:
    first, last = THIRDS_OF_A_YEAR[found["which"]]
    yield Span("part", (first, 1), (last, LAST), year_in(found)).about()


def months(found: re.Match[str]) -> Iterator[Span]:
    for each, joined in pieces(found["list"]):
        month = int(each)
        yield Span("month", (month, 1), (month, LAST), year_in(found), joined=joined)


def quarters(found: re.Match[str]) -> Iterator[Span]:
    for each, joined in pieces(found["list"]):
        last = 3 * number(each)
        yield Span("quarter", (last - 2, 1), (last, LAST), year_in(found), joined=joined)


def school_year(found: re.Match[str]) -> Iterator[Span]:
    yield Span("part", (9, 1), (5, LAST), int(found["from"]), int(found["to"])).about()


def stretch_of_years(found: re.Match[str]) -> Iterator[Span]:
    yield Span("year", (1, 1), (12, LAST), int(found["from"]), int(found["to"]))


def years(found: re.Match[str]) -> Iterator[Span]:
    for each, joined in pieces(found["list"]):
        yield Span("year", (1, 1), (12, LAST), int(each), joined=joined)


def this_year(found: re.Match[str]) -> Iterator[Span]:
    yield Span("year", (1, 1), (12, LAST))


def day_alone(found: re.Match[str]) -> Iterator[Span]:
    """ "từ ngày 10" before "đến ngày 15/12": the month comes from its neighbour."""
    yield Span("day_alone", (0, int(found["day"])), (0, int(found["day"])))


Reader = Callable[[re.Match[str]], Iterator[Span]]
OF = r"(?:\s(?:của\s)?)"
SHAPES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(shape), reader)
    for shape, reader in (
        (
            rf"tuần (?:lễ )?(?:thứ )?(?P<list>{WEEK}(?:{AND}(?:tuần\s)?(?:thứ\s)?{WEEK})*)"
            rf"(?: tiên| cùng)?{OF}tháng (?P<month>{MONTH})(?!\d){YEAR}",
            weeks,
        ),
        (
            rf"(?:các ngày:?\s|ngày:?\s)?(?<![\d/.-])"
            rf"(?P<list>{DAY}(?:{AND}(?:ngày\s)?{DAY}(?![\d%]))+)"
            rf"(?:/|\s?tháng\s)(?P<month>{MONTH})(?!\d){YEAR}",
            listed_days,
        ),
        (rf"(?:ngày\s)?(?<![\d/.-])(?P<day>{DAY})\s?tháng\s(?P<month>{MONTH})(?!\d){YEAR}", dated),
        (
            rf"(?:ngày\s)?(?<![\d/.-])(?P<day>{DAY})(?P<sep>[/.-])(?P<month>{MONTH})(?P=sep)"
            r"(?P<year>(?:19|20)?\d\d)(?![\d/])",
            dated,
        ),
        (
            rf"\b(?P<n>0?[369]|sáu|ba|chín) tháng (?P<which>đầu|cuối)(?: của)? năm{YEAR_NEAR}",
            months_of_year,
        ),
        (
            rf"\b(?P<n>0?9|chín) tháng(?P<which>)(?! (?:một|/))(?: đầu năm| năm)?{YEAR_NEAR}",
            months_of_year,
        ),
        (rf"nửa (?P<which>đầu|cuối)(?: của)? năm{YEAR_NEAR}", half),
        (
            rf"(?P<which>đầu|giữa|cuối){OF}tháng (?P<month>{MONTH})(?!\d){YEAR}",
            third_of_month,
        ),
        (
            rf"(?P<which>đầu|giữa|cuối){OF}quý (?P<quarter>{QUARTER}){YEAR_NEAR}",
            third_of_quarter,
        ),
        (rf"(?P<which>đầu|giữa|cuối){OF}năm(?! học){YEAR_NEAR}", third_of_year),
        (
            rf"(?:các )?\btháng\s(?P<list>{MONTH}(?!\d)"
            rf"(?:{AND}(?:tháng\s)?{MONTH}(?!\d|/\d\d?(?!\d)))*){YEAR}",
            months,
        ),
        (
            rf"(?:các )?\bquý\s(?P<list>{QUARTER}(?:{AND}(?:quý\s)?{QUARTER})*){YEAR_NEAR}",
            quarters,
        ),
        (
            rf"(?<![\d/.])(?P<day>{DAY})[/](?P<month>{MONTH})(?![\d/])",
            dated,
        ),
        (
            rf"(?<![\d/.])(?P<list>{MONTH}(?:\s?-\s?{MONTH})?)[/-](?P<year>(?:19|20)\d\d)(?![\d/])",
            months,
        ),
        (r"năm học\s(?P<from>20\d\d)\s?[-/]\s?(?P<to>20\d\d)", school_year),
        (
            r"(?:nhiệm kỳ|khóa|giai đoạn|thời kỳ|từ năm|các năm|năm)?\s?(?<![\d/.-])"
            r"(?P<from>20\d\d)\s?(?:-|đến năm|đến hết năm|đến)\s?(?P<to>20\d\d)(?![\d/])",
            stretch_of_years,
        ),
        (
            r"(?:(?:các )?\bnăm\s)?(?<![\d/.-])(?P<list>20\d\d(?![\d/])(?:\s?(?:,\s?và|,|và)"
            r"\s?(?:năm\s)?20\d\d(?![\d/]))*)",
            years,
        ),
        (
            r"(?<=\bcả )năm(?: nay)?\b|(?<=\btrong )năm(?: nay)?\b(?! (?:học|sau))|\bnăm nay\b",
            this_year,
        ),
        (
            rf"(?:ngày\s|(?<=\btừ )|(?<=\bđến ))(?P<day>{DAY})(?![\d/%]|\s?(?:ngày|tháng|giờ|lần|"
            r"đơn|năm|phòng|%))",
            day_alone,
        ),
    )
)


def spans_in(text: str) -> list[Span]:
    """In the order in which they stand."""
    found: list[Span] = []
    for shape, reader in SHAPES:
        for match in shape.finditer(text):
            placed = [replace(span, begin=match.start(), end=match.end()) for span in reader(match)]
            found.extend(placed)
        text = shape.sub(lambda match: "\x00" * len(match[0]), text)
    return sorted(found, key=lambda span: span.begin)
