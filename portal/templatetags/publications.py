"""What the pages of the public site say of themselves: `{% load publications %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from portal.publications import rules
from portal.publications.drafting import can_become_article
from portal.text import number

register = template.Library()


@register.filter
def number_or_words(value: Any) -> str:
    """1.234, or what stands for a small number."""
    return number(value) if isinstance(value, int) else str(value)


@register.simple_tag
def rich(article: Any) -> SafeString:
    """The text of an article: its verbs let nothing be stored but what `rich_text` allows."""
    return mark_safe(article.body)  # noqa: S308


@register.simple_tag(takes_context=True)
def article_way(context: Any, record: Any) -> str:
    """Where this reader begins an article about the record; '' where there is no such way."""
    user = getattr(context.request, "user", None)
    if not can_become_article(record) or not rules.composes(user, on=timezone.localdate()):
        return ""
    return f"{reverse('article-new')}?{urlencode({'tu': record.stream})}"
