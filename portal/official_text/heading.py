"""The head of a document: what it is, its number, its day, its title, who issues it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.official_text.letters import vietnamese
from portal.official_text.lines import Line
from portal.official_text.wording import CARRIERS, KINDS, MEETING, NOTICES, PLANS, TIME_HEADING

HEAD = 60  # lines in which a title is looked for
TITLE_LINES = 7
GLUED = 400  # letters: a title that long has the text behind it
NUMBER = re.compile(
    r"(?:^|\s)Số\s*:?\s*(?P<number>\d{0,5})\s*(?P<year>/(?:19|20)\d\d)?\s*[.…_ ]*(?P<sep>[/-])\s*"
    r"(?P<symbol>[A-ZĐ][A-ZĐa-zƯƠÂĂÊÔ]*(?:\s?[-/–]\s?[A-ZĐƯ][A-ZĐƯƠÂĂÊÔa-z&]*\d*)*)"
)
DATE_LINE = vietnamese(
    r"(?P<place>[A-ZĐÀ-Ỹ][\w. -]{0,40}?)\s*,\s*ngày\s*(?P<day>\d{0,2})"
    r"[\s.…_]*tháng\s*(?P<month>\d{0,2})"
    r"[\s.…_]*năm\s*(?P<year>20\d\d|19\d\d)?(?!\d)"
)
DAY_ALONE = re.compile(r"^(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})$")
PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện|theo|xét|trên cơ sở|nhằm|để|tiếp tục thực hiện)\b", re.I
)
ISSUER = re.compile(
    r"(?P<issuer>[^,;.:]{2,120}?)\s+(?:đã\s)?(?:xây dựng|ban hành|lập|đề ra|thông báo)\s"
    r"(?:và\s(?:ban hành|triển khai)\s)?(?:\w+\s){0,2}?(?:kế hoạch|chương trình)",
    re.I,
)
YEAR = re.compile(r"(?<!\d )\bnăm\s+(?P<year>20\d\d)\b(?!\s?[-–]\s?20\d\d)", re.I)
CARRIED = re.compile(r"(?:ban hành|phê duyệt)[\w\s,()]{0,40}(?:kế hoạch|chương trình)", re.I)
CAPITALS = vietnamese(r"(?:[^a-zà-ỹđ]|(?<=/)[A-Za-zĐđ-]+)+(?= [A-ZĐÀ-Ỹ][a-zà-ỹđ])")


@dataclass(frozen=True)
class Heading:
    """Unknown things are None or empty; `body` is the first line after the title."""

    kind: str = ""
    title: str = ""
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    has_number_line: bool = False
    body: int = 0
    carrier: int | None = None
    glued: bool = False


def read_heading(lines: Sequence[Line]) -> Heading:
    """The plan's own title, also where a decision carries it."""
    first = title_at(lines, 0, HEAD)
    if first is None:
        return dated(numbered(Heading(), lines, HEAD), lines)
    title = title_words(lines, first)
    glued = len(lines[first].text) > GLUED
    found = Heading(kind_of(lines[first]), title, body=after_title(lines, first), glued=glued)
    if found.kind in CARRIERS and CARRIED.search(title):
        second = plan_title_after(lines, found.body)
        if second is not None:
            own = title_words(lines, second)
            found = Heading(
                kind_of(lines[second]), own, body=after_title(lines, second), carrier=found.body
            )
    return dated(numbered(found, lines, max(HEAD, first)), lines)


def title_at(lines: Sequence[Line], start: int, end: int) -> int | None:
    for place in range(start, min(end, len(lines))):
        line = lines[place]
        if line.label.rank <= 2.0 and line.label.style in ("roman", "arabic", "part", "upper"):
            return None
        if is_title(line):
            return place
    return None


def is_title(line: Line) -> bool:
    """The kind alone on its line, or in capitals at the beginning of one."""
    if line.table is not None or line.label.words:
        return False
    words = line.text.strip(" :.*").lower()
    if words in KINDS:
        return line.text[:1].isupper()
    kind = kind_of(line)
    return bool(kind) and line.text[: min(40, len(line.text))].isupper()


