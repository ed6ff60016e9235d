"""The filter bar's long choices, drawn once: they are the same for every reader."""

from collections.abc import Sequence
from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def options(choices: Sequence[tuple[str, str]], value: str) -> SafeString:
    drawn, chosen = _drawn(tuple(choices)), format_html('<option value="{}"', value)
    return mark_safe(drawn.replace(f"{chosen}>", f"{chosen} selected>", 1))  # noqa: S308


@lru_cache(maxsize=64)
def _drawn(choices: tuple[tuple[str, str], ...]) -> str:
    return str(format_html_join("", '<option value="{}">{}</option>', choices))
