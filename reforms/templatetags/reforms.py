"""Values of indicators as they are written."""

from typing import Any

from django import template

from portal.text import number
from reforms.models.indicator.parts import said as written

register = template.Library()


@register.filter
def said(value: Any) -> str:
    """97,5; of nothing: —"""
    return written(value)


@register.filter
def without_sign(value: Any) -> str:
    return number(abs(value)) if isinstance(value, int) else written(abs(value))


@register.filter
def two(value: Any) -> str:
    """10,00: what is compared with a whole per cent shows that it is exactly that."""
    return number(value, places=2)


@register.filter
def signed(value: Any) -> str:
    """+1,2, −0,4; of nothing: —"""
    if value is None:
        return written(value)
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{written(abs(value))}"
