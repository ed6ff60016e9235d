"""Values of indicators as they are written."""

from typing import Any

from django import template

from reforms.models.indicator.parts import said as written

register = template.Library()


@register.filter
def said(value: Any) -> str:
    """97,5; of nothing: —"""
    return written(value)


@register.filter
def without_sign(value: Any) -> str:
    return written(abs(value))
