"""The mark beside a figure that nobody has held against the paper it comes from."""

from django import template
from django.utils.safestring import SafeString

from portal.deadlines import MEMORY, confirmations
from portal.publications.grounds import Ground

register = template.Library()
UNCHECKED = SafeString('<a class="tag soon" href="/danh-muc/#cong-khai">căn cứ chưa kiểm tra</a>')
MARK = SafeString(' <span class="tag soon">theo trí nhớ, cần kiểm</span>')


@register.simple_tag
def unchecked(known_from: str) -> str:
    return MARK if known_from == MEMORY else ""


@register.simple_tag
def who_compared(ground: Ground) -> str:
    """For staff: who held it against the text of the law, or that nobody has."""
    return confirmations().get((ground.code, ground.since), "") or UNCHECKED
