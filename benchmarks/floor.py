"""The floor page A and the scales: what a request costs its worker and its database backend.

A is the smallest signed-in page: session, user, one indexed query, a table of 25 rows. Costs are
instructions where the processor counts them (`perf stat -e instructions:u`), else CPU time; both
as a ratio to A, taken in turns with it, so that a busy machine slows both.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/floor.py
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time_ns, sleep
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, engines
from django.urls import path

from citizens.models import Case
from portal.people import User
from portal.urls import (  # noqa: F401  the handlers of the portal itself
    handler400,
    handler403,
    handler404,
    handler500,
)
from portal.urls import urlpatterns as portals

TABLE = """<!doctype html>
<html lang="vi"><head><title>A</title></head><body><p>{{ user.full_name }}</p><table>
{% for row in rows %}<tr><th><a href="/{{ row.code }}/">{{ row.code }}</a></th>
<td>{{ row.title }}</td>
<td>{{ row.sender }}</td><td>{{ row.due_key|date:"d/m/Y" }}</td>
<td>{{ row.received_on|date:"d/m/Y" }}</td><td>{{ row.stage }}</td></tr>
{% endfor %}</table></body></html>"""
COLUMNS = ("code", "title", "sender", "due_key", "received_on", "stage")
COUNTED, TIMED = (25, 8), (130, 1)
"""Rounds, and requests in each: on a busy machine hardly ever are eight in a row undisturbed."""

_page = engines["django"].from_string(TABLE).template


def floor(request: HttpRequest) -> HttpResponse:
    rows = Case.objects.only(*COLUMNS).order_by("due_key", "pk")[:25]
    return HttpResponse(_page.render(Context({"rows": rows, "user": request.user})))


urlpatterns = [path("san/", floor), *portals]


class Browser:
    """Requests straight to the handler, with a session of this user."""

    def __init__(self, username: str = "") -> None:
        logging.disable(logging.CRITICAL)
        settings.ROOT_URLCONF = "benchmarks.floor"
        settings.ALLOWED_HOSTS = ["*"]
        self.handler, self.cookie = WSGIHandler(), ""
        if username:
            self.sign_in(User.objects.get(username=username))

    def sign_in(self, user: User) -> None:
        request = HttpRequest()
        request.session = SessionStore()
        login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
        request.session.save()
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"

    def __call__(self, address: str, data: dict[str, str] | None = None) -> HttpResponse:
        at, _, query = address.partition("?")
        body = urlencode(data or {}).encode()
        request = WSGIRequest(
            {
                "REQUEST_METHOD": "GET" if data is None else "POST",
                "PATH_INFO": at,
                "QUERY_STRING": query,
                "SERVER_NAME": "localhost",
                "SERVER_PORT": "80",
                "HTTP_COOKIE": self.cookie,
                "CONTENT_TYPE": "application/x-www-form-urlencoded",
                "CONTENT_LENGTH": str(len(body)),
                "REMOTE_ADDR": "127.0.0.1",
                "wsgi.url_scheme": "http",
                "wsgi.input": BytesIO(body),
            }
        )
        request._dont_enforce_csrf_checks = True
        response = self.handler.get_response(request)
        b"".join(response)
        return response


# the scales


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def counts_instructions() -> bool:
    if not shutil.which("perf"):
        return False
    tried = subprocess.run(
        ["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True
    )
    return tried.returncode == 0 and tried.stderr.split(",")[0].isdigit()


def cpu_time(act: Callable[[], object], times: int) -> float:
    """Nanoseconds of the worker and of its backend, per request."""
    schedule = Path(f"/proc/{backend()}/schedstat")
    before = process_time_ns() + int(schedule.read_text().split()[0])
    for _ in range(times):
        act()
    return (process_time_ns() + int(schedule.read_text().split()[0]) - before) / times


def instructions(act: Callable[[], object], times: int) -> float:
    """Instructions of the worker and of its backend, per request."""
    whom = f"{os.getpid()},{backend()}"
    counter = subprocess.Popen(
        ["perf", "stat", "-x,", "-e", "instructions:u", "-p", whom],
        stderr=subprocess.PIPE,
        text=True,
    )
    sleep(0.2)
    for _ in range(times):
        act()
    counter.send_signal(signal.SIGINT)
    return int(counter.communicate()[1].split(",")[0]) / times


def weigh(
    acts: dict[str, Callable[[], object]],
    *,
    counted: tuple[int, int] = COUNTED,
    timed: tuple[int, int] = TIMED,
) -> dict[str, float]:
    """The least that each ever cost, all taken in turns after one warm round."""
    scale = instructions if counts_instructions() else cpu_time
    rounds, at_once = counted if scale is instructions else timed
    least: dict[str, float] = {}
    for name, act in acts.items():
        act(), act()
        least[name] = scale(act, at_once)
    for _ in range(rounds - 1):
        for name, act in acts.items():
            least[name] = min(least[name], scale(act, at_once))
    return least


def unit() -> str:
    return "instructions" if counts_instructions() else "ns of CPU"


if __name__ == "__main__":
    # the one module that the address book names, not the script beside it
    from benchmarks.floor import Browser as Measured

    browser = Measured(sys.argv[1] if sys.argv[1:] else "ha")
    (cost,) = weigh({"A": lambda: browser("/san/")}).values()
    print(f"A = {cost:,.0f} {unit()}")
