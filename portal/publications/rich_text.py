"""The text of an article: a short list of tags, and the same text as marks for a plain box.

What is stored has been cleaned; nothing that comes in from a browser is stored as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

import nh3

from portal.publications.marks import Marks

TAGS = {"p", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a", "br"}
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}
WITHOUT_CONTENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math"}
SAME = {"div": "p", "b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
SPELLED = re.compile(rf"<(/?)({'|'.join(SAME)})\b", re.IGNORECASE)
GAP = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
EMPTY = re.compile(r"<(p|h2|h3|li|blockquote)>(?:\s|&nbsp;|<br>)*</\1>")
TAG = re.compile(r"<[^>]+>")

HEADINGS = (("### ", "h3"), ("## ", "h2"))
NUMBERED = re.compile(r"\d{1,3}\. ")
LINK = re.compile(r"\[([^\]\n]+)\]\(([^\s()]+)\)")
STRONG = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")


def cleaned(html: str) -> str:
    """Only what the list allows; other tags go, scripts go with what stands in them."""
    spelled = SPELLED.sub(lambda tag: f"<{tag[1]}{SAME[tag[2].lower()]}", html)
    kept = nh3.clean(
        GAP.sub("</p><p>", spelled),
        tags=TAGS,
        clean_content_tags=WITHOUT_CONTENT,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
    )
    return EMPTY.sub("", kept).strip()


def from_marks(text: str) -> str:
    """A plain text: a blank line begins a paragraph, “## ” a heading, “- ” a list."""
    blocks = (block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.strip()))
    return cleaned("".join(block_of(block) for block in blocks if block.strip()))


def block_of(block: str) -> str:
    lines = [line.strip() for line in block.split("\n")]
    for mark, tag in HEADINGS:
        if lines[0].startswith(mark):
            rest = block_of("\n".join(lines[1:])) if lines[1:] else ""
            return f"<{tag}>{inline(lines[0][len(mark) :])}</{tag}>{rest}"
    if all(line.startswith("- ") for line in lines):
        return f"<ul>{''.join(items(line[2:] for line in lines))}</ul>"
    if all(NUMBERED.match(line) for line in lines):
        return f"<ol>{''.join(items(NUMBERED.sub('', line, count=1) for line in lines))}</ol>"
    if all(line.startswith("> ") for line in lines):
        return f"<blockquote>{'<br>'.join(inline(line[2:]) for line in lines)}</blockquote>"
    return f"<p>{'<br>'.join(map(inline, lines))}</p>"


def items(lines: Iterator[str]) -> Iterator[str]:
    return (f"<li>{inline(line)}</li>" for line in lines)


def inline(line: str) -> str:
    safe = LINK.sub(r'<a href="\2">\1</a>', escape(line))
    return EMPHASIS.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", safe))


def to_marks(html: str) -> str:
    """The way back, for a browser without script and for whoever reads a submission."""
    reader = Marks()
    reader.feed(html)
    return reader.text()


def in_short(html: str, *, longest: int = 240) -> str:
    """The first words, without any marks."""
    words = " ".join(unescape(TAG.sub(" ", html)).split())
    if len(words) <= longest:
        return words
    return f"{words[:longest].rsplit(' ', 1)[0]}…"
