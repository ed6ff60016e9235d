"""Whoever must have a second step and has none is led to set one up, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from portal.views.factors.session import OWED

OPEN_WITHOUT = (
    *("factors", "factor-app", "factor-codes", "factor-key"),
    *("sign-out", "lock", "unlock", "health"),
)


class SecondStepFirst:
    """Asked of the session that is read anyway: no statement more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponseRedirect | None:
        match = request.resolver_match
        if OWED not in request.session or not request.user.is_authenticated:
            return None
        if match and match.url_name in OPEN_WITHOUT:
            return None
        return HttpResponseRedirect(reverse("factors"))
