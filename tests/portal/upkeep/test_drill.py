"""The commands as an office runs them: backup, drill and what administration sees of them."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portal.backups import BackupRun, age, note

HOME = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)


def manage(var: Path, *arguments: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "manage.py", *arguments]
    environment = kept | {"PORTAL_VAR": str(var)}
    return subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_a_drill_restores_on_a_server_of_its_own_and_prints_its_figures(tmp_path):
    backup = tmp_path / "b.tar"
    done = manage(tmp_path / "var", "backup", str(backup), "--drill")
    saved, drilled = map(json.loads, done.stdout.splitlines())
    same = ("tables", "rows", "events", "files")
    assert [saved[name] for name in same] == [drilled[name] for name in same]
    assert not list((tmp_path / "var").glob("dien-tap-*"))
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    refused = manage(tmp_path / "other", "restore", str(backup))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "đã hỏng hoặc bị sửa" in refused.stderr


@pytest.mark.django_db
def test_the_last_one_that_went_well_is_what_counts():
    assert age("drill", at=NOW) is None
    note("drill", at=NOW - timedelta(days=9), figures={"rows": 7})
    note("drill", at=NOW - timedelta(days=1), fault="Bản sao lưu đã hỏng.")
    note("backup", at=NOW)
    assert age("drill", at=NOW) == timedelta(days=9)
    assert BackupRun.objects.last_good("drill").figures == {"rows": 7}
