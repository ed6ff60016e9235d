"""Plans in templates: cited documents as links, bars of a timeline: `{% load planning %}`."""

from collections.abc import Mapping

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.instruments.citing import citations

register = template.Library()


@register.simple_tag
def cited(words: str, linked: Mapping) -> SafeString:
    """The words with every known instrument as a link; an unknown one stays as it is."""
    parts, at = [], 0
    for citation in citations(words):
        rows = [row for row in linked.get(citation.key, ()) if citation.fits(row)]
        if len(rows) != 1:
            continue
        parts.append(conditional_escape(words[at : citation.start]))
        parts.append(link_to(rows[0], words[citation.start : citation.end]))
        at = citation.end
    parts.append(conditional_escape(words[at:]))
    return mark_safe("".join(parts).replace("\n", "<br>"))  # noqa: S308


def link_to(instrument, words: str) -> SafeString:
    return format_html(
        '<a href="{}" title="{}">{}</a>', instrument.get_absolute_url(), instrument.title, words
    )


@register.simple_tag
def gantt_bar(bar, today: float | None) -> SafeString:
    """A task between its first and its last day; a fine line is today."""
    line = (
        format_html('<line class="dt" x1="{0}%" x2="{0}%" y1="0" y2="100%"/>', today)
        if today is not None
        else ""
    )
    return format_html(
        '<svg class="now-line" aria-hidden="true">{}</svg>'
        '<svg class="bar" aria-hidden="true"><rect class="{}" x="{}%" width="{}%" height="100%"/>'
        "</svg>",
        line,
        bar.kind,
        bar.x,
        bar.width,
    )
