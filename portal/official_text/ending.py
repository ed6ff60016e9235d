"""The foot of a document: to whom it goes, who signed it and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.official_text.letters import vietnamese
from portal.official_text.lines import Line
from portal.official_text.wording import ANNEX

RECIPIENTS = re.compile(r"^Nơi nhận\s*:?\s*(?P<first>.*)$", re.I)
AUTHORITY = r"(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ)(?:\s?\.\s?|\s)|Q\.\s?)"
OFFICE = (
    r"(?:PHÓ\s|QUYỀN\s|Q\.\s?)?(?:GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|THỦ TƯỚNG|BỘ"
    r" TRƯỞNG|THỨ TRƯỞNG"
    r"|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG|THỦ TRƯỞNG|VIỆN TRƯỞNG|TỔNG|HỘI TRƯỞNG|CHỦ NHIỆM|TRƯỞNG PHÒNG"
    r"|THƯỜNG TRỰC)"
)
POSITION = vietnamese(rf"^\**(?:{AUTHORITY}[A-ZĐÀ-Ỹ]|{OFFICE}\b)")
LAST_OFFICE = vietnamese(rf"{OFFICE}[A-ZĐÀ-Ỹ ,-]*$")
NAME = vietnamese(
    r"^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+\s){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]+$|^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s){2,4}[A-ZĐÀ-Ỹ]$"
)
MERGED = vietnamese(
    rf"^(?P<position>{AUTHORITY}?[A-ZĐÀ-Ỹ .,/-]{{4,}}?)\s+"
    rf"(?P<name>(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]+\s?){{2,5}})$"
)
SEALED = re.compile(r"^\(?(?:đã ký|ký tên|chữ ký|ký, đóng dấu)", re.I)


@dataclass(frozen=True)
class Ending:
    """What stands after the end of the text."""

    recipients: tuple[str, ...] = ()
    signer: str | None = None
    position: str | None = None


def read_ending(lines: Sequence[Line]) -> Ending:
    recipients: list[str] = []
    signer = position = None
    listing = recipients_began = False
    for line in lines:
        if ANNEX.match(line.text) or line.table is not None or (signer and line.label.rank < 1.0):
            break
        head = RECIPIENTS.match(line.text)
        merged = MERGED.match(line.text) if len(line.text) < 120 else None
        if head:
            listing = recipients_began = True
            recipients += [head["first"]] if head["first"] else []
        elif merged and not line.label.words:
            position, signer, listing = office(merged["position"]), merged["name"].strip(), False
        elif is_signature(line):
            position, listing = office(line.text), False
        elif NAME.match(line.text) and not line.label.words and (position or not listing):
            signer = line.text
        elif (listing or (recipients_began and line.label.is_bullet)) and not SEALED.match(
            line.text
        ):
            recipients.append(line.text)
    return Ending(tuple(tidy(each) for each in recipients if tidy(each)), signer, position)


def is_signature(line: Line) -> bool:
    """GIÁM ĐỐC, TM. ỦY BAN NHÂN DÂN: in capitals, on a line of its own."""
    if line.label.words or len(line.text) >= 60:
        return False
    return bool(POSITION.match(line.text)) and line.text[:6].isupper()


def office(words: str) -> str:
    """KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC on one line: the last is the signer's own."""
    words = words.strip(" *.,")
    own = LAST_OFFICE.findall(words)
    split = re.split(r"\s(?=PHÓ\s)", words)
    if re.match(AUTHORITY, words) and len(split) > 1:
        return split[-1].strip()
    return words if own or words else ""


def tidy(words: str) -> str:
    return words.strip().rstrip(";.,").rstrip(";").strip()
