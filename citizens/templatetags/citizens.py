"""Words of citizens' business for templates: `{% load citizens %}`."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag
def step_label(workflow: Any, name: str) -> str:
    """The label of a step by its name."""
    return workflow[name].label if name in workflow else name
