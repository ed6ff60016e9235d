"""Who is to act: as a label says it, as the sentence says it, or as the heading above does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.official_text.letters import vietnamese
from portal.official_text.wording import (
    ADDRESSED,
    GROUPS,
    NO_ORGANS,
    OF_A_BODY,
    ORGANS,
    PLURAL,
    SEVERAL,
    VERBS,
)


def either(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b"


ORGAN = rf"(?:{either(SEVERAL)}\s+{either(GROUPS)}|{either(ORGANS)})"
BEGINS = re.compile(rf"^(?!(?:{VERBS})\b){ORGAN}", re.I)
VERB = re.compile(rf"(?<!\w)(?:{VERBS})(?!\w)")  # a capital marks a name: Sở Xây dựng
LEADS = re.compile(
    r"^(?P<who>.+?)\s*(?:,\s)?(?:chủ trì|là (?:cơ quan|đơn vị) chủ trì|làm đầu mối)\b", re.I | re.S
)
WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?P<who>.+)", re.I | re.S)
GIVEN = re.compile(
    rf"\b[Gg]iao (?:cho )?(?P<who>{ORGAN}[^;.:]{{0,100}}?)\s+(?=chủ trì|phối hợp|có trách nhiệm)"
)
NAMES = re.compile(
    r"(?<=ban )(?:chỉ đạo|quản lý|kiểm tra|tổ chức|tuyên giáo và dân vận|vận động|tiếp công dân"
    r"|giám sát|điều hành)"
    r"|lãnh đạo|(?<=đoàn )(?:kiểm tra|giám sát)|(?<=tổ )(?:công tác|giúp việc|thẩm định|kiểm"
    r" tra|đề án)"
    r"|(?<=phòng )(?:tổ chức|quản lý|kiểm tra|thông tin|thanh tra|tiếp công dân)|trực tiếp|kiểm"
    r" tra (?=đảng|tỉnh)"
    r"|(?<=trung tâm )(?:hướng dẫn|phục vụ|cung cấp|kiểm|đào tạo|hỗ trợ)"
    r"|tổ chức (?=chính trị|đảng|đoàn|công đoàn|hội|hành chính)"
    r"|(?<=các )tổ chức|phụ trách (?=công|lĩnh)|(?<=thành viên )tổ|(?<=đối tượng )thực hiện"
    r"|trực thuộc"
    r"|(?<=được )\w+ \w+|tham mưu, (?=giúp)|giám sát và phản biện|quan tâm",
    re.I,
)
LAST_BRACKETS = re.compile(r"\((?P<who>[^()]{3,120})\)\s*[.;]?(?:/\.)?$")
LED_BY = re.compile(
    rf"(?:[:;(]\s*|\.\s+)(?:do\s"
    rf"|giao\s)?(?P<who>(?!(?:{VERBS})\b){ORGAN}[^:;,.()]{{0,90}}?)\s+chủ trì\b",
    re.I,
)
PEOPLE = re.compile(r"(?:toàn thể )?đội ngũ|học sinh|cha mẹ|người lao động", re.I)
ATTRIBUTES = re.compile(r"tham mưu|quản lý|phụ trách|thực hiện|được giao|giúp việc")
SPOKEN_TO = re.compile(r"các\b|mỗi\b|đề nghị\b|yêu cầu\b|giao\b|nhà trường\b")
CLAUSE_FIRST = re.compile(
    r"^(?:trên cơ sở|căn cứ|theo(?! dõi)|hằng|hàng|định kỳ|trong|để|nhằm|ngoài|đến|trước|sau"
    r"|khi|tùy|với)\b",
    re.I,
)
WITH_NAME = vietnamese(r"\w+\s+[A-ZĐÀ-Ỹ]")
NAME_THEN_COLON = re.compile(r"^(?P<who>[^:.;]{2,140}?)(?:\s*\([^)]*\))?\s*:\s")
HAS_TO = re.compile(
    r"\s+(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện (?:các )?nhiệm vụ(?: sau)?)$",
    re.I,
)
LONGEST = 140
MANY = 3


@dataclass(frozen=True)
class Owners:
    lead: tuple[str, ...] = ()
    co: tuple[str, ...] = ()

    @property
    def fan_out(self) -> bool:
        return many(self.lead)


NOBODY = Owners()


def many(lead: tuple[str, ...]) -> bool:
    return len(lead) >= MANY or any(PLURAL.search(who) for who in lead)


def stated(lead: str, co: str = "") -> Owners:
    """What the labels or columns say; "X chủ trì, phối hợp với Y" says both at once."""
    lead = re.sub(r"^[-+]\s*", "", lead.strip())
    if found := LEADS.match(lead):
        with_whom = WITH.search(lead[found.end() :])
        together = with_whom["who"] if with_whom else ""
        return Owners(named(found["who"]), named(co or cut(together)))
    alone, _, rest = lead.partition("phối hợp với")
    return Owners(named(alone.strip(" ,;.")), named(co or rest))


def named(words: str) -> tuple[str, ...]:
    """The bodies of a list, each whole: "Sở Giáo dục và Đào tạo" is one."""
    words = re.sub(r"^(?:phối hợp:?|với|cùng)\s+", "", words.strip(), flags=re.I)
    pieces, kept = split_at_organs(words), []
    for piece in pieces:
        piece = piece.strip(" ,.;:-–\n")
        if piece and piece not in kept:
            kept.append(piece)
    return tuple(kept)


def split_at_organs(words: str) -> list[str]:
    """At a semicolon, and at a comma or "và" before the name of another body."""
    pieces, start = [], 0
    for cut_at in re.finditer(r"\s*;\s*|\n+[-+]?\s*|\s*,\s+|\s+và\s+(?=\w)", words):
        after = words[cut_at.end() :]
        hard = ";" in cut_at[0] or "\n" in cut_at[0]
        organ = is_body(after)
        proper = organ and (after[:1].isupper() or after.lower().startswith("các "))
        if hard or (proper and not is_part_of_name(words[start : cut_at.start()], after)):
            pieces.append(words[start : cut_at.start()])
            start = cut_at.end()
    return [*pieces, words[start:]]


def is_part_of_name(before: str, after: str) -> bool:
    """ "các Phòng, Ban chuyên môn": one group, not two bodies."""
    return bool(re.match(r"các\s+\w+$", before, re.I)) and not WITH_NAME.match(after)


def spoken(text: str) -> Owners:
    """Whom the sentence itself names: "Văn phòng Sở theo dõi …", "giao X chủ trì"."""
    subject = subject_of(text) or subject_after_clause(text) or in_brackets(text)
    if subject is None and (led := LED_BY.search(text)):
        subject = led["who"]
    if subject is None and (found := GIVEN.search(text)):
        subject = found["who"]
    return Owners(named(subject) if subject else (), partners(text))


def partners(text: str) -> tuple[str, ...]:
    found = WITH.search(text)
    return named(cut(found["who"])) if found else ()


def cut(words: str) -> str:
    """A body's name ends where the next verb or clause begins."""
    end = re.search(
        rf"[:.(]|;(?!\s*{ORGAN})|,\s(?=(?:" + VERBS + r")\b)|\s(?=trong việc|để\b|nhằm)", words
    )
    words = words[: end.start()] if end else words
    verb = VERB.search(without_offices(words))
    return (words[: verb.start()] if verb else words)[:LONGEST].strip(" ,")


