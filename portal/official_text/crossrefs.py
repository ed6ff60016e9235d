"""References inside a document: mục 4 Phần II. A wrong one is told, never mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.official_text.numbering import ROMAN
from portal.official_text.outline import Item
from portal.official_text.owners import heading_owner
from portal.official_text.tasks import Draft
from portal.text import fold

PART = re.compile(
    rf"(?:(?:mục|điểm|khoản)\s(?P<item>\d{{1,2}}(?:\.\d{{1,2}})*)(?:,?\s(?:của\s)?(?:phần"
    rf"|mục)\s(?P<part>{ROMAN}))?"
    rf"|(?:phần|mục)\s(?P<alone>{ROMAN}))(?!\w|\.\d)",
    re.I,
)
ORDERED = re.compile(r"(?:thực hiện|nhiệm vụ|nội dung)[^.;]{0,40}$", re.I)
ELSEWHERE = re.compile(
    r"^[^.;]{0,30}?(?:luật|nghị định|thông tư|nghị quyết|chỉ thị|quyết định|điều\s\d|công văn"
    r"|hướng dẫn"
    r"|kế hoạch số|chương trình số|kế hoạch của|phụ lục|đề án|quy chế|bộ luật|kết luận)",
    re.I,
)


@dataclass(frozen=True)
class Reference:
    """`words` as written; `part` and `item` the labels that they name."""

    words: str
    part: str | None
    item: str | None
    ordered: bool


def references_in(text: str) -> Iterator[Reference]:
    for found in PART.finditer(text):
        after = text[found.end() :]
        if ELSEWHERE.match(after) or re.search(
            r"(?:điều|luật)\s[\w ]{0,12}$", text[: found.start()], re.I
        ):
            continue
        part = found["part"] or found["alone"]
        ordered = bool(ORDERED.search(text[: found.start()]))
        yield Reference(found[0], part.upper() if part else None, found["item"], ordered)


def problems(draft: Draft, root: Item) -> Iterator[str]:
    for reference in references_in(draft.text):
        target = target_of(reference, root)
        if target is None:
            yield f"crossref_missing:{draft.ref} -> {reference.words}"
        elif reference.ordered and speaks_to_another(draft, target):
            yield f"crossref_mismatch:{draft.ref} -> {reference.words}"


def target_of(reference: Reference, root: Item) -> Item | None:
    parts = [item for item in root.children if item.label.words]
    if reference.part:
        parts = [item for item in parts if item.label.words.upper() == reference.part]
        if reference.item is None:
            return parts[0] if parts else None
    elif all(item.label.style != "roman" for item in parts):
        parts = [root]
    candidates = (child for part in parts for child in part.all())
    return next((item for item in candidates if item.label.words == reference.item), None)


def speaks_to_another(draft: Draft, target: Item) -> bool:
    """The item meant is another's, while a neighbour of it is headed by this very body."""
    if not draft.owners.lead or target.parent is None:
        return False
    mine = {bare(who) for who in draft.owners.lead}
    owner = heading_owner(target.text)
    if owner is not None:
        return bare(owner) not in mine
    neighbours = [heading_owner(item.text) for item in target.parent.children if item is not target]
    return any(bare(who) in mine for who in neighbours if who)


def bare(who: str) -> str:
    """Thủ trưởng các đơn vị and Trưởng các đơn vị are the same people."""
    return re.sub(
        r"^(?:thu truong|truong|nguoi dung dau|lanh dao|giam doc)\s", "", fold(who)
    ).strip()
