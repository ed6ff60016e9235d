"""What every request passes: a number for the log, the strict headers, and calm in an outage.

The content security policy keeps the names of Django 6 (`SECURE_CSP`, `csp_override`), so that
this half of the file can go when the portal moves there.
"""

import json
import logging
import secrets
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from portal.measures import tally
from portal.views import faults

Next = Callable[[HttpRequest], HttpResponse]
request_id: ContextVar[str] = ContextVar("request_id", default="-")
requests = logging.getLogger("portal.requests")

NONE, SELF = "'none'", "'self'"
POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
}
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
STILL_TOLD = ("HTTP_HOST", "HTTP_X_FORWARDED_PROTO")
"""What a request to the box keeps of its headers: enough to be answered over https."""
FIXED_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class RequestId:
    """Numbers the request, for the answer's header and for every line of the log."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        mark = request_id.set(secrets.token_hex(6))
        request.META[faults.NUMBER] = request_id.get()
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            if not is_unseen(request):
                note(request, response, time.perf_counter() - started)
            return response
        finally:
            request_id.reset(mark)


def note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """The route, never what stands in it: an address may hold a name or a one-time link."""
    route = route_of(request)
    facts = {"method": request.method, "route": route, "status": response.status_code}
    tally.count(route, method=known_method(request), status=response.status_code, seconds=seconds)
    requests.info("request", extra={"facts": facts | {"ms": round(seconds * 1000, 1)}})


def route_of(request: HttpRequest) -> str | None:
    return request.resolver_match.route if request.resolver_match else None


def known_method(request: HttpRequest) -> str:
    """Anything may be sent as a method: a monitor keeps no list of what somebody thought up."""
    return request.method if request.method in METHODS else "other"


class Unseen:
    """Before the session: what comes to the box has no cookie, no address, no browser.

    Whoever has signed in is a stranger here; no answer leaves a cookie behind, nor tells the next
    page where its reader came from. The portal's own log has no line of it.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_unseen(request):
            return self.get_response(request)
        forget_the_sender(request)
        response = self.get_response(request)
        response.cookies.clear()
        response["Referrer-Policy"] = "no-referrer"
        return response


def is_unseen(request: HttpRequest) -> bool:
    return request.path.startswith(settings.UNSEEN)


def forget_the_sender(request: HttpRequest) -> None:
    told = [name for name in request.META if name.startswith("HTTP_") and name not in STILL_TOLD]
    for name in (*told, "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER"):
        request.META.pop(name, None)
    request.META["REMOTE_ADDR"] = ""
    request.__dict__.pop("headers", None)
    request.__dict__.pop("COOKIES", None)


class JsonLines(logging.Formatter):
    """One JSON object a line, with the request it belongs to.

    What a fault says is left out: a database repeats the row that it refuses, a parser what was
    typed. Where it happened and of which kind it was stands in the trace.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": request_id.get(),
            "message": said(record),
        } | getattr(record, "facts", {})
        if record.exc_info:
            line["trace"] = trace(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def said(record: logging.LogRecord) -> str:
    """Django's own line of a failed request repeats its address."""
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        return f"{record.levelname.capitalize()} {request.method} {route_of(request)}"
    return record.getMessage()


def trace(fault: BaseException | None) -> list[str]:
    """The newest fault first, each with the places that it came through."""
    lines: list[str] = []
    while fault is not None:
        frames = traceback.extract_tb(fault.__traceback__)
        lines += [type(fault).__qualname__]
        lines += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames)]
        fault = fault.__cause__ or fault.__context__
    return lines


class SecurityHeaders:
    """On every answer, error pages too; static files alone may be kept by the browser."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in FIXED_HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", policy_of(response))
        if not request.path.startswith(settings.STATIC_URL):
            patch_cache_control(response, no_store=True)
        return response


def policy_of(response: HttpResponse) -> str:
    policy = getattr(response, "_csp_config", None)
    chosen = getattr(settings, "SECURE_CSP", POLICY) if policy is None else policy
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in chosen.items())


def csp_override(policy: dict[str, list[str]]) -> Callable:
    """For a view that needs another policy: `csp_override(POLICY | {…})`."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(*args, **kwargs) -> HttpResponse:
            response = view(*args, **kwargs)
            response._csp_config = policy
            return response

        return answer

    return decorate


class SaidOnce(CookieStorage):
    """What the next page says, in a cookie that no neighbour can set, nor take back."""

    @property
    def cookie_name(self) -> str:  # type: ignore[override]
        return f"{settings.COOKIE_PREFIX}messages"


class Messages(FallbackStorage):
    storage_classes = (SaidOnce, SessionStorage)


class Outage:
    """A database on its way down or up, or a full disk, is a 503 with a telephone number."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return faults.unavailable(request) if faults.is_outage(problem) else None
