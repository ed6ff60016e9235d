"""The strict headers stand on every answer: pages, errors, refused forms, redirects."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from portal.middleware import NONE, POLICY, SELF, SecurityHeaders, csp_override

pytestmark = pytest.mark.django_db
ADDRESSES = ["/suc-khoe/", "/khong-co-trang-nay/", "/dang-nhap/", "/cong-viec/"]


@pytest.fixture(params=ADDRESSES)
def answer(request, client):
    return client.get(request.param)


def test_nothing_may_be_loaded_but_our_own_files(answer):
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert {"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(
        policy.split("; ")
    )


def test_referrer_goes_to_our_own_pages_only(answer):
    """Never no-referrer: a browser would then send no Origin, and every form would be refused."""
    assert answer["Referrer-Policy"] == "same-origin"


def test_neighbours_are_kept_out(answer):
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_no_page_is_kept_by_the_browser(answer):
    assert "no-store" in answer["Cache-Control"]


def test_every_answer_has_a_number_of_its_own(client):
    first, second = (client.get("/suc-khoe/")["X-Request-ID"] for _ in range(2))
    assert first != second


def test_the_log_names_the_route_and_not_what_stands_in_the_address(client, caplog):
    with caplog.at_level(logging.INFO, "portal.requests"):
        client.get("/dang-nhap/moi/a-secret-of-one-time/?q=Nguyễn")
    assert [record.facts["route"] for record in caplog.records] == ["dang-nhap/moi/<str:token>/"]
    assert "secret" not in caplog.text


def test_a_form_without_its_token_is_refused_in_vietnamese_under_the_policy():
    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "lan"})
    assert answer.status_code == 403
    assert "Trang đã mở quá lâu" in answer.content.decode()
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")


def test_one_view_may_have_a_policy_of_its_own():
    framed = csp_override(POLICY | {"frame-ancestors": [SELF]})(lambda request: HttpResponse())
    answer = SecurityHeaders(framed)(RequestFactory().get("/"))
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert POLICY["frame-ancestors"] == [NONE]
