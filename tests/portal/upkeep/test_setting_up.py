"""The first page of the administration says what is left; mail, books and server each tell more."""

from datetime import date, datetime, timedelta
from smtplib import SMTPAuthenticationError, SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal import registers
from portal.backups import note
from portal.history import events
from portal.office import Setting
from portal.views.administration.remaining import remaining
from tests.cast import client_of

pytestmark = pytest.mark.django_db
MAIL, BOOKS, SERVER = "/quan-tri/thu/", "/quan-tri/so/", "/quan-tri/may-chu/"


class NoPassword(BaseEmailBackend):
    def send_messages(self, messages):
        raise SMTPAuthenticationError(535, b"5.7.8 Username and Password not accepted")


class NoSuchBox(BaseEmailBackend):
    def send_messages(self, messages):
        raise SMTPRecipientsRefused({"x@x.vn": (550, b"no such user")})


class NobodyThere(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError(111, "Connection refused")


@pytest.fixture
def admin(quantri):
    return client_of(quantri)


def whats(at: datetime | None = None) -> list[str]:
    return [each.what for each in remaining(at=at or timezone.now())]


def test_an_empty_office_is_led_through_what_is_missing(quantri):
    told = remaining(at=timezone.now())
    pressing = {each.what for each in told if each.presses}
    assert {"Giao chức vụ", "Sao lưu", "Ghi thông tin cơ quan"} <= pressing
    assert [each.presses for each in told] == sorted((each.presses for each in told), reverse=True)


def test_what_is_done_goes_from_the_list(quantri, units):
    assert "Ghi quyết định về giữ danh tính người tố cáo" in whats()
    Setting.objects.create(name="custody", value="giay", valid_from=date(2026, 1, 1))
    note("backup", at=timezone.now())
    assert not {"Ghi quyết định về giữ danh tính người tố cáo", "Sao lưu"} & set(whats())
    assert "Sao lưu" in whats(timezone.now() + timedelta(days=2))


def test_the_next_year_is_asked_for_in_autumn(quantri):
    autumn = timezone.make_aware(datetime(2031, 11, 2, 8, 0))
    assert "Kiểm tra lịch làm việc năm 2032" in whats(autumn)
    assert "Kiểm tra lịch làm việc năm 2032" not in whats(autumn - timedelta(days=60))


def test_the_first_page_costs_the_same_whatever_stands_there(admin, units, ha, lan):
    with CaptureQueriesContext(connection) as asked:
        page = admin.get("/quan-tri/").content.decode()
    assert "Việc thiết lập còn lại" in page
    assert len(asked) <= 50


def test_a_trial_letter_arrives(admin, settings):
    settings.EMAIL_HOST = "thu.example.vn"
    assert admin.post(MAIL, {"to": "lan@example.vn"}).status_code == 302
    assert [letter.to for letter in mail.outbox] == [["lan@example.vn"]]
    assert events("quan-tri/thu").get().label == "Gửi thử thư điện tử"


@pytest.mark.parametrize(
    ("backend", "sentence"),
    [
        (NoPassword, "không nhận tài khoản hoặc mật khẩu"),
        (NoSuchBox, "không nhận địa chỉ người nhận"),
        (NobodyThere, "Không gửi được qua máy chủ thư"),
    ],
)
def test_what_the_mail_server_says_is_a_sentence(admin, settings, backend, sentence):
    settings.EMAIL_BACKEND = f"{backend.__module__}.{backend.__qualname__}"
    page = admin.post(MAIL, {"to": "lan@example.vn"})
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "lan@example.vn" in page.content.decode()


def test_without_a_mail_server_the_page_says_so(admin, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert "Chưa đặt máy chủ thư" in admin.get(MAIL).content.decode()
    assert admin.post(MAIL, {"to": "lan@example.vn"}).status_code == 422


def test_a_book_goes_on_after_the_paper_one(admin):
    typed = {"book": "KN", "year": "2026", "number": "41"}
    assert admin.post(BOOKS, typed).status_code == 302
    assert "KN-2026-0041" in admin.get(BOOKS).content.decode()
    with transaction.atomic():
        assert registers.take_number("KN", on=date(2026, 8, 3)).code == "KN-2026-0042"
    assert "đã dùng tới số 42" in admin.post(BOOKS, typed).content.decode()


def test_a_book_apart_is_not_named(admin):
    with transaction.atomic():
        registers.take_number("NTC", on=date(2026, 8, 3))
    assert "NTC" not in admin.get(BOOKS).content.decode()
    assert admin.post(BOOKS, {"book": "NTC", "year": "2026", "number": "9"}).status_code == 422


def test_a_book_of_outgoing_papers_goes_on_after_the_paper_one(office, admin):
    assert "1/TB-SLĐTBXH" in admin.get(BOOKS).content.decode()
    admin.post(BOOKS, {"book": "VBTB", "year": "2026", "number": "95"})
    assert "95/TB-SLĐTBXH" in admin.get(BOOKS).content.decode()


def test_the_server_page_tells_the_last_runs(admin):
    assert "chưa có lần nào xong" in admin.get(SERVER).content.decode()
    note("backup", at=timezone.now(), figures={"rows": 1234, "files": 6, "seconds": 2.5})
    note("drill", at=timezone.now(), fault="Bản sao lưu đã hỏng.")
    page = admin.get(SERVER).content.decode()
    assert "1.234 dòng dữ liệu, 6 tệp" in page
    assert "Bản sao lưu đã hỏng." in page
