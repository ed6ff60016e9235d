"""What a monitor may fetch, and that neither it nor the log knows a name or number of anybody."""

import json
import logging
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from portal import urls
from portal.backups import note
from portal.measures import Tally, tally
from portal.middleware import JsonLines
from tests.cast import client_of

pytestmark = pytest.mark.django_db
CANARIES = ("Zqcanary Thị Thảo", "0999888777", "079999888777", "zq-canary-token")
ADDRESS = "/suc-khoe/so-do/"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tally, "folder", tmp_path / "measures")
    monkeypatch.setattr(tally, "process", 0)


@pytest.fixture
def logged():
    """Every line as it would stand in the log."""
    lines = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler = Kept()
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


def refused_row(request, name):
    """As a database does: it repeats the row."""
    raise ValueError(f"Failing row contains ({request.POST.get('ten')}, {CANARIES[1]})")


urlpatterns = [path("hong/<str:name>/", refused_row), path("", include(urls))]


def told(**more) -> str:
    return Client(**more).get(ADDRESS).content.decode()


def test_requests_are_counted_by_route_and_status(lan):
    client_of(lan).get("/don/D-2026-99999/")
    Client().get("/khong-co/")
    page = told()
    assert 'portal_requests_total{route="don/<slug:code>/",method="GET",status="404"} 1' in page
    assert 'portal_requests_total{route="none",method="GET",status="404"} 1' in page


def test_the_suggestion_box_is_counted_nowhere():
    Client().get("/dan-chu/hom-thu/")
    assert "hom-thu" not in told()


def test_ages_and_room_are_told():
    note("backup", at=timezone.now() - timedelta(hours=2))
    lines = dict(line.rsplit(" ", 1) for line in told().splitlines() if line[0] != "#")
    assert 7199 < float(lines['portal_backup_age_seconds{kind="backup"}']) < 7300
    assert 'portal_backup_age_seconds{kind="drill"}' not in lines
    assert (lines["portal_tasks_waiting"], lines["portal_task_oldest_seconds"]) == ("0", "0")
    assert float(lines["portal_disk_free_bytes"]) > 0


@pytest.mark.parametrize(
    "from_elsewhere", [{"REMOTE_ADDR": "10.0.0.9"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.9"}]
)
def test_from_elsewhere_only_the_token_opens(from_elsewhere, settings):
    assert Client(**from_elsewhere).get(ADDRESS).status_code == 404
    settings.METRICS_TOKEN = "chìa khóa"
    wrong = {"HTTP_AUTHORIZATION": "Bearer chìa"}
    assert Client(**from_elsewhere, **wrong).get(ADDRESS).status_code == 404
    right = {"HTTP_AUTHORIZATION": "Bearer chìa khóa"}
    assert Client(**from_elsewhere, **right).get(ADDRESS).status_code == 200


def test_no_person_stands_in_log_or_measures(logged, settings, lan):
    settings.ROOT_URLCONF = __name__
    name, phone, number, token = CANARIES
    for client in (Client(raise_request_exception=False), client_of(lan)):
        client.raise_request_exception = False
        client.get(f"/don/?q={name}")
        client.get(f"/{name}/{phone}/")
        client.get(f"/dang-nhap/moi/{token}/")
        client.post("/dang-nhap/", {"username": name, "password": number})
        client.post("/tra-cuu/", {"code": number})
        client.post(f"/hong/{name}/?sdt={phone}", {"ten": name})
        client.get("/", headers={"user-agent": name, "referer": f"http://testserver/?q={name}"})
    page, log = told(), "\n".join(logged)
    assert "ValueError" in log
    assert "hong/<str:name>/" in page
    assert [each for each in CANARIES if each in page + log] == []


def test_a_planted_canary_would_be_found(logged):
    logging.getLogger("portal").warning("thư của %s", CANARIES[0])
    assert CANARIES[0] in json.loads(logged[0])["message"]


def test_processes_are_read_as_one_and_survive_a_torn_file(tmp_path):
    first, second = Tally(tmp_path), Tally(tmp_path)
    for each, process in ((first, 1), (second, 2)):
        each.begin_after_a_fork()
        each.process = process
        each.requests["a/", "GET", 200] += process
        each.write()
    (tmp_path / "3.json").write_text("[[")
    assert first.of_all()[0]["a/", "GET", 200] == 3
    first.forget()
    assert second.of_all()[0].total() == 0
