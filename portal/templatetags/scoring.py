"""Points in templates: `{% load scoring %}`."""

from decimal import Decimal

from django import template

from portal import text

register = template.Library()


@register.filter
def points(value: Decimal | None) -> str:
    """96,5: no zeros behind the comma that say nothing."""
    return "" if value is None or value == "" else text.number(Decimal(value).normalize())
