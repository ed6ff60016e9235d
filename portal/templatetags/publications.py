"""What the pages of the public site say of themselves: `{% load publications %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def rich(article: Any) -> SafeString:
    """The text of an article: its verbs let nothing be stored but what `rich_text` allows."""
    return mark_safe(article.body)  # noqa: S308
