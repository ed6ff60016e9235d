"""The guide where one stands: `{% load guide %}`."""

from django import template
from django.urls import NoReverseMatch, reverse

from portal.views.guide.chapters import section_for

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_here(context) -> str:
    """The section about this page; else the table of contents, where there is a guide at all."""
    request = context.get("request")
    found = section_for(request.path) if request else None
    try:
        if not found:
            return reverse("guide")
        return f"{reverse('guide-chapter', args=[found[0]])}#{found[1]}"
    except NoReverseMatch:
        return ""
