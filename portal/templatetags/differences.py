"""Two texts word by word: what went and what came. `{% load differences %}`."""

from difflib import SequenceMatcher
from re import findall

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

MOST_WORDS = 20_000


@register.simple_tag
def difference(before: str, after: str) -> SafeString:
    """The later text with its new words in <ins>, and the words it lost in <del>."""
    old, new = findall(r"\s+|\S+", before), findall(r"\s+|\S+", after)
    if len(old) + len(new) > MOST_WORDS:
        return format_html("<del>{}</del><ins>{}</ins>", before, after)
    return format_html_join("", "{}", ((part,) for part in _parts(old, new)))


def _parts(old: list[str], new: list[str]):
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "".join(new[c:d])
            continue
        if a < b:
            yield format_html("<del>{}</del>", "".join(old[a:b]))
        if c < d:
            yield format_html("<ins>{}</ins>", "".join(new[c:d]))
