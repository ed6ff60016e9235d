"""The code of an administrative procedure as decisions, letters and workbooks print it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.text import BLANKS

PROVINCE = re.compile(r"\.?(H\d{2})$")
LONG = re.compile(r"(\.000\.00\.00)$")
WHOLE = re.compile(r"[1-9]\.\d{6}")
LEAST_OF_A_NUMBER = 4
EXAMPLE = "Mã thủ tục ghi dạng 1.014199 (một số, dấu chấm, sáu số), có thể kèm .H05."


class NotACode(ValueError):
    """What was typed is no code of a procedure, with one sentence."""


@dataclass(frozen=True)
class Code:
    """1.014199; ``given``: as it was printed; ``warnings``: what was mended on the way."""

    code: str
    given: str = ""
    province: str = ""
    warnings: tuple[str, ...] = ()


def read_code(typed: str) -> Code:
    """The code as the national catalogue writes it; raises ``NotACode``.

    Signed decisions print 1.014.111 for 1.014111; a workbook that takes it for a number prints
    1.0142 for 1.014200.
    """
    given = BLANKS.sub("", typed).upper()
    rest = given.replace(",", ".").strip(".")
    province = PROVINCE.search(rest)
    rest = PROVINCE.sub("", rest)
    rest = LONG.sub("", rest)
    digits = rest.replace(".", "")
    if not (digits.isascii() and digits.isdigit()) or digits.startswith("0"):
        raise NotACode(EXAMPLE)
    code = f"{digits[0]}.{digits[1:]}"
    lost = code[2:] and LEAST_OF_A_NUMBER <= len(code) - 2 < 6 and rest == code
    whole = code.ljust(8, "0") if lost else code
    if not WHOLE.fullmatch(whole):
        raise NotACode(EXAMPLE)
    warnings = tuple(warnings_of(rest, code, whole))
    return Code(whole, given, province[1] if province else "", warnings)


def warnings_of(rest: str, code: str, whole: str) -> list[str]:
    if whole != code:
        return [f"Mã thiếu số ở cuối (bảng tính bỏ số 0), hiểu là {whole}; kiểm tra lại."]
    if rest != code:
        return [f"Mã viết khác mẫu của danh mục quốc gia, hiểu là {whole}; kiểm tra lại."]
    return []
