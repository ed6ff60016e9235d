"""The text of a paragraph as it would be printed with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from portal.official_text.word.parts import Element, child, local, value

DELETED = ("del", "moveFrom")
CHANGED = (*DELETED, "ins", "moveTo")
MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
OF_ITS_OWN = ("txbxContent",)
LEFT_OUT = ("Fallback", "pPr", "rPr", "instrText", "footnoteReference", "endnoteReference")


def text_of(element: Element) -> str:
    return "".join(pieces(element)).replace("\xad", "")


def pieces(element: Element) -> Iterator[str]:
    for each in element:
        name = local(each)
        if name == "t":
            yield each.text or ""
        elif name == "br":
            yield "" if value(each, "type") in ("page", "column") else "\n"
        elif name in MARKS:
            yield MARKS[name]
        elif name == "r" and is_hidden(each):
            continue
        elif name not in DELETED and name not in LEFT_OUT and name not in OF_ITS_OWN:
            yield from pieces(each)


def is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and value(vanish) not in ("0", "false")


def boxes_in(element: Element) -> Iterator[Element]:
    """Text boxes, each once: the copy for old readers is left out."""
    for each in element:
        name = local(each)
        if name in OF_ITS_OWN:
            yield each
        elif name not in DELETED and name != "Fallback":
            yield from boxes_in(each)


def has_changes(element: Element) -> bool:
    return any(local(each) in CHANGED for each in element.iter())


def mark_is_deleted(paragraph: Element) -> bool:
    """Its end was deleted: the next paragraph goes on in it."""
    properties = child(paragraph, "pPr", "rPr")
    return properties is not None and any(local(each) in DELETED for each in properties)
