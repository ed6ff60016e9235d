"""Reminders: one digest a person and working day, of codes and time limits alone."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from citizens.models import Petition
from portal.dashboard.reminders.gathering import items_for
from portal.notifications import Digest, mail_again
from tests.cast import client_of

FRIDAY, SATURDAY, MONDAY = date(2026, 7, 10), date(2026, 7, 11), date(2026, 7, 13)


def reminded(on):
    out = StringIO()
    call_command("remind", "--on", on.isoformat(), stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def mine(letter, lan, ha):
    """A letter of 06/7 on Lan's desk: to be handled until 16/7."""
    petition = letter(date(2026, 7, 6))
    petition.assign(by=ha, on=date(2026, 7, 6), unit=petition.unit, officer=lan)
    return petition


def test_everybody_is_reminded_once_however_often_it_runs(mine):
    first = reminded(MONDAY)
    assert (first["people"], first["already"]) == (Digest.objects.count(), 0)
    assert reminded(MONDAY) == {**first, "people": 0, "items": 0, "already": first["people"]}


def test_the_owner_reads_code_and_time_limit(mine, lan):
    reminded(MONDAY)
    lines = Digest.objects.get(person=lan).text
    assert f"{mine.code}: còn 3 ngày làm việc" in lines


def test_who_has_nothing_is_left_in_peace(mine, minh):
    reminded(MONDAY)
    assert not Digest.objects.filter(person=minh).exists()


def test_on_a_day_off_nobody_is_reminded_and_the_next_day_tells_it(mine, lan):
    assert reminded(SATURDAY)["people"] == 0
    assert reminded(MONDAY)["people"] > 0


def test_a_digest_names_no_citizen_and_no_content(mine, lan, thao):
    reminded(MONDAY)
    told = json.dumps([digest.lines for digest in Digest.objects.all()], ensure_ascii=False)
    assert mine.sender not in told
    assert mine.title not in told


def test_what_lies_in_an_envelope_is_no_item_of_strangers(office, mai, minh, dung, fields):
    sealed = Petition.register_sealed(
        by=mai, on=MONDAY, received_on=MONDAY, channel="buu_chinh", envelope_no="7"
    )
    for stranger in (minh, dung):
        told = [str(item) for item in items_for(stranger, on=date(2026, 7, 30))]
        assert not [words for words in told if sealed.code in words]


def test_without_a_mail_server_the_tray_alone_has_it(mine, lan, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as queued:
        reminded(MONDAY)
    assert queued == []
    assert "Hôm nay không có việc" not in client_of(lan).get("/nhac-viec/").content.decode()


class TestWithAMailServer:
    @pytest.fixture(autouse=True)
    def server(self, settings, lan):
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        settings.TASKS = {
            "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
        }
        lan.email = "lan@so.example.vn"
        lan.save()

    def test_the_mail_goes_after_the_commit_once(self, mine, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            reminded(MONDAY)
            assert mail.outbox == []
        assert [message.to for message in mail.outbox] == [["lan@so.example.vn"]]
        assert mine.sender not in mail.outbox[0].body

    def test_who_does_not_want_it_gets_none(self, mine, lan, django_capture_on_commit_callbacks):
        client_of(lan).post("/nhac-viec/thu/", {"nhan": "0"})
        with django_capture_on_commit_callbacks(execute=True):
            reminded(MONDAY)
        assert mail.outbox == []

    def test_a_server_that_is_down_loses_nothing(
        self, mine, lan, settings, django_capture_on_commit_callbacks
    ):
        working = settings.EMAIL_BACKEND
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        with django_capture_on_commit_callbacks(execute=True):
            reminded(MONDAY)
        assert Digest.objects.get(person=lan).mailed_at is None
        settings.EMAIL_BACKEND = working
        with django_capture_on_commit_callbacks(execute=True):
            assert mail_again(since=MONDAY, at=timezone.now()) == 1
        assert len(mail.outbox) == 1


def test_a_portal_without_mail_offers_nothing_about_mail(mine, lan, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = client_of(lan).get("/nhac-viec/").content.decode()
    assert "chưa đặt máy chủ thư" in page
    assert "Thôi nhận" not in page
    assert "Chọn giờ không gửi thư" not in page


def test_the_page_marks_what_was_read(mine, lan):
    reminded(MONDAY)
    page = client_of(lan).get("/nhac-viec/").content.decode()
    assert "Đã nhắc" in page
    assert Digest.objects.get(person=lan).read_at


def test_a_leader_is_told_counts_and_where_the_rest_stands(complaint, accepted, ha, lan):
    complaint(date(2026, 7, 6))
    accepted()
    day = date(2026, 11, 2)
    told = [item for item in items_for(ha, on=day) if item.what == "Báo cáo nhanh"]
    assert [item.url for item in told] == ["/dieu-hanh/"]
    assert told[0].words == "2 vụ việc quá hạn"
    assert not [item for item in items_for(lan, on=day) if item.what == "Báo cáo nhanh"]
