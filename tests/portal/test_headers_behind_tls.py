"""Behind TLS every kind of answer earns what Mozilla's grader gives: 130 and no point less."""

import runpy
from pathlib import Path

import pytest
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import include, path

from portal.middleware import SecurityHeaders
from portal.urls import handler400, handler403, handler404, handler500
from tests.portal.grading import taken_off

__all__ = ["handler400", "handler403", "handler404", "handler500"]
SETTINGS = Path(__file__).resolve().parents[2] / "portal/settings.py"
OF_TLS = ("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "HTTPS", "COOKIE_PREFIX", "ALLOWED_HOSTS")
PASSWORD = "một câu dài để đăng nhập thử"
FOR_ALL = (
    *(
        "/noi/",
        "/",
        "/gui-don/",
        "/gui-don/to-cao/",
        "/tra-cuu/",
        "/dang-nhap/",
        "/tin-tuc/",
        "/lien-he/",
    ),
    *("/tin-tuc/rss.xml", "/sitemap.xml", "/robots.txt", "/suc-khoe/", "/static/css/kit.css"),
    *("/api/", "/api/openapi.json", "/khong-co-trang-nay/", "/hong/", "/ngung/", "/cong-viec/"),
)
FOR_STAFF = ("/cong-viec/", "/don/", "/don/tep/", "/khong-co-trang-nay/", "/quan-tri/")


@login_not_required
def said(request):
    messages.info(request, "Đã ghi.")
    return HttpResponse()


@login_not_required
def broken(request):
    raise ValueError


@login_not_required
def unavailable(request):
    raise OperationalError


urlpatterns = [
    *(path("noi/", said), path("hong/", broken), path("ngung/", unavailable)),
    path("", include("portal.urls")),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.test_headers_behind_tls")]


@pytest.fixture
def behind_tls(settings, monkeypatch):
    """The portal as `PORTAL_URL=https://…` sets it; a fresh client reads its settings."""
    monkeypatch.setenv("PORTAL_URL", "https://testserver")
    for name, value in runpy.run_path(str(SETTINGS)).items():
        if name.startswith(OF_TLS):
            setattr(settings, name, value)
    return Client(raise_request_exception=False, headers={"X-Forwarded-Proto": "https"})


def test_no_answer_to_a_stranger_loses_a_point(behind_tls):
    answers = {address: behind_tls.get(address) for address in FOR_ALL}
    assert {
        place: lost for place, one in answers.items() if (lost := taken_off(one, tls=True))
    } == {}
    assert {200, 302, 404, 500, 503} == {one.status_code for one in answers.values()}


def test_no_answer_to_staff_loses_a_point(behind_tls, lan, voluntary):
    lan.set_password(PASSWORD)
    lan.save()
    asked = {"username": lan.username, "password": PASSWORD}
    answers = {"signing in": behind_tls.post("/dang-nhap/", asked)}
    answers |= {address: behind_tls.get(address) for address in FOR_STAFF}
    assert {
        place: lost for place, one in answers.items() if (lost := taken_off(one, tls=True))
    } == {}
    assert {name[:7] for name in behind_tls.cookies} == {"__Host-"}


def test_a_refused_form_loses_no_point(behind_tls):
    strict = Client(enforce_csrf_checks=True, headers={"X-Forwarded-Proto": "https"})
    refused = strict.post("/dang-nhap/", {"username": "lan"})
    assert (refused.status_code, taken_off(refused, tls=True)) == (403, [])


def test_plain_http_leads_to_the_same_page_behind_tls(behind_tls):
    answer = Client().get("/tin-tuc/?q=a")
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/tin-tuc/?q=a")
    assert answer.cookies == {}


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("Content-Security-Policy", "default-src 'none'", "policy: frame-ancestors"),
        ("Content-Security-Policy", "script-src 'unsafe-inline'", "policy: 'unsafe-"),
        ("Referrer-Policy", "unsafe-url", "Referrer-Policy"),
        ("Cross-Origin-Resource-Policy", "cross-origin", "Cross-Origin-Resource-Policy"),
        ("Access-Control-Allow-Origin", "https://ngoai.example", "Access-Control-Allow-Origin"),
        ("Set-Cookie", "a=1; Path=/", "cookie a"),
    ],
)
def test_a_point_that_is_lost_is_seen(name, value, fault):
    def careless(request):
        answer = HttpResponse(headers={} if name == "Set-Cookie" else {name: value})
        if name == "Set-Cookie":
            answer.cookies.load(value)
        return answer

    assert fault in taken_off(SecurityHeaders(careless)(RequestFactory().get("/")))


@pytest.mark.parametrize("words", ["<script>1</script>", '<img src="//ngoai.example/a.png">'])
def test_what_a_policy_would_stop_is_seen(words):
    answer = SecurityHeaders(lambda request: HttpResponse(words))(RequestFactory().get("/"))
    assert taken_off(answer)
