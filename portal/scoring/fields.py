"""One table of a file of rules: every key is asked for once, what is left over is unknown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

LONGEST, MOST_ROWS, MOST_WORDS, HIGHEST = 200_000, 400, 2_000, 100_000
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,39}")
MISSING: Any = object()
Kind = TypeVar("Kind", bound=StrEnum)
Whatever = TypeVar("Whatever")


class BrokenSet(ValueError):
    """A file of rules that cannot be used, in one sentence."""


def opened(text: str, name: str) -> Fields:
    """The whole file, which is called that in what is wrong with it."""
    if len(text) > LONGEST:
        raise BrokenSet("Tệp dài quá 200.000 ký tự.")
    try:
        return Fields(tomllib.loads(text, parse_float=Decimal), name)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        where = re.search(r"line (\d+)", str(fault))
        at = f" ở dòng {where[1]}" if where else ""
        raise BrokenSet(f"Tệp không đọc được{at}: không đúng cách viết TOML.") from fault


class Fields:
    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self.data, self.where = data, where
        self.left = set(data)

    def done(self, made: Whatever) -> Whatever:
        """What was made of the table, once nothing in it is unknown."""
        if self.left:
            raise self.broken(f"không có mục “{sorted(self.left)[0]}”")
        return made

    def broken(self, words: str) -> BrokenSet:
        return BrokenSet(f"{self.where}: {words}.")

    def take(self, name: str, default: Any) -> Any:
        self.left.discard(name)
        value = self.data.get(name, default)
        if value is MISSING:
            raise self.broken(f"thiếu mục “{name}”")
        return value

    def words(self, name: str, default: str = MISSING) -> str:
        value = self.take(name, default)
        if not isinstance(value, str) or len(value) > MOST_WORDS:
            raise self.broken(f"mục “{name}” phải là chữ, không quá 2.000 ký tự")
        if default is MISSING and not value.strip():
            raise self.broken(f"mục “{name}” để trống")
        return value.strip()

    def lines(self, name: str) -> tuple[str, ...]:
        value = self.take(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.broken(f"mục “{name}” phải là danh sách câu chữ")
        return tuple(value)

    def code(self, name: str) -> str:
        return self.matching(name, CODE, MISSING)

    def matching(self, name: str, shape: re.Pattern[str], default: str = "") -> str:
        value = self.words(name, default)
        if value and not shape.fullmatch(value):
            raise self.broken(f"mục “{name}” ghi “{value[:40]}” không đúng dạng")
        return value

    def amount(self, name: str, default: Any = MISSING, *, above_zero: bool = False) -> Any:
        value = self.take(name, default)
        if value is default:
            return value
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.broken(f"mục “{name}” phải là số")
        amount = Decimal(value)
        if not amount.is_finite() or not 0 <= amount <= HIGHEST or (above_zero and not amount):
            raise self.broken(f"mục “{name}” phải là số {'lớn hơn' if above_zero else 'từ'} 0")
        return amount

    def count(self, name: str, default: int, *, most: int) -> int:
        value = self.take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise self.broken(f"mục “{name}” phải là số đếm từ 0 đến {most}")
        return value

    def yes(self, name: str, default: bool = False) -> bool:
        value = self.take(name, default)
        if not isinstance(value, bool):
            raise self.broken(f"mục “{name}” phải là true hoặc false")
        return value

    def day(self, name: str, default: Any = MISSING) -> Any:
        value = self.take(name, default)
        if value is not default and type(value) is not date:
            raise self.broken(f"mục “{name}” phải là ngày, ví dụ 2026-01-01")
        return value

    def one_of(self, name: str, kind: type[Kind], default: Any = MISSING) -> Kind:
        value = self.take(name, default)
        if value not in list(kind):
            raise self.broken(f"mục “{name}” phải là một trong: {', '.join(kind)}")
        return kind(value)

    def one_of_table(self, name: str, table: Mapping[str, Callable]) -> Callable:
        value = self.take(name, MISSING)
        if not isinstance(value, str) or value not in table:
            raise self.broken(f"mục “{name}” phải là một trong: {', '.join(table)}")
        return table[value]

    def tables(self, name: str, *, needed: bool = False) -> list[Fields]:
        value = self.take(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.broken(f"mục “{name}” phải là danh sách các bảng")
        if len(value) > MOST_ROWS or (needed and not value):
            raise self.broken(f"mục “{name}” phải có từ 1 đến {MOST_ROWS} bảng")
        return [Fields(each, f"{self.where}, {name} thứ {n}") for n, each in enumerate(value, 1)]