def kind_of(line: Line) -> str:
    text = line.text.lower()
    found = [kind for kind in KINDS if re.match(rf"{kind}\b", text)]
    return max(found, key=len, default="")


def plan_title_after(lines: Sequence[Line], start: int) -> int | None:
    for place in range(start, len(lines)):
        line = lines[place]
        if is_title(line) and kind_of(line) in PLANS:
            return place
    return None


def title_words(lines: Sequence[Line], first: int) -> str:
    """Without the remark in brackets below it, and without a text that was glued to it."""
    words = " ".join(line.text for line in lines[first : after_title(lines, first)])
    words = re.split(r"\s*\((?:ban hành )?kèm theo", words, flags=re.I)[0]
    capitals = CAPITALS.match(words) if len(words) > GLUED else None
    return capitals[0].strip() if capitals else words


def after_title(lines: Sequence[Line], first: int) -> int:
    """The title runs on until the bases begin, or a number, a date, a section."""
    if len(lines[first].text) > GLUED:
        return first + 1
    bare = lines[first].text.strip(" :.*").lower() in KINDS
    place = first + 1
    while place < min(first + TITLE_LINES, len(lines)):
        line = lines[place]
        is_second = bare and place == first + 1 and not line.text.lower().startswith("căn cứ")
        if line.table is not None or line.label.words or NUMBER.search(line.text):
            break
        if DATE_LINE.search(line.text) or line.text.endswith((":", ";")):
            break
        if TIME_HEADING.match(line.text):
            break
        if not is_second and (PREAMBLE.match(line.text) or len(line.text) > 200):
            break
        place += 1
    return place


def numbered(found: Heading, lines: Sequence[Line], end: int) -> Heading:
    for line in lines[:end]:
        if match := NUMBER.search(line.text):
            number = match["number"].lstrip("0") or None
            symbol = re.sub(r"\s", "", match["symbol"]).replace("–", "-")
            return replace(found, number=number, symbol=symbol, has_number_line=True)
    return found


def dated(found: Heading, lines: Sequence[Line]) -> Heading:
    """Beside the letterhead, else at the foot, where schools and communes write it."""
    for line in lines:
        match = DATE_LINE.search(line.text) if len(line.text) < 160 else None
        match = match or DAY_ALONE.match(line.text)
        if match:
            place = match.groupdict().get("place")
            return replace(
                found,
                place=place.strip() if place else None,
                day=whole(match["day"]),
                month=whole(match["month"]),
                year=whole(match["year"]),
            )
    return found


def whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def year_of(title: str) -> int | None:
    """The one year that the title names as its own; none where it names several."""
    bare = re.sub(
        r"(?:ngày|tháng)\s+\d{1,2}(?:\s+tháng\s+\d{1,2})?\s+năm\s+\d{4}", "", title, flags=re.I
    )
    years = {int(found["year"]) for found in YEAR.finditer(bare)}
    return years.pop() if len(years) == 1 else None


def issuer_of(lines: Sequence[Line]) -> str | None:
    """ "…, Sở xây dựng Kế hoạch như sau": how the plan speaks of its own author."""
    for line in lines:
        if line.label.words and line.label.rank < 6.5:
            return None
        bare = re.sub(r"^(?:căn cứ|thực hiện|theo)\b[^,;]*", "", line.text, flags=re.I)
        for found in reversed(list(ISSUER.finditer(bare))):
            words = found["issuer"].strip(" -–")
            if words[:1].isupper() and not PREAMBLE.match(words):
                return "Sở" if words.startswith("Sở ") else words
    return None


def is_plan(found: Heading) -> bool:
    return found.kind in PLANS and not MEETING.match(found.title)


def is_notice(found: Heading) -> bool:
    return found.kind in NOTICES and "kết luận" in found.title.lower()
