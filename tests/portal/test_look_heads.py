"""A staff page that loads something of its own keeps what every staff page loads: lock and keys."""

import re
from collections.abc import Mapping

from django.conf import settings

HEAD = re.compile(r"{% block head %}(.*?){% endblock", re.DOTALL)
PARENT = re.compile(r'{% extends "([^"]+)" %}')
STAFF = "base_staff.html"


def texts() -> dict[str, str]:
    folder = settings.BASE_DIR / "templates"
    return {str(each.relative_to(folder)): each.read_text() for each in folder.rglob("*.html")}


def stands_on_staff(name: str, pages: Mapping[str, str]) -> bool:
    parent = PARENT.search(pages[name])
    return bool(parent) and (parent[1] == STAFF or stands_on_staff(parent[1], pages))


def without_lock(pages: Mapping[str, str]) -> list[str]:
    own = {name: head[1] for name, text in pages.items() if (head := HEAD.search(text))}
    losing = [name for name, head in own.items() if "{{ block.super }}" not in head]
    return sorted(name for name in losing if stands_on_staff(name, pages))


def test_no_staff_page_loses_its_lock_and_its_keys():
    assert without_lock(texts()) == []


def test_one_that_does_is_seen():
    careless = f'{{% extends "{STAFF}" %}}{{% block head %}}<link>{{% endblock %}}'
    further = careless.replace(STAFF, "a.html")
    assert without_lock({STAFF: "", "a.html": careless, "b.html": further}) == ["a.html", "b.html"]
