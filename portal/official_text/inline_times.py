"""Times inside a sentence: only those that a word of time governs (R16)."""

from __future__ import annotations

import re
from functools import lru_cache

from portal.official_text.citations import without_citations

DAY = (
    r"(?:ngày\s)?\d{1,2}\s?(?:[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?"
    r"|tháng\s\d{1,2}(?:\s(?:năm\s)?\d{4}|/\d{4})?)"
)
MONTH = r"(?:tháng\s)?\d{1,2}\s?/\s?\d{4}|tháng\s\d{1,2}(?:\s?(?:năm\s|/)\s?\d{4})?"
QUARTER = r"qu[ýí]\s(?:IV|I{1,3}|[1-4])(?:\s?(?:/|năm)\s?\d{4})?"
HALF = (
    r"(?:0?6|sáu) tháng (?:đầu|cuối) năm(?:\s\d{4})?|(?:đầu|giữa|cuối) (?:năm|quý"
    r"|tháng)(?:\s[\dIV]+)?(?:[/ ]\d{4})?"
)
YEAR = r"năm\s20\d\d"
HOUR = r"(?:\d{1,2}\s?(?:giờ|h)\s?(?:\d\d)?(?:\s?phút)?,?\s)?"
WEEK = r"tuần (?:thứ )?(?:nhất|đầu|hai|ba|tư|cuối|[1-4])(?: của)? tháng \d{1,2}(?:/\d{4})?"
WHEN = rf"(?:{WEEK}|{HOUR}{DAY}|{MONTH}|{QUARTER}|{HALF}|{YEAR})"
LIMIT = (
    r"(?:(?:hoàn thành|xong|hoàn tất|kết thúc|gửi về|gửi|báo cáo)\s)?"
    r"(?:(?:chậm nhất|muộn nhất|không quá|hạn cuối|hạn chót|thời hạn)\s?:?\s?(?:là\s|vào\s"
    r"|đến\s|trong\s|trước\s|hết\s)*"
    r"|trước\s(?:hạn\s)?|(?:cho )?đến hết\s|xong\s(?:trong\s|trước\s|vào\s)?|hoàn"
    r" thành\s(?:trong\s|vào\s|trước\s)+)"
)
EVERY = (
    r"(?:\s(?:hằng|hàng)\s(?:năm|quý|tháng|tuần)|\s(?:của|mỗi)\s(?:tháng cuối (?:kỳ|quý)"
    r"|mỗi (?:quý|tháng)|tháng|quý))"
)
PHRASES = tuple(
    re.compile(words, re.I)
    for words in (
        # (hoàn thành trước ngày 16 tháng 5 năm 2022), gửi về Văn phòng trước ngày 31/3
        rf"{LIMIT}{WHEN}{EVERY}?(?:\s?(?:và|,)\s(?:trước\s)?{DAY}(?![\w/]))*",
        # trước ngày 05 của tháng cuối kỳ, trước ngày 10 hằng tháng
        rf"{LIMIT}(?:{HOUR}ngày\s)\d{{1,2}}{EVERY}",
        # chậm nhất 05 ngày làm việc kể từ ngày …
        r"(?:chậm nhất|trong (?:vòng|thời hạn)|không quá)\s(?:là\s|sau\s)?\d{1,3}\s(?:ngày(?:"
        r" làm việc)?|giờ)\s"
        r"(?:kể\s)?từ\s(?:ngày|khi|thời điểm)[^,.;)]*",
        # trước ngày kiểm tra 05 ngày làm việc
        r"trước (?:ngày|khi) [^\d,.;()]{3,40} \d{1,3} ngày(?: làm việc)?",
        # Thời gian từ tháng 4 đến tháng 10/2025
        rf"(?:(?<=[Tt]hời gian )|(?<=[Tt]hời gian: ))(?:thực hiện |hoàn thành )?(?:từ\s)?(?:{WHEN})"
        rf"(?:\s?(?:đến|-)\s?(?:hết\s)?(?:{WHEN}))?",
        # từ ngày 15/11 đến ngày 15/12, in brackets or after a colon or at the end
        rf"(?<=[(:])\s?từ\s(?:{DAY}|ngày\s\d{{1,2}}|{MONTH}|{QUARTER})\s?(?:đến"
        rf"|-)\s?(?:hết\s)?(?:{DAY}|{MONTH}|{QUARTER})",
        rf"(?<=[(:])\s?(?:dự kiến\s|trong\s|vào\s|quý\s|thời gian:?\s)*(?:{MONTH}|{QUARTER}"
        rf"|{HALF})(?=\s?[);.]|$)",
        rf"\b(?:(?:sơ kết|tổng kết)\s)?(?:dự kiến|vào|trong|ngay trong)\s(?:(?:dịp"
        rf"|khoảng)\s)?(?:{DAY}|{MONTH}|{QUARTER})(?=\s?[);.,]|$)",
        rf"(?:nhân|dịp)\s[^().;]{{0,60}}(?P<when>\({DAY}\))",
        # định kỳ hằng quý, mỗi quý ít nhất 01 lần, 6 tháng/lần
        r"\bđịnh kỳ\s(?:(?:hằng|hàng|mỗi|theo)\s)?(?:(?:tháng|quý|năm|tuần|0?6 tháng|sáu tháng"
        r"|cuối [\w ]{2,12})"
        r"(?:\s\d)?(?:,\s|\svà\s)?(?:cuối [\w ]{2,12}\d?)?)+",
        r"\b(?:mỗi|hằng|hàng)\s(?:năm|quý|tháng|tuần)\s(?:(?:tổ chức\s)?ít nhất\s|tối"
        r" thiểu\s)?\d{1,2}\s(?:lần|cuộc|đợt)",
        r"\b(?:ít nhất\s|tối thiểu\s)?\d{1,2}\slần\s?/\s?(?:năm|quý|tháng|tuần)|\b0?[36]"
        r" tháng\s?(?:/|một|1|01)\s?lần",
        r"^(?:Hằng|Hàng)\s(?:năm|quý|tháng|tuần)\b",
        r"(?<=\()(?:thực hiện )?(?:thường xuyên|hằng năm|hàng năm|hằng quý|hằng"
        r" tháng)[^)]{0,30}(?=\))",
    )
)
ANY = re.compile(r"\d|qu[ýí]|h[ằà]ng|định kỳ|mỗi|thường xuyên|cuối|đầu", re.I)
STARTS = re.compile(r"^(?:hoàn thành|xong|hoàn tất)?\s*(?:gửi về|gửi|báo cáo)\s+", re.I)


@lru_cache(maxsize=1024)
def time_in(text: str) -> str | None:
    """The governed times of a sentence as they are written, joined by "; "."""
    if not ANY.search(text):
        return None
    bare = without_citations(text)
    found: list[tuple[int, int]] = []
    for phrase in PHRASES:
        for match in phrase.finditer(bare):
            place = match.span("when" if "when" in phrase.groupindex else 0)
            if not any(a < place[1] and place[0] < b for a, b in found):
                found.append(place)
    return "; ".join(tidy(text[a:b]) for a, b in sorted(found)) or None


def tidy(words: str) -> str:
    """ "báo cáo trước ngày 05/10" is due "trước ngày 05/10"."""
    return STARTS.sub("", words.strip()).strip()
