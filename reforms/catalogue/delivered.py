"""The national catalogue's rows of this office's fields, as they come with the portal."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from portal.text import fold
from reforms.models.procedure.area import key_of, plain_name
from reforms.models.procedure.vocabulary import Kind, Level
from reforms.procedure_codes import read_code

FILE = Path(__file__).with_name("national-2026-07.csv")
KINDS = {"STANDARD": Kind.STANDARD, "SPECIFIC": Kind.SPECIFIC, "STANDARD_INTERNAL": Kind.INTERNAL}
STATES = {"UPDATED": "Đã cập nhật", "ACTIVE": "Đang áp dụng"}
SOURCE = "danh mục của Cổng Dịch vụ công quốc gia, bản tải về khoảng tháng 7 năm 2026"
"""The file's first line, as the page says it."""
COMMUNE_WORDS, PROVINCE_WORDS = ("cap xa", "phong "), ("cap tinh", "so ")
COUNTRY_WORDS = ("bo ", "cuc ", "quy ")


@dataclass(frozen=True)
class Delivered:
    """The rows, and from where they were taken."""

    source: str
    rows: tuple[dict[str, Any], ...]

    def areas(self) -> list[tuple[str, str]]:
        """Each field once: its key and the name that most of its rows spell."""
        spelled = Counter((key_of(row["area"]), plain_name(row["area"])) for row in self.rows)
        named = {key: name for (key, name), _ in reversed(spelled.most_common())}
        return sorted(named.items(), key=lambda each: each[1])

    def of_areas(self, keys: list[str]) -> list[dict[str, Any]]:
        return [row for row in self.rows if key_of(row["area"]) in keys]


@cache
def delivered() -> Delivered:
    with FILE.open(encoding="utf-8", newline="") as file:
        source = file.readline().removeprefix("#").strip()
        return Delivered(source, tuple(row_of(each) for each in csv.DictReader(file)))


def row_of(row: dict[str, str]) -> dict[str, Any]:
    return {
        "code": read_code(row["ma_tthc"]),
        "name": row["ten_tthc"],
        "area": row["linh_vuc"],
        "authority": authorities(row["co_quan_thuc_hien"]),
        "published_by": row["co_quan_cong_bo"],
        "state": STATES.get(row["trang_thai"], row["trang_thai"]),
        "kind": KINDS.get(row["loai"], Kind.STANDARD),
        "level": level_of(row["co_quan_thuc_hien"]),
    }


def authorities(words: str) -> str:
    """The catalogue joins them with ; and leaves some places empty or says one twice."""
    names = (name.strip() for name in words.split(";"))
    return "; ".join(dict.fromkeys(filter(None, names)))


def level_of(words: str) -> str:
    """Read from the agencies; where they leave it open nobody guesses."""
    plain = f"{fold(words)} "
    commune = any(each in plain for each in COMMUNE_WORDS)
    province = any(each in plain for each in PROVINCE_WORDS)
    if commune and province:
        return Level.SHARED.value
    if commune:
        return Level.COMMUNE.value
    if province:
        return Level.PROVINCE.value
    return Level.OTHER.value if plain.startswith(COUNTRY_WORDS) else ""
