"""Vietnamese capitals and small letters in patterns: the ranges of Unicode mix the two."""

import re
import unicodedata
from functools import lru_cache

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"


@lru_cache(maxsize=1)
def small() -> str:
    marked = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    return "a-zđ" + "".join(sorted(letter for letter in marked if letter > "z"))


def vietnamese(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compiles a pattern in which À-Ỹ stands for the marked capitals and à-ỹ for the small."""
    capitals = small().upper().removeprefix("A-ZĐ")
    return re.compile(
        pattern.replace("À-Ỹ", capitals + "Đ").replace("à-ỹ", small().removeprefix("a-zđ") + "đ"),
        flags,
    )
