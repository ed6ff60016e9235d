"""Paper custody of words: what would tell who denounced is refused before it is stored.

A name is let through when it is one of the denounced, one of the office's own people or one of its
units; any other person's name, a number to call, a paper's number, an address is not. Nobody can
tell a denouncer's name from a witness's, so neither is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from portal.people import Unit, User
from portal.text import fold

SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh"
    " trương đào lương mai cao tô tạ thái châu chu quách lâm lưu la kiều tăng tôn triệu trang"
    " vương văn hà hứa khuất khổng mạc nghiêm nhan ông phí phùng phương quan sầm thạch thân tiêu"
    " tống từ ưng vi viên xa yên bạch bành bế cầm cù đàm đậu điệp đồng doãn giàng giáp hán hầu hồng"
    " kha khúc lò lục lầu mã ma nông ô phú quàng sùng sử thào thi tường uông vàng ứng".split()
)
UNTONED = frozenset(map(fold, SURNAMES))
"""As somebody types who has no Vietnamese keyboard."""

COMMON_WORDS = frozenset(
    "văn hồ tô từ hà la vi xa yên quan thi mai cao chu ông trang phương hồng ô tiêu sử tường thân"
    " đồng van ho to tu ha mai cao chu ong trang phuong hong do la le vu ta an thi than dao".split()
)
"""Surnames that are everyday words too: two capitals must follow."""
MIDDLE = frozenset("van thi huu duc ngoc minh quang thanh dinh xuan kim bich".split())
NUMBER = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,11}(?!\d)|(?<![\d/])\d{12}(?![\d/])")
ADDRESS = re.compile(
    r"@|https?:|\b(?:số nhà|thường trú|tạm trú|trú tại|ngụ tại|nơi ở|thôn|xóm|ấp|bản làng"
    r"|tổ dân phố|khu phố|ngõ|ngách|hẻm|đội \d|so nha|thuong tru|tru tai|to dan pho)\b",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"người tố cáo (?:là|tên|:)|tôi tên|tên tôi|ký tên|nguoi to cao (?:la|ten)", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+")


def why_refused(text: str, *, known: Iterable[str] = ()) -> str:
    """What in the text would tell who denounced, in one sentence, or ''."""
    plain = normalize("NFC", text)
    if found := NUMBER.search(plain):
        return f"Bỏ dãy số “{found.group().strip()}”: số điện thoại, số giấy tờ chỉ ở bản giấy"
    if found := ADDRESS.search(plain):
        return f"Bỏ địa chỉ, liên hệ “{found.group()}”: chỉ ở bản giấy"
    if TELLING.search(plain):
        return "Không ghi ai là người tố cáo: danh tính chỉ ở bản giấy trong bì mật"
    if name := strange_name(plain, known=known):
        return (
            f"Có tên người “{name}” không phải người bị tố cáo hay cán bộ của Sở: bỏ tên, ghi bằng"
            " chức danh; ghi người bị tố cáo trước nếu đây là người bị tố cáo"
        )
    return ""


def strange_name(text: str, *, known: Iterable[str] = ()) -> str:
    """The first name of a person that is not among those known here."""
    allowed = {folded(name) for name in known}
    for name in names_in(text):
        told = folded(name)
        rest = told.partition(" ")[2]  # "Từ Phòng Người có công": the first word begins a sentence
        common = name.split()[0].lower() in COMMON_WORDS
        parts = (told, rest) if common else (told,)
        if not any(part in each or each in part for part in parts for each in allowed):
            return name
    return ""


def names_in(text: str) -> list[str]:
    """Runs of words that begin with a surname and go on like a name."""
    found, words = [], list(WORD.finditer(text))
    at = 0
    while at < len(words):
        end = at + name_length(words[at:], text)
        if end > at:
            found.append(text[words[at].start() : words[end - 1].end()])
        at = max(end, at + 1)
    return found


def name_length(words: list[re.Match[str]], text: str) -> int:
    """How many of the words make a name; none where they do not."""
    told = words[0].group().lower()
    if told not in SURNAMES and not (told.isascii() and told in UNTONED):
        return 0
    run = 1
    while run < min(len(words), 5) and follows(words[run - 1], words[run], text):
        word = words[run].group()
        if not (word[0].isupper() or (run == 1 and fold(word) in MIDDLE)):
            break
        run += 1
    if run == 2 and fold(words[1].group()) in MIDDLE and not words[1].group()[0].isupper():
        run = 3 if len(words) > 2 and follows(words[1], words[2], text) else 0
    capital = words[0].group()[0].isupper() or fold(words[min(1, run - 1)].group()) in MIDDLE
    least = 3 if told in COMMON_WORDS else 2
    return run if capital and run >= least else 0


def follows(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    return text[one.end() : other.start()].strip(" \t\u00a0") == ""


def folded(name: str) -> str:
    return " ".join(fold(word) for word in WORD.findall(name))


def names_of_the_office() -> list[str]:
    """Whoever works here, and what its units are called."""
    people = User.objects.values_list("full_name", flat=True)
    return [*people, *Unit.objects.values_list("name", flat=True)]
