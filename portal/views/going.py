"""From where somebody asks, where they were going, and what they had typed on the way."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from portal import drafts
from portal.submissions import Submission


def where_to(request: HttpRequest) -> str:
    return local_address(request) or settings.LOGIN_REDIRECT_URL


def local_address(request: HttpRequest) -> str:
    """`next` leads to a page of this portal or nowhere."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_local = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_local and address.startswith("/") else ""


def way_back(request: HttpRequest) -> str:
    """Where one was, with what was sent set aside for after the question."""
    if request.method != "POST":
        return request.get_full_path()
    token = set_aside(request)
    return f"{request.path}?{urlencode({drafts.PARAMETER: token})}" if token else request.path


def set_aside(request: HttpRequest) -> str:
    """What was sent, for after the question; a remark on a slip that is read in person is not."""
    return "" if about_what_is_read_in_person(request) else drafts.set_aside(request)


def about_what_is_read_in_person(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or match.url_name != "submission":
        return False
    return Submission.objects.filter(pk=match.kwargs["pk"], in_person=True).exists()


def client_address(request: HttpRequest) -> str:
    """Behind the proxy of production the last hop that the proxy itself wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return (forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", ""))[:60]