def subject_after_clause(text: str) -> str | None:
    """ "Căn cứ Kế hoạch này, các phòng, đơn vị xây dựng …"."""
    if not CLAUSE_FIRST.match(text):
        return None
    for comma in re.finditer(r",\s+", text[: 2 * LONGEST]):
        rest = text[comma.end() :]
        if "phối hợp" in text[: comma.start()]:
            return None
        if (rest[:1].isupper() or SPOKEN_TO.match(rest)) and (subject := subject_of(rest)):
            return subject
    return None


def in_brackets(text: str) -> str | None:
    """ "Đề án sắp xếp đơn vị (Sở Nội vụ chủ trì)."."""
    found = LAST_BRACKETS.search(text)
    if found is None:
        return None
    words = re.split(r"\s+(?:chủ trì|thực hiện|tham mưu|trình)\b", found["who"])[0].strip()
    return words if is_body(words) and not VERB.search(without_offices(words)) else None


def is_body(words: str) -> bool:
    """Whether words begin with somebody who can act."""
    return bool(BEGINS.match(words)) and not NO_ORGANS.match(words)


def subject_of(text: str) -> str | None:
    """The body at the head of the sentence, up to the verb."""
    bare = ADDRESSED.sub("", text).strip()
    if not is_body(bare):
        return None
    if (named_first := NAME_THEN_COLON.match(bare)) and not VERB.search(
        without_offices(named_first["who"])
    ):
        return named_first["who"].strip()
    head = bare[: LONGEST * 2]
    for verb in VERB.finditer(without_offices(head)):
        before = head[: verb.start()].rstrip()
        if before.endswith(":") or (
            verb.start() > 2 and not before.endswith((" và", " công tác", " ban"))
        ):
            subject = re.split(r"[:(]", before)[0].strip(" ,–-")
            return (
                subject
                if 2 <= len(subject) <= LONGEST and not re.search(r"[.;]", subject)
                else None
            )
    return None


def heading_owner(text: str) -> str | None:
    """A heading that is a body: "6. Thủ trưởng các đơn vị trực thuộc Sở", "Trách nhiệm của …"."""
    bare = re.sub(r"\s*\([^)]*\)", "", ADDRESSED.sub("", text).strip()).strip(" :.;")
    bare = HAS_TO.sub("", bare)
    if not bare or len(bare) > LONGEST:
        return None
    if OF_A_BODY.match(text):
        return bare if is_body(bare) or PEOPLE.match(bare) else None
    if not is_body(bare) or re.search(r":\s*\S", bare):
        return None
    words = without_offices(bare)
    if text.strip()[-1:] not in ".;" and len(bare.split()) <= 14:
        words = ATTRIBUTES.sub("", words)
    return None if VERB.search(words) else bare


def without_offices(words: str) -> str:
    """Verbs inside names hidden, every letter in its place: Ban Chỉ đạo, Ban Quản lý."""
    return NAMES.sub(lambda found: "x" * len(found[0]), words)
