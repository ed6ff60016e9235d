"""What goes wrong is said in Vietnamese, with what to do next; an outage is a 503, never a 500."""

import errno
import json
import logging

import psycopg2
import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client
from django.urls import path

from portal.middleware import JsonLines
from portal.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]
BROKE_OFF = DatabaseError("server closed the connection unexpectedly")
BROKE_OFF.__cause__ = psycopg2.DatabaseError("server closed the connection unexpectedly")
FAULTS = {
    "loi": ValueError("x"),
    "mat-ket-noi": OperationalError("server closed the connection"),
    "het-ket-noi": InterfaceError("connection already closed"),
    "dut-giua-chung": BROKE_OFF,
    "cua-ta": DatabaseError("Save with update_fields did not affect any rows."),
    "khong-doc-duoc": BadRequest("x"),
    "het-dia": OSError(errno.ENOSPC, "No space left on device"),
}


@login_not_required
def fail(request, kind):
    raise FAULTS[kind]


urlpatterns = [path("<kind>/", fail)]
pytestmark = [pytest.mark.urls("tests.portal.test_faults")]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("kind", ["mat-ket-noi", "het-ket-noi", "dut-giua-chung", "het-dia"])
def test_an_outage_is_a_503_that_says_when_to_come_back(visitor, kind):
    answer = visitor.get(f"/{kind}/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert "Cổng đang tạm ngừng" in answer.content.decode()


def test_whoever_only_reads_during_an_outage_is_not_told_of_what_was_sent(visitor):
    read, sent = visitor.get("/het-dia/"), visitor.post("/het-dia/")
    assert "Trang này chưa mở được" in read.content.decode()
    assert "vừa gửi có thể chưa được ghi" in sent.content.decode()


@pytest.mark.parametrize("kind", ["loi", "cua-ta"])
def test_an_error_of_ours_says_that_it_is_ours(visitor, kind):
    answer = visitor.get(f"/{kind}/")
    assert answer.status_code == 500
    assert "không phải do ông/bà" in answer.content.decode()


def test_error_pages_speak_of_no_field_value_or_trace(visitor):
    page = visitor.get("/loi/").content.decode()
    assert "ValueError" not in page
    assert "Traceback" not in page


@pytest.mark.parametrize("kind", ["loi", "het-dia"])
def test_one_tries_again_where_nothing_was_sent_and_tells_the_number(visitor, kind):
    answer = visitor.get(f"/{kind}/?q=a")
    page = answer.content.decode()
    assert f'href="/{kind}/?q=a">Thử lại</a>' in page
    assert answer["X-Request-ID"] in page
    assert "Thử lại</a>" not in visitor.post(f"/{kind}/").content.decode()


def test_conditions_that_cannot_be_read_are_left_out_by_one_link(visitor):
    page = visitor.get("/khong-doc-duoc/?han=mai").content.decode()
    assert 'href="/khong-doc-duoc/">Mở lại trang, bỏ mọi điều kiện</a>' in page
    assert "bỏ mọi điều kiện" not in visitor.get("/khong-doc-duoc/").content.decode()


def test_no_way_on_leads_to_another_site(visitor):
    page = visitor.get("//khong-doc-duoc/?a").content.decode()
    assert 'href="//' not in page


def test_a_page_that_is_not_there_says_the_same_to_everybody_and_what_staff_do(visitor, lan):
    pages = [visitor.get("/khong/co/")]
    visitor.force_login(lan)
    pages.append(visitor.get("/khong/co/"))
    first, second = (page.content.decode() for page in pages)
    assert first == second
    assert "Cần xem để làm việc thì hỏi Trưởng phòng" in first


def test_an_outage_outside_the_view_is_a_503_too(visitor, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.portal.test_faults.broken_middleware"]
    assert visitor.get("/loi/").status_code == 503


def broken_middleware(get_response):
    def answer(request):
        raise OperationalError("server closed the connection")

    return answer


def test_the_log_is_one_json_object_a_line_with_the_trace_inside():
    try:
        raise ValueError("Nguyễn")
    except ValueError as problem:
        facts = (type(problem), problem, problem.__traceback__)
        record = logging.LogRecord("portal", logging.ERROR, "x.py", 1, "lỗi", (), facts)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["message"] == "lỗi"
    assert json.loads(line)["trace"][0] == "ValueError"
    assert "Nguyễn" not in line
