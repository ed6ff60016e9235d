"""Nobody can find out who wrote: no author, no address, no time finer than a day. With defects."""

import logging
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection, models
from django.utils import timezone

from democracy.models import Opinion, Slip, Suggestion
from democracy.models.slip import drop, open_box
from portal import history
from portal.once import answered_once
from portal.people import User
from tests.cast import client_of

pytestmark = pytest.mark.django_db
HOME = Path(__file__).resolve().parents[2]
BOX = "/dan-chu/hom-thu/"
LETTER = {"addressed_to": "leaders", "topic": "cong-viec", "text": "Họp giao ban quá dài"}
DAY, NEXT = date(2026, 5, 6), date(2026, 5, 7)
FINER = (models.DateTimeField, models.TimeField, models.GenericIPAddressField, models.DurationField)


def ties(model) -> list[str]:
    """Columns that could say who or when."""
    return [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, FINER) or getattr(field, "related_model", None) is User
    ]


def tables() -> dict[str, str]:
    """Every table with a digest of all that is in it."""
    digest = "SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {} t"
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(digest.format(connection.ops.quote_name(name)))
            found[name] = cursor.fetchone()[0]
        return found


def changed_by(act) -> set[str]:
    before = tables()
    act()
    after = tables()
    return {name for name in after if after[name] != before[name]}


def logged(caplog, act) -> list[str]:
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        act()
    return [record.name for record in caplog.records if record.name.startswith("portal")]


def test_a_slip_knows_a_day_and_nobody():
    columns = {field.name for field in Slip._meta.get_fields()}
    assert columns == {"id", "consultation", "addressed_to", "topic", "text", "dropped_on"}
    assert [ties(Slip), ties(Suggestion), ties(Opinion)] == [[], [], ["author"]]


def test_an_author_or_an_hour_would_be_seen():
    """Planted defects: columns that would tie."""

    class Tied(models.Model):
        author = models.ForeignKey(User, models.PROTECT, related_name="+")
        dropped_at = models.DateTimeField()
        address = models.GenericIPAddressField()

        class Meta:
            app_label = "planted"

    assert ties(Tied) == ["author", "dropped_at", "address"]


def test_sending_while_signed_in_leaves_a_slip_and_nothing_else(office, minh):
    client = client_of(minh)
    assert changed_by(lambda: client.post(BOX, LETTER)) == {"democracy_slip", "portal_throttle"}


def test_an_hour_kept_by_the_receipt_would_be_seen(office, minh, monkeypatch):
    """A planted defect: the view keeps the receipt that other forms keep."""
    from uuid import uuid4

    from django.test import RequestFactory

    from democracy.views.box import box

    request = RequestFactory().post(BOX, LETTER | {"_once": str(uuid4())})
    request.user = minh
    assert "portal_receipt" in changed_by(lambda: answered_once(box)(request))


def test_the_limit_against_flooding_counts_days(office, minh):
    client_of(minh).post(BOX, LETTER)
    with connection.cursor() as cursor:
        cursor.execute("SELECT began_at FROM portal_throttle WHERE key = 'hom-thu'")
        (began,) = cursor.fetchone()
    local = timezone.localtime(began)
    assert (local.hour, local.minute, local.second) == (0, 0, 0)


def test_no_cookie_goes_out_or_is_looked_at(office, minh):
    client = client_of(minh)
    answers = [client.get(BOX), client.post(BOX, LETTER), client.get(f"{BOX}da-gui/")]
    assert [list(answer.cookies) for answer in answers] == [[], [], []]
    request = answers[0].wsgi_request
    assert (request.COOKIES, request.META["REMOTE_ADDR"]) == ({}, "")
    assert not request.user.is_authenticated
    assert answers[0]["Referrer-Policy"] == "no-referrer"


def test_a_signed_in_reader_would_be_seen(office, minh, settings):
    """A planted defect: the address is no longer kept apart."""
    settings.UNSEEN = ("/khong-co/",)
    assert client_of(minh).get(BOX).wsgi_request.user == minh


def test_the_portal_writes_no_line_of_it(office, client, caplog):
    assert logged(caplog, lambda: client.post(BOX, LETTER)) == []
    assert logged(caplog, lambda: client.get("/suc-khoe/")) == ["portal.requests"]


def test_a_line_of_it_would_be_seen(office, client, caplog, settings):
    """A planted defect."""
    settings.UNSEEN = ("/khong-co/",)
    assert logged(caplog, lambda: client.post(BOX, LETTER)) == ["portal.requests"]


def location_of_the_box(example: str) -> str:
    found = re.search(r"location /dan-chu/hom-thu/ \{.*?\n    \}", example, re.S)
    return found[0] if found else ""


def test_the_shipped_servers_write_no_line_of_it():
    gunicorn = (HOME / "gunicorn.conf.py").read_text()
    nginx = location_of_the_box((HOME / "docs/deployment/nginx.conf").read_text())
    assert not re.search(r"^\s*access_?log", gunicorn, re.M | re.I)
    assert "access_log off;" in nginx
    assert "X-Forwarded-For" not in nginx


def test_a_forgotten_location_would_be_seen():
    assert location_of_the_box("location / {\n    }") == ""


def test_nobody_reads_the_box_on_the_day(office, ha, units):
    drop(on=DAY, **LETTER)
    assert open_box(on=DAY) == 0
    assert not Suggestion.objects.exists()


def test_numbers_and_keys_do_not_tell_the_order(units):
    texts = [f"Thư thứ {n}" for n in range(30)]
    for words in texts:
        drop(on=DAY, **LETTER | {"text": words})
    assert open_box(on=NEXT) == 30
    assert list(Suggestion.objects.order_by("code").values_list("text", flat=True)) != texts
    assert not Slip.objects.exists()


def test_an_order_that_was_kept_would_be_seen(units, monkeypatch):
    """A planted defect: nobody shuffles."""
    from democracy.models import slip

    monkeypatch.setattr(slip, "shuffled", sorted_by_text)
    texts = [f"Thư thứ {n:02}" for n in range(30)]
    for words in texts:
        drop(on=DAY, **LETTER | {"text": words})
    open_box(on=NEXT)
    assert list(Suggestion.objects.order_by("code").values_list("text", flat=True)) == texts


def sorted_by_text(slips):
    return sorted(slips, key=lambda slip: slip.text)


def test_history_learns_that_a_letter_came_and_nothing_of_it(units):
    drop(on=DAY, **LETTER)
    open_box(on=NEXT)
    (event,) = history.events(Suggestion.objects.get().stream)
    assert (event.by, event.on, event.values) == ("hòm thư", NEXT, {})


def test_the_same_words_on_one_day_are_one_slip():
    drop(on=DAY, **LETTER)
    drop(on=DAY, **LETTER)
    drop(on=DAY + timedelta(1), **LETTER)
    assert Slip.objects.count() == 2


def test_an_opinion_comes_by_its_key_alone(office, asked, client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: DAY)
    assert client.get(f"{BOX}khong-dung/").status_code == 404
    sent = changed_by(lambda: client.post(f"{BOX}{asked.key}/", {"text": "Dàn trải"}))
    assert sent == {"democracy_slip", "portal_throttle"}
    assert Slip.objects.get().consultation == asked


def test_what_was_typed_wrongly_stays_on_the_page_alone(office, minh):
    client = client_of(minh)
    answers = []
    assert changed_by(lambda: answers.append(client.post(BOX, LETTER | {"topic": ""}))) == set()
    assert answers[0].status_code == 422
    assert LETTER["text"] in answers[0].content.decode()
