"""Whoever opens a letter, a case, a visit or takes a list away leaves a line of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.sights import look

RECORD = re.compile(r"(?P<kind>don|vu-viec|tiep-dan|to-cao)/<slug:code>/")
TAKEN_AWAY = re.compile(r"(don|vu-viec|tiep-dan)/xuat-(excel|csv)/|nhat-ky/tep/")


class Seeing:
    """After the answer is made and before it is given."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 200 and (stream := stream_of(request)):
            look(stream, by=request.user.key, at=timezone.now())
        return response


def stream_of(request: HttpRequest) -> str:
    """As the register of acts names it; '' for what tells of nobody, and for strangers."""
    found = request.resolver_match
    if found is None:
        return ""
    record = RECORD.match(found.route)
    if not (record or TAKEN_AWAY.fullmatch(found.route)) or not request.user.is_authenticated:
        return ""
    return f"{record['kind']}/{found.kwargs['code']}"[:100] if record else found.route.strip("/")
