"""A Word template with its places filled; letters, tables and pictures around them stay."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from portal.documents.placeholders import PLACE, put


def fill(template: bytes, values: dict[str, str]) -> bytes:
    """Every place whose value is known; a paragraph of nothing but empty places goes."""
    document = Document(BytesIO(template))
    for paragraph in [*paragraphs_of(document)]:
        if "{{" in text_of(paragraph):
            fill_paragraph(paragraph, values)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def paragraphs_of(document: Any) -> Iterator[Paragraph]:
    """In the order in which they are read: the body with its tables, then heads and feet."""
    for part in parts_of(document):
        for element in part.iter(qn("w:p")):
            yield Paragraph(element, document)


def parts_of(document: Any) -> Iterator[Any]:
    yield document.element.body
    for section in document.sections:
        heads = (section.header, section.first_page_header, section.even_page_header)
        feet = (section.footer, section.first_page_footer, section.even_page_footer)
        for part in (*heads, *feet):
            if not part.is_linked_to_previous:
                yield part._element


def text_of(paragraph: Paragraph) -> str:
    return "".join(run.text for run in runs_of(paragraph))


def runs_of(paragraph: Paragraph) -> list[Run]:
    """Its own, also those of links, boxes for content and insertions; not what is crossed out."""
    own = paragraph._element
    return [Run(each, paragraph) for each in own.iter(qn("w:r")) if belongs(each, own)]


def belongs(run: Any, paragraph: Any) -> bool:
    """Not to a paragraph within it (a text box), and not deleted."""
    above = run.iterancestors(qn("w:p"), qn("w:del"))
    return next(above, None) is paragraph


def fill_paragraph(paragraph: Paragraph, values: dict[str, str]) -> None:
    whole = text_of(paragraph)
    if PLACE.sub("", whole).strip() == "" and put(whole, values).strip() == "":
        return drop(paragraph)
    for _ in range(whole.count("{{")):
        fill_first(paragraph, values)
    split_lines(paragraph)
    return None


def fill_first(paragraph: Paragraph, values: dict[str, str]) -> None:
    """The first place that a value is known for: Word cuts words into runs wherever it likes."""
    runs = runs_of(paragraph)
    text = "".join(run.text for run in runs)
    for place in PLACE.finditer(text):
        words = put(place[0], values)
        if words != place[0]:
            write_over(runs, place.start(), place.end(), words)
            return


def write_over(runs: list[Any], start: int, end: int, words: str) -> None:
    """What stood between two letters of the paragraph, in the hand of its first run."""
    at = 0
    for run in runs:
        length = len(run.text)
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            run.text = run.text[:first] + words + run.text[last:]
            words = ""
        at += length


def split_lines(paragraph: Paragraph) -> None:
    """A value of several lines is several paragraphs of the same shape."""
    lines = text_of(paragraph).split("\n")
    if len(lines) == 1 or len(runs_of(paragraph)) != 1:
        return
    for words in reversed(lines[1:]):
        if not words.strip():
            continue
        copied = deepcopy(paragraph._element)
        paragraph._element.addnext(copied)
        runs_of(Paragraph(copied, paragraph._parent))[0].text = words
    runs_of(paragraph)[0].text = lines[0]


def drop(paragraph: Paragraph) -> None:
    """Of a table's cell the last paragraph stays, empty: Word would not open it otherwise."""
    element = paragraph._element
    parent = element.getparent()
    if parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1:
        for run in runs_of(paragraph):
            run.text = ""
    else:
        parent.remove(element)
