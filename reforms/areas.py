"""The contents of administrative reform, programme after programme, as their resolutions say.

An area keeps its code from one programme to the next, so that a list over the years can ask for
it; its words and its number are those of the programme of the year.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.deadlines import MEMORY, READ


@dataclass(frozen=True)
class Area:
    """Một nội dung: its place in the programme, and how the programme calls it."""

    code: str
    number: str
    words: str

    def __str__(self) -> str:
        return f"{self.number}. {self.words}" if self.number else self.words


@dataclass(frozen=True)
class ReformProgramme:
    """Chương trình tổng thể: from which year to which."""

    code: str
    words: str
    source: str
    first: int
    last: int
    areas: tuple[Area, ...]
    known_from: str = READ

    def area(self, code: str) -> Area:
        return next(area for area in self.areas if area.code == code)


# fmt: off

LEADING = Area("dieu-hanh", "", "Chỉ đạo, điều hành")

PROGRAMMES = (
    ReformProgramme("2011-2020", "Giai đoạn 2011–2020", "Nghị quyết 30c/NQ-CP", 2011, 2020, (
        Area("the-che", "I", "Cải cách thể chế"),
        Area("thu-tuc", "II", "Cải cách thủ tục hành chính"),
        Area("bo-may", "III", "Cải cách tổ chức bộ máy"),
        Area("cong-vu", "IV", "Xây dựng, nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
        Area("tai-chinh", "V", "Cải cách tài chính công"),
        Area("so-hoa", "VI", "Hiện đại hóa hành chính"),
        LEADING,
    )),
    ReformProgramme("2021-2030", "Giai đoạn 2021–2030", "Nghị quyết 76/NQ-CP", 2021, 2030, (
        Area("the-che", "I", "Cải cách thể chế"),
        Area("thu-tuc", "II", "Cải cách thủ tục hành chính"),
        Area("bo-may", "III", "Cải cách tổ chức bộ máy hành chính nhà nước"),
        Area("cong-vu", "IV", "Cải cách chế độ công vụ"),
        Area("tai-chinh", "V", "Cải cách tài chính công"),
        Area("so-hoa", "VI", "Xây dựng, phát triển Chính phủ điện tử, Chính phủ số"),
        LEADING,
    )),
    ReformProgramme("2026-2030", "Kế hoạch trọng tâm 2026–2030", "Quyết định 282/QĐ-TTg",
        2026, 2030, (
        Area("the-che", "I", "Cải cách thể chế"),
        Area("thu-tuc", "II", "Cải cách thủ tục hành chính"),
        Area("bo-may", "III", "Cải cách tổ chức bộ máy hành chính nhà nước"),
        Area("cong-vu", "IV", "Cải cách chế độ công vụ"),
        Area("tai-chinh", "V", "Cải cách tài chính công"),
        Area("so-hoa", "VI", "Xây dựng, phát triển Chính phủ số"),
        LEADING,
    ), MEMORY),
)
"""The plan of 2026–2030 falls inside the ten years; in its own years it is the one that counts."""

# fmt: on

CODES = tuple(area.code for area in PROGRAMMES[-1].areas)


def programme_of(year: int) -> ReformProgramme:
    """The one that began last by that year; before the first, the first."""
    running = [each for each in PROGRAMMES if each.first <= year]
    return running[-1] if running else PROGRAMMES[0]


def choices(year: int) -> list[tuple[str, str]]:
    return [(area.code, str(area)) for area in programme_of(year).areas]


def named(code: str, *, year: int) -> str:
    return str(programme_of(year).area(code)) if code else ""
