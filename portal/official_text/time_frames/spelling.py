"""A phrase as the grammar reads it; the words of the document themselves are never touched."""

import re
import unicodedata

DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
BLANKS = re.compile("[\\s\u00a0\u2000-\u200b\u202f\u3000]+")
VARIANTS = (
    (re.compile(r"\bquí\b"), "quý"),
    (re.compile(r"\bhàng(?=[ -]*(?:năm|quý|tháng|tuần|ngày|kỳ|6|sáu|nửa))"), "hằng"),
    (re.compile(r"\bq\. ?(?=(?:iv|i{1,3}|[1-4])\b)"), "quý "),
    (re.compile(r"\bq(?=(?:iv|i{1,3}|[1-4])\b(?! ?[-/]? ?(?:nđ|qđ)))"), "quý "),
    (re.compile(r"\bt\.? ?(?=(?:1[0-2]|0?[1-9])(?:\b))"), "tháng "),
    (re.compile(r"\bngày(?=\d)"), "ngày "),
    (re.compile(r"\btháng(?=\d)"), "tháng "),
    (re.compile(r"\bnăm(?=\d)"), "năm "),
    (re.compile(r"(?<=\d)(?=(?:tháng|năm|ngày)\b)"), " "),
    (re.compile(r"(?<=[\divx]) ?/ ?(?=\d)"), "/"),
    (re.compile(r" ?([,;:)])"), r"\1"),
    (re.compile(r"\( "), "("),
)
OUTER = " *_.;,:…-–“”\"'"


def normalised(words: str) -> str:
    """Lower case, one kind of blank and dash, the spellings that mean the same made one."""
    text = unicodedata.normalize("NFC", words).replace("*", "").replace("_", " ")
    text = DASHES.sub("-", text).lower()
    text = BLANKS.sub(" ", text).strip(OUTER)
    for pattern, instead in VARIANTS:
        text = pattern.sub(instead, text)
    return without_brackets(text)


def without_brackets(text: str) -> str:
    """Brackets around the whole are no part of it; those around an aside are."""
    while text.startswith("(") and text.endswith(")") and encloses(text):
        text = text[1:-1].strip(OUTER)
    return text


def encloses(text: str) -> bool:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place == len(text) - 1
    return False
