"""The Word template of a form, made of its data: what is reviewed is the text, not a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Mm, Pt

from portal.documents.forms import LETTER, NAMED, PERSONAL, Form
from portal.documents.layout import (
    ISSUER_WIDTH,
    JUSTIFY,
    LEFT,
    ROOM_TO_SIGN,
    RULE_OF_ISSUER,
    STATE_WIDTH,
    columns,
    line,
    rule,
    set_page,
    write_row,
    write_state,
)
from portal.paper_style import LARGEST

ARTICLE = re.compile(r"(Điều \d+[a-z]?\.)(.*)")
SECTION = re.compile(r"[IVX]+\. ")
ROW = "|"
EMPTY_ROWS = 3


def template_of(form: Form, *, size: int = LARGEST) -> bytes:
    """``size``: of the text, in points."""
    document: Any = Document()
    set_page(document, size=size)
    document.core_properties.title, document.core_properties.author = form.title, ""
    write_top(document, form)
    write_title(document, form)
    write_body(document, form.body)
    write_end(document, form)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def write_top(document: Any, form: Form) -> None:
    if form.shape == PERSONAL:
        write_state(document)
        return line(document, "{{địa danh}}, {{ngày ký}}", italic=True)
    issuer, state = columns(document, ISSUER_WIDTH, STATE_WIDTH)
    line(issuer, "{{cơ quan cấp trên}}", size=13)
    line(issuer, "{{cơ quan ban hành}}", bold=True, size=13)
    rule(issuer, RULE_OF_ISSUER)
    if form.is_numbered:
        letters = f"{form.symbol}-" if form.symbol else ""
        line(issuer, f"Số:         /{letters}{{{{ký hiệu}}}}", size=13)
    if form.shape == LETTER and form.about:
        line(issuer, f"V/v {form.about}", size=12)
    write_state(state)
    line(state, "{{địa danh}}, {{ngày ký}}", italic=True)
    return None


def write_title(document: Any, form: Form) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    if form.shape != LETTER:
        line(document, heading_of(form).upper(), bold=True)
        if form.about:
            line(document, form.about, bold=True)
        line(document, "", size=6)


def heading_of(form: Form) -> str:
    """The name of the kind: what it is about follows below it."""
    return form.title.partition(" về ")[0] if form.about else form.title


def write_body(document: Any, body: str) -> None:
    for kind, rows in blocks(body):
        if kind == "table":
            write_grid(document, rows)
        else:
            write_words(document, rows[0])


def blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """Lines one by one; lines that begin with a bar are the heads of a table."""
    for words in filter(None, (each.strip() for each in body.splitlines())):
        yield ("table", words.strip(ROW).split(ROW)) if words.startswith(ROW) else ("line", [words])


def write_grid(document: Any, heads: list[str]) -> None:
    table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    write_row(table, [head.strip() for head in heads], bold=True, texts=())
    for _ in range(EMPTY_ROWS):
        write_row(table, [""] * len(heads), texts=())
    line(document, "", size=6)


def write_words(document: Any, words: str) -> None:
    if words.isupper() and words.endswith(":"):
        line(document, words, bold=True).paragraph_format.space_before = Pt(6)
        return
    if words.startswith(("Kính gửi:", "Kính mời:")):
        line(document, words).paragraph_format.space_after = Pt(8)
        return
    written = line(document, "", size=None, alignment=LEFT if words.endswith("…") else JUSTIFY)
    written.paragraph_format.first_line_indent = Mm(12.7)
    written.paragraph_format.space_after = Pt(6)
    for text, bold, italic in parts(words):
        run = written.add_run(text)
        run.bold, run.italic = bold, italic


def parts(words: str) -> Iterator[tuple[str, bool, bool]]:
    if article := ARTICLE.match(words):
        yield article[1], True, False
        yield article[2], False, False
    else:
        yield words, bool(SECTION.match(words)), words.startswith("Căn cứ ")


def write_end(document: Any, form: Form) -> None:
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    if form.signers:
        write_signers(document, form.signers)
    elif form.shape in (NAMED, LETTER):
        write_recipients_and_signature(document, form)


def write_signers(document: Any, signers: tuple[str, ...]) -> None:
    """Beside each other in twos; each signs and writes the name."""
    for at in range(0, len(signers), 2):
        for place, words in zip(columns(document), (*signers[at : at + 2], ""), strict=False):
            line(place, words.upper(), bold=True)
            line(place, "(ký, ghi rõ họ tên)" if words else "", italic=True, size=12)
            for _ in range(ROOM_TO_SIGN):
                line(place, "")


def write_recipients_and_signature(document: Any, form: Form) -> None:
    recipients, signature = columns(document)
    line(recipients, "Nơi nhận:", bold=True, italic=True, size=12, alignment=LEFT)
    for row in filter(None, form.recipients.splitlines()):
        line(recipients, row, size=11, alignment=LEFT)
    line(signature, "{{quyền hạn ký}}", bold=True)
    line(signature, "{{chức vụ người ký}}", bold=True)
    for _ in range(ROOM_TO_SIGN):
        line(signature, "")
    line(signature, "{{người ký}}", bold=True)
