"""What a notice of conclusions, or the closing speech that an article reports, asks of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.official_text.letters import vietnamese
from portal.official_text.lines import Line
from portal.official_text.outline import Item
from portal.official_text.owners import heading_owner, spoken
from portal.official_text.wording import CLOSING
from portal.official_text.zones import Zone, heading_zone

ASKED = vietnamese(
    r"(?:đề nghị|yêu cầu|giao(?: cho)?|chỉ đạo)\s+(?P<to>(?:[A-ZĐÀ-Ỹ]"
    r"|các\s)[^;:.]{2,160}?)\s*(?=phải|cần|tiếp tục"
    r"|tập trung|thực hiện|chủ trì|khẩn trương|nghiêm túc|sớm|quan tâm|chỉ đạo|phối hợp|tăng"
    r" cường|tổ chức|rà soát"
    r"|xây dựng|triển khai|chú trọng|báo cáo|làm tốt|đẩy mạnh|quán triệt|hoàn thành|tham mưu|có"
    r" biện pháp)"
)
CLOSING_SPEECH = re.compile(
    r"(?:phát biểu )?kết luận (?:tại )?(?:buổi làm việc|hội nghị|cuộc họp|buổi|phiên)", re.I
)
GLUED = vietnamese(
    r"(?<=[a-zà-ỹđ)”])[.,](?=[A-ZĐÀ-Ỹ][a-zà-ỹ])|(?<=/[A-ZĐ]{2})\.(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])"
    r"|(?<=[a-zà-ỹđ)”\d%])\.\s+(?=[A-ZĐÀ-Ỹ])"
)
EVALUATION = re.compile(
    r"ưu điểm|hạn chế|khuyết điểm|khó khăn|nguyên nhân|kết quả đạt|đánh giá|tồn tại|vướng mắc", re.I
)
DIRECTIVE = re.compile(r"^(?:giao|yêu cầu|đề nghị)\s", re.I)


@dataclass(frozen=True)
class Ask:
    """One thing asked, in the document's own words; `to` as it names the body."""

    ref: str
    text: str
    to: str | None
    place: int = 0


def asks_of_notice(root: Item) -> list[Ask]:
    """The items of every part that does not look back."""
    sections = [item for item in root.children if not looks_back(item)]
    parted = any(looks_back(item) for item in root.children)
    addressee = addressed_in(root.paragraphs)
    found: list[Ask] = []
    for section in sections:
        if parted and is_part(section):
            found += asks_below(section, addressed_in(section.paragraphs) or addressee)
        else:
            found += asks_of_item(section, section.label.words, addressee)
    return found


def looks_back(item: Item) -> bool:
    head = re.split(r"[:.;]", item.text)[0]
    return heading_zone(head) == Zone.REVIEW or (
        len(head.split()) < 12 and bool(EVALUATION.search(head))
    )


def is_part(item: Item) -> bool:
    return bool(item.children or item.paragraphs)


def asks_below(section: Item, addressee: str | None) -> Iterator[Ask]:
    owner = heading_owner(section.text)
    for place, child in enumerate(section.children, start=1):
        joint = "-" if child.label.is_bullet else "."
        ref = f"{section.label.words}{joint}{place if child.label.is_bullet else child.label.words}"
        yield from asks_of_item(child, ref, owner or addressee)
    if not section.children:
        for place, line in enumerate(section.paragraphs, start=1):
            if not CLOSING.match(line.text):
                ref = f"{section.label.words}-{place}"
                yield Ask(ref, line.text, addressed(line.text) or owner or addressee, line.place)


def asks_of_item(item: Item, ref: str, addressee: str | None) -> Iterator[Ask]:
    owner = heading_owner(item.text)
    if is_part(item) and (owner or len(item.text.split()) < 14 or item.text.endswith(":")):
        yield from asks_below(item, owner or addressed(item.text) or addressee)
        return
    if item.text and not CLOSING.match(item.text):
        said = spoken(item.text).lead
        to = addressed(item.text) or ("; ".join(said) if said else addressee)
        yield Ask(ref, item.text, to, item.place)


def addressed(text: str) -> str | None:
    found = ASKED.search(text)
    return found["to"].strip(" ,") if found else None


def addressed_in(lines: Sequence[Line]) -> str | None:
    return next((to for line in lines if (to := addressed(line.text))), None)


def asks_of_article(lines: Sequence[Line]) -> list[Ask]:
    """Only what the closing speech asks; its sentences may stand without a blank between them."""
    for line in lines:
        speech = CLOSING_SPEECH.search(line.text)
        found = ASKED.search(line.text, speech.start()) if speech else None
        if found:
            words = GLUED.split(line.text[found.end() :])
            to = found["to"].strip(" ,")
            texts = [text.strip(" ./,;") for text in words]
            kept = [text[:1].upper() + text[1:] for text in texts if len(text.split()) > 3]
            return [Ask(str(n), text, to, line.place) for n, text in enumerate(kept, start=1)]
    return []
