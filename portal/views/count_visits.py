"""Public pages that strangers open are counted: two numbers a day, nothing about anybody."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.publications.counting import tally

PROGRAMS = re.compile(r"bot|crawl|spider|slurp|monitor", re.IGNORECASE)


class CountVisits:
    """After the answer: what was not a page for a stranger is not counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_visited(request, response):
            came_from = request.META.get("HTTP_REFERER", "")
            begins = not came_from.startswith(request.build_absolute_uri("/"))
            tally.note(on=timezone.localdate(), begins=begins)
        return response


def is_visited(request: HttpRequest, response: HttpResponse) -> bool:
    """Neither a program's visit, nor one of somebody signed in, nor one that nobody may see."""
    if request.method != "GET" or response.status_code != 200 or not request.resolver_match:
        return False
    if settings.SESSION_COOKIE_NAME in request.COOKIES or request.path.startswith(settings.UNSEEN):
        return False
    is_public = not getattr(request.resolver_match.func, "login_required", True)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return is_public and is_page and not PROGRAMS.search(request.META.get("HTTP_USER_AGENT", ""))
