"""The mark beside a figure that nobody has held against the paper it comes from."""

from django import template
from django.utils.safestring import SafeString

from portal.deadlines import MEMORY

register = template.Library()
MARK = SafeString(' <span class="tag soon">theo trí nhớ, cần kiểm</span>')


@register.simple_tag
def unchecked(known_from: str) -> str:
    return MARK if known_from == MEMORY else ""
