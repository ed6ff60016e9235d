"""Reads the text of an article and writes it down with marks that people can type."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BEFORE = {"h2": "## ", "h3": "### ", "p": "", "blockquote": "> "}
AROUND = {"strong": "**", "em": "*"}
GAPS = re.compile(r"\n{3,}")


class Marks(HTMLParser):
    """One pass over tags that `rich_text` let through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[int | None] = []
        self.address = ""
        self.quoted = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BEFORE:
            self.quoted = self.quoted or tag == "blockquote"
            self.parts.append(BEFORE[tag])
        elif tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.parts.append(self.bullet())
        elif tag == "br":
            self.parts.append("\n> " if self.quoted else "\n")
        elif tag == "a":
            self.address = dict(attrs).get("href") or ""
            self.parts.append("[")
        else:
            self.parts.append(AROUND.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in BEFORE:
            self.quoted = self.quoted and tag != "blockquote"
            self.parts.append("\n\n")
        elif tag in ("ul", "ol"):
            self.lists = self.lists[:-1]
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n")
        elif tag == "a":
            self.parts.append(f"]({self.address})")
        else:
            self.parts.append(AROUND.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("\n", " "))

    def bullet(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "- "
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "

    def text(self) -> str:
        return GAPS.sub("\n\n", "".join(self.parts)).strip()
