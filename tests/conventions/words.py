"""Which words a page shows, and which do not belong: English, and the glossary's never-list."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from html.parser import HTMLParser

SAID_ALOUD = ("alt", "title", "aria-label", "placeholder", "aria-description", "label", "content")
SILENT = ("script", "style", "code", "kbd")
"""No words: layout, what is typed, what a key is called; names in another language say so."""
NOT_WORDS = re.compile(
    r"\S+@\S+|https?://\S+|\b\w+\.(?:png|pdf|jpe?g|docx?|xlsx?)\b|\bzq(?:\d\d\w*)?\b|\b[a-z]+(?:-[a-z]+)+\b|\S*/\S*",
    re.I,
)
ASCII_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:i[eu]?|ie[u]?|oai|oa[iyo]?|oe[o]?|uay|uye?[nu]?|uoi|uou|uo|ua[y]?|ue|ui|uu|ia|ieu|yeu|ye"
    r"|ay|ai|ao|au|eo|eu|oi|oo|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.I,
)
ENGLISH_TOO = frozenset("the not then on at get put new item next page open one many".split())
"""English words that could be Vietnamese syllables without their accents."""

LOAN_WORDS = frozenset(
    "excel word pdf png jpg docx xlsx txt qr mb kb email website internet zalo fax sms byte"
    " esc usb".split()
)
SYMBOLS = re.compile(
    r"[BCDĐGHKLMNPQRSTVX]{1,6}|II|III|IV|VI|VII|VIII|PAKN|KNPA|TUQ|UBND|CCHC|XLBD|CSV|USD"
    r"|PAR|INDEX|SIPAS|PCI|PAPI|DTI|DDCI"
)
"""Letters of a book, a paper, an institution, an index that has no Vietnamese name."""

NEVER = {
    "bạn": r"\bbạn\b",
    "Bảng điều khiển": r"bảng điều khiển",
    "ticket": r"\btickets?\b",
    "vé": r"\bvé\b",
    "nộp khiếu nại": r"\bnộp (?:đơn |bản )?khiếu nại",
    "người dùng": r"người dùng",
    "Trường bắt buộc": r"trường (?:này )?(?:là )?bắt buộc",
    "thành công!": r"thành công\s*!",
    "Không hợp lệ": r"không hợp lệ",
    "Thanh tra Sở": r"thanh tra sở\b",
}
NEVER_TO_CITIZENS = {"trạng thái": r"trạng thái", "hồ sơ": r"hồ sơ(?! một cửa)"}


class Shown(HTMLParser):
    """The text nodes of a page and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in SILENT or given.get("lang") == "en" or tag in self.silent:
            self.silent.append(tag)
        read = [
            name for name in SAID_ALOUD if name != "content" or given.get("name") == "description"
        ]
        self.words += [given[name] or "" for name in read if name in given]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.words.append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            self.silent.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def shown(body: bytes) -> str:
    """What a page or a spreadsheet says."""
    if body.startswith(b"PK"):
        return "\n".join(cells(body))
    page = Shown()
    page.feed(body.decode())
    return "\n".join(page.words)


def cells(body: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/") and "heet" in name]
        texts = [parts.read(name).decode() for name in [*sheets, "xl/sharedStrings.xml"]
                 if name in parts.namelist() and name.endswith(".xml")]  # fmt: skip
    return [found for text in texts for found in re.findall(r"<t[^>]*>([^<]*)</t>", text)]


def english(text: str) -> set[str]:
    return {word for word in ASCII_WORD.findall(NOT_WORDS.sub(" ", text)) if is_foreign(word)}


@cache
def is_foreign(word: str) -> bool:
    if SYMBOLS.fullmatch(word) or word.lower() in LOAN_WORDS:
        return False
    return word.lower() in ENGLISH_TOO or not SYLLABLE.fullmatch(word)


def never(text: str, *, to_citizens: bool = False) -> set[str]:
    words = NEVER | (NEVER_TO_CITIZENS if to_citizens else {})
    return {name for name, found in words.items() if re.search(found, text, re.I)}
