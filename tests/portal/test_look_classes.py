"""Templates and sheets know each other: no class without a drawing."""

import re
from pathlib import Path

from django.conf import settings

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
SHEETS = "".join(file.read_text() for file in Path(settings.BASE_DIR, "static/css").glob("*.css"))
DRAWN = set(re.findall(r"\.([a-z][\w-]*)", SHEETS))
MEANT_FOR_PROGRAMS = {"js"}


def classes_in(template: str) -> set[str]:
    """Those written out; what a variable says is left to the page's own test."""
    lists = re.findall(r'class="((?:[^"{]|{%.*?%}|{{.*?}})*)"', template)
    words = {
        word for one in lists for word in re.sub(r"[\w-]*{{.*?}}[\w-]*|{%.*?%}", " ", one).split()
    }
    return words - MEANT_FOR_PROGRAMS


def test_every_class_of_a_template_is_drawn():
    undrawn = {
        f"{file.relative_to(settings.BASE_DIR)}: {name}"
        for file in TEMPLATES
        for name in classes_in(file.read_text()) - DRAWN
    }
    assert undrawn == set()


def test_a_class_that_nobody_draws_would_be_seen():
    source = '<p class="panel{% if x %} late{% endif %} alert-danger {{ kind }}"></p>'
    assert classes_in(source) - DRAWN == {"alert-danger"}
