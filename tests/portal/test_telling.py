"""Who is told what: visible, switched by the office; mail waits for the end of quiet hours."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import IntegrityError
from django_tasks_db.models import DBTaskResult

from portal.dashboard.reminders import gathering
from portal.notifications import KINDS, Digest, Item, ends_at, is_told, send_later
from portal.office import Setting
from tests.cast import client_of

DAY = date(2026, 7, 13)


def at(hour: int, minute: int = 0) -> datetime:
    """On the clock of the office."""
    return datetime(2026, 7, 13, hour - 7, minute, tzinfo=UTC)


def quiet(user, since: time, until: time) -> None:
    user.quiet_from, user.quiet_until = since, until
    user.save()


def test_every_kind_says_to_whom_and_why_and_is_a_switch(lan):
    page = client_of(lan).get("/nhac-viec/").content.decode()
    assert [kind.label for kind in KINDS.values() if kind.why not in page] == []
    assert "Thôi báo" not in page


def test_every_part_of_a_digest_is_a_kind(lan, monkeypatch):
    asked = []
    monkeypatch.setattr(gathering, "is_told", lambda kind, on: asked.append(kind))
    assert gathering.items_for(lan, on=DAY) == []
    assert sorted(asked) == sorted(KINDS)


def test_the_administrator_switches_a_kind_off_from_a_day_on(quantri, monkeypatch, lan):
    client = client_of(quantri)
    assert 'href="/quan-tri/thiet-lap/nhac-viec-phieu-trinh/"' in (
        client.get("/quan-tri/bao-viec/").content.decode()
    )
    monkeypatch.setattr(gathering, "slips", lambda desk: [Item("Phiếu trình", "x", "/")])
    assert [str(item) for item in gathering.items_for(lan, on=DAY)] == ["Phiếu trình: x"]
    Setting.objects.create(name="tell_slips", value="khong", valid_from=DAY)
    assert not is_told("slips", on=DAY)
    assert gathering.items_for(lan, on=DAY) == []
    assert is_told("slips", on=date(2026, 7, 12))
    assert "<b>không báo</b>" in client_of(lan).get("/nhac-viec/").content.decode()


def test_quiet_hours_end_in_the_morning_or_on_the_day(lan):
    quiet(lan, time(18), time(7, 30))
    assert ends_at(lan, at=at(7)) == at(7, 30)
    assert ends_at(lan, at=at(20)).day == 14
    assert ends_at(lan, at=at(12)) is None
    quiet(lan, time(11, 30), time(13))
    assert ends_at(lan, at=at(12)) == at(13)
    assert ends_at(lan, at=at(13)) is None


def test_half_a_pair_of_hours_is_refused_by_the_table(lan):
    lan.quiet_from = time(18)
    with pytest.raises(IntegrityError):
        lan.save()


def test_mail_waits_for_the_end_of_the_quiet_hours(
    lan, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    lan.email = "lan@so.example.vn"
    quiet(lan, time(18), time(7, 30))
    digest, _ = Digest.make(lan, [Item("D-1", "còn 1 ngày", "/")], on=DAY)
    with django_capture_on_commit_callbacks(execute=True):
        send_later(digest, at=at(7))
    assert DBTaskResult.objects.get().run_after == at(7, 30)


def test_the_reader_chooses_the_own_hours_and_reads_what_is_wrong(lan, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    lan.email = "lan@so.example.vn"
    lan.save()
    client = client_of(lan)
    refused = client.post("/nhac-viec/gio/", {"since": "18 giờ", "until": ""})
    assert refused.status_code == 422
    assert "Chưa nhập giờ gửi lại" in refused.content.decode()
    assert (
        client.post("/nhac-viec/gio/", {"since": "18 giờ", "until": "7 giờ 30"}).status_code == 302
    )
    lan.refresh_from_db()
    assert (lan.quiet_from, lan.quiet_until) == (time(18), time(7, 30))
    assert "từ 18:00 đến 07:30" in client.get("/nhac-viec/").content.decode()
    client.post("/nhac-viec/gio/", {"since": "", "until": ""})
    lan.refresh_from_db()
    assert lan.quiet_from is None


def test_the_sheet_holds_the_lines_of_the_day_and_room_to_tick(lan, monkeypatch):
    monkeypatch.setattr(gathering, "slips", lambda desk: [Item("Phiếu trình D-1", "chờ", "/")])
    page = client_of(lan).get("/nhac-viec/in/").content.decode()
    assert "Phiếu trình D-1" in page
    assert "Đã làm, ngày" in page
