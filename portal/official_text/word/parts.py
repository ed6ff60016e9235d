"""The parts of a .docx, after the house's checks of Word packages."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from xml.etree import ElementTree

from portal.attachments.packages import check_package
from portal.official_text.blocks import Unreadable

MAIN = "word/document.xml"
Element = ElementTree.Element


def open_parts(content: bytes, name: str) -> dict[str, bytes]:
    """The parts that are read; raises ``Unreadable`` for what no office should open."""
    try:
        check_package(content, name, main=MAIN)
    except ValueError as refusal:
        raise Unreadable(str(refusal)) from refusal
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        wanted = (MAIN, "word/numbering.xml", "word/styles.xml")
        parts = {part: package.read(part) for part in wanted if part in names}
    if any(b"\x00" in part[:200] for part in parts.values()):
        raise Unreadable(f"Tệp “{name}” có đoạn mã lạ bên trong. Xin in ra PDF rồi gửi lại.")
    return parts


def tree(part: bytes | None) -> Element | None:
    return ElementTree.fromstring(part) if part else None  # noqa: S314 - no DTD gets this far


def local(element: Element) -> str:
    """The name without its namespace: transitional and strict files differ only there."""
    return bare(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=4096)
def bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along these names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return next(
        (text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None
    )


def number(element: Element | None, default: int = 0) -> int:
    text = value(element)
    return int(text) if text is not None and text.lstrip("-").isdecimal() else default
