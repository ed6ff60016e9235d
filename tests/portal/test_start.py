"""Starting: what is missing explains itself, secrets stay private, commands find their tables."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from portal.management.schema import as_owner, lost_after_a_crash, prepare_for
from portal.settings import kept_secret

HOME = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DATABASE_URL": "postgres://portal@localhost/portal",
    "SECRET_KEY": "s",
    "LOOKUP_PEPPER": "p",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=HOME, env=kept | environment, capture_output=True, text=True)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "LOOKUP_PEPPER"])
def test_production_refuses_to_start_without_its_secrets(tmp_path, missing):
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    refused = manage("check", PORTAL_VAR=str(tmp_path), **given)
    assert refused.returncode == 1
    assert refused.stderr == f"Đã đặt DATABASE_URL thì phải đặt cả {missing} trong môi trường.\n"


def test_production_writes_no_secret_to_the_disk(tmp_path):
    assert manage("version", PORTAL_VAR=str(tmp_path), **PRODUCTION).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_embedded_portal_makes_its_secrets_once_and_for_itself(tmp_path, monkeypatch):
    monkeypatch.setattr("portal.settings.PORTAL_VAR", tmp_path)
    monkeypatch.setattr("portal.settings.EMBEDDED", True)
    first, second = kept_secret("A_SECRET"), kept_secret("A_SECRET")
    assert first == second
    assert len(first) >= 50
    assert (tmp_path / "secrets/a_secret").stat().st_mode & 0o777 == 0o600


def test_https_brings_cookies_that_no_neighbour_can_set(tmp_path):
    ask = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
    secure = PRODUCTION | {"PORTAL_URL": "https://example.vn", "PORTAL_VAR": str(tmp_path)}
    assert manage("shell", "-v0", "-c", ask, **secure).stdout.split() == [
        "__Host-sessionid",
        "__Host-csrftoken",
    ]


def test_first_command_on_a_fresh_checkout_finds_tables_and_calendar(founded):
    assert (founded.parent / "founded.txt").read_text().strip() == "True"


@pytest.mark.parametrize("arguments", [["time_frame"], ["deadline", "--help"], ["help"], []])
def test_what_needs_no_tables_touches_no_database(arguments, settings):
    settings.EMBEDDED = True
    prepare_for(arguments)


@pytest.mark.django_db
def test_crash_safety_is_read_from_the_server(settings):
    off = {"fsync", "full_page_writes", "synchronous_commit"}
    assert set(lost_after_a_crash(connection)) == (off if settings.EMBEDDED else set())


@pytest.mark.django_db
def test_migrating_again_changes_nothing():
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE tableowner <> session_user "
            "AND schemaname = 'public'"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_a_database_of_another_build_is_refused_with_a_sentence():
    first = min(name for app, name in MigrationRecorder(connection).applied_migrations()
                if app == "portal")  # fmt: skip
    MigrationRecorder(connection).record_unapplied("portal", first)
    with pytest.raises(CommandError, match="do một bản Cổng khác lập"):
        call_command("migrate", verbosity=0)


@pytest.mark.django_db
def test_the_owner_speaks_only_inside(settings):
    settings.OWNER_DATABASE = connection.settings_dict | {"USER": "somebody"}
    before = connection.settings_dict["USER"]
    with as_owner(connection):
        assert connection.settings_dict["USER"] == "somebody"
    assert connection.settings_dict["USER"] == before
