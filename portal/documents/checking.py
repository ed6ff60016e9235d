"""What is wrong with a template that somebody brings, each fault with its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from docx import Document

from portal.documents.building import template_of
from portal.documents.facts import OF_EVERY
from portal.documents.filling import paragraphs_of, text_of
from portal.documents.forms import FORMS, Form
from portal.documents.placeholders import KNOWN, NEARLY, PLACE, likely, name_of, names_in

SHOWN = 90
SEALED = "sealed-petition"
BESIDE = {
    "footnotes": "chú thích chân trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "ghi chú bên lề",
}


@dataclass(frozen=True)
class Fault:
    """``at``: the paragraph, counted from 1 as Word shows them, empty ones too; 0: none."""

    at: int
    text: str
    words: str

    def __str__(self) -> str:
        return f"Đoạn {self.at} “{shortened(self.text)}”: {self.words}" if self.at else self.words


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"


def faults(template: bytes, form: Form) -> list[Fault]:
    """All of them; the template can be used when there is none."""
    texts = texts_of(template)
    found = [fault for at, text in enumerate(texts, 1) for fault in faults_in(text, at, form)]
    return [*found, *out_of_reach(template), *missing(texts, form)]


def texts_of(template: bytes) -> list[str]:
    return [text_of(paragraph) for paragraph in paragraphs_of(Document(BytesIO(template)))]


def out_of_reach(template: bytes) -> Iterator[Fault]:
    """Notes and comments are parts of their own, where nothing is filled in."""
    for part in Document(BytesIO(template)).part.package.iter_parts():
        name = part.partname.rpartition("/")[2].partition(".")[0]
        if name in BESIDE and b"{{" in part.blob:
            yield Fault(0, "", f"Chỗ điền nằm ở {BESIDE[name]}: chuyển vào lời văn.")


def faults_in(text: str, at: int, form: Form) -> Iterator[Fault]:
    for found in PLACE.findall(text):
        if words := wrong_with(name_of(found), form):
            yield Fault(at, text, words)
    if words := broken(PLACE.sub("", text)):
        yield Fault(at, text, words)


def wrong_with(name: str, form: Form) -> str:
    if not name:
        return "chỗ điền {{}} chưa ghi tên."
    if form.sealed and name in KNOWN and KNOWN[name].identifies:
        return f"{{{{{name}}}}} cho biết người tố cáo, không được có trong văn bản về tố cáo."
    if name not in KNOWN or name not in allowed_in(form):
        meant = likely(name, allowed_in(form))
        return f"không có chỗ điền tên {{{{{name}}}}}" + (
            f"; có phải {KNOWN[meant].mark}?" if meant else "."
        )
    return ""


def broken(rest: str) -> str:
    """What is left when all whole places are taken out must have no bracket of them."""
    if NEARLY.search(rest):
        return "chỗ điền thiếu một ngoặc, hoặc có khoảng trống giữa hai ngoặc; viết {{tên}}."
    if "{{" in rest:
        return "chỗ điền mở {{ mà không đóng }} trong cùng đoạn."
    if "}}" in rest:
        return "có }} mà không có {{ ở trước."
    if "{" in rest or "}" in rest:
        return "có dấu ngoặc nhọn lẻ; chỗ điền viết {{tên}}."
    return ""


def missing(texts: list[str], form: Form) -> Iterator[Fault]:
    """What a form of this kind must say, and where the portal's own template says it."""
    there = {name_of(found) for text in texts for found in PLACE.findall(text)}
    own = texts_of(template_of(form))
    for name in must_of(form):
        if name not in there:
            at = next((n for n, text in enumerate(own, 1) if KNOWN[name].mark in text), 0)
            where = f" (mẫu của Cổng có ở đoạn {at}: “{shortened(own[at - 1])}”)" if at else ""
            yield Fault(0, "", f"Thiếu chỗ điền bắt buộc {KNOWN[name].mark}{where}.")


def allowed_in(form: Form) -> set[str]:
    """Places of which something is known where this form is used: those that its kin use too."""
    wanted = families(form)
    kin = (each for versions in FORMS.values() for each in versions if families(each) & wanted)
    texts = (words for each in kin for words in (each.body, each.about, each.recipients))
    names = {*OF_EVERY, *(name for text in texts for name in names_in(text))}
    return {name for name in names if not (form.sealed and KNOWN[name].identifies)}


def families(form: Form) -> set[str]:
    return {kind.partition("-")[0] if kind != SEALED else SEALED for kind in form.of}


def must_of(form: Form) -> list[str]:
    signed = ("cơ quan ban hành", "địa danh", "người ký") if form.is_numbered else ()
    return [*dict.fromkeys([*signed, *form.must])]
