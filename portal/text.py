"""Vietnamese text: cleaned on the way in, folded for search, ordered as a reader expects.

`fold` and `name_key` are twins of the SQL functions `vi_plain` and `vi_name_key`; a test keeps
them equal. Dates are printed the way official documents write them.
"""

import re
import unicodedata
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

BLANKS = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
MARKS = re.compile("[\u0300-\u036f]")
TONE_ORDER = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng
TONES = re.compile(f"[{TONE_ORDER}]")
LETTER_UNDER_TONE = re.compile(f"[^{TONE_ORDER}](?=[{TONE_ORDER}])")
NO_TONE = re.compile(f"[^{TONE_ORDER}]")
VOWEL_MARKS = re.compile("[\u0302\u0306\u031b]")
FOREIGN_MARKS = re.compile("[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f]")
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
RANKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`a"
# letters of the highland and other languages stand with their base letter
NEIGHBOURS = {"ĕ": "H", "ĭ": "M", "ŏ": "S", "ŭ": "[", "î": "M", "û": "[", "ŷ": "`"}
RANK_OF = str.maketrans({**dict(zip(ALPHABET, RANKS, strict=True)), **NEIGHBOURS})
UNRANKED = re.compile(f"[^{ALPHABET}{''.join(NEIGHBOURS)}0-9 ]")
TONE_DIGITS = str.maketrans(TONE_ORDER, "12345")

SURROGATES = re.compile("[\ud800-\udfff]")
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def clean(text: str) -> str:
    """The form in which every text is stored; what cannot be stored is said in a sentence."""
    refuse_unreadable(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return unicodedata.normalize("NFC", text)


def refuse_unreadable(text: str) -> None:
    if "\x00" in text:
        raise ValueError("Nội dung có ký tự rỗng không đọc được. Xin gõ lại đoạn này.")
    if SURROGATES.search(text):
        raise ValueError("Nội dung có ký tự bị hỏng khi sao chép. Xin gõ lại đoạn này.")
    if BIDI.search(text):
        raise ValueError("Nội dung có ký tự đổi chiều chữ bị ẩn. Xin gõ lại đoạn này.")
    if CONTROLS.search(text):
        raise ValueError("Nội dung có ký tự điều khiển bị ẩn. Xin gõ lại đoạn này.")


def storable(text: str) -> str:
    """What was typed, before anybody has checked it, in a form that the database can hold.

    A sign that no column takes stays to be seen, as �, so that whoever typed it can mend it.
    """
    return unicodedata.normalize("NFC", UNSTORABLE.sub("\ufffd", text.replace("\r\n", "\n")))


def fold(text: str) -> str:
    """What two spellings of the same words share: "Nguyễn  Văn Đức" -> "nguyen van duc"."""
    plain = MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return BLANKS.sub(" ", plain.replace("đ", "d")).strip(" ")


def whole_word(word: str) -> str:
    """A pattern of PostgreSQL for a folded word: "tro" stands in "tro cap", not in "trong".

    Of a number or a symbol any part will do.
    """
    plain = re.escape(word)
    return rf"\m{plain}\M" if word.isalpha() else plain


def lower_first(words: str) -> str:
    """For the middle of a sentence; an abbreviation such as SĐT keeps its letters."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """For the beginning of a sentence; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def slug(text: str) -> str:
    """For addresses: Thụ lý -> thu-ly."""
    return re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")


def key(text: str) -> str:
    """Sorts as a Vietnamese dictionary does: letters first, then tones."""
    spread = unicodedata.normalize("NFD", BLANKS.sub(" ", text).strip(" ").lower())
    spread = FOREIGN_MARKS.sub("", spread)
    letters = unicodedata.normalize("NFC", TONES.sub("", spread))
    ranks = UNRANKED.sub("!", letters).translate(RANK_OF)
    toned = LETTER_UNDER_TONE.sub("", VOWEL_MARKS.sub("", spread))
    return ranks + "\t" + NO_TONE.sub("0", toned).translate(TONE_DIGITS).rstrip("0")


def name_key(name: str) -> str:
    """Sorts people by given name, then by family and middle names."""
    family, _, given = BLANKS.sub(" ", name).strip(" ").rpartition(" ")
    return key(given) + "\t" + key(family)


def day(value: date) -> str:
    """03/8/2026: the day has two digits, of the months only 1 and 2 carry a zero."""
    return f"{value.day:02}/{month(value)}/{value.year}"


def day_long(value: date) -> str:
    return f"ngày {value.day:02} tháng {month(value)} năm {value.year}"


def month(value: date) -> str:
    return f"{value.month:02}" if value.month <= 2 else str(value.month)


def hour(value: time) -> str:
    """7 giờ 30, 14 giờ."""
    return f"{value.hour} giờ {value.minute:02}" if value.minute else f"{value.hour} giờ"


def weekday(value: date) -> str:
    return WEEKDAYS[value.weekday()]


def number(value: int | float | Decimal, *, places: int | None = None) -> str:
    """1.234,5: dots between thousands, a comma before the fraction."""
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def money(value: int | float | Decimal) -> str:
    return f"{number(value)} đồng"
