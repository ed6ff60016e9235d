"""An upgrade ends well, or the database is as it was: never in between."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management.base import CommandError
from django.db import connection

from portal.management.backup.contents import one_moment
from portal.management.backup.restoring import restore
from portal.management.upgrading import put_back, refuse_while_somebody_works
from tests.portal.upkeep.conftest import database

HOME = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_what_a_broken_upgrade_did_is_undone(saved, db, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    with database("ops_after", template="template1"):
        restore(saved[0])
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE of_the_next_version (id bigint)")
            cursor.execute("ALTER TABLE portal_user DROP COLUMN phone")
        said = []
        put_back(saved[0], say=said.append)
        with one_moment(connection) as (_, now):
            assert now.differs_from(saved[1].contents) == []
    assert said == [f"Đã đưa cơ sở dữ liệu trở lại như trong {saved[0]}"]


def test_nobody_upgrades_under_the_feet_of_others(db, settings):
    settings.RUN_TIME_ROLE = settings.OWNER_ROLE
    other = connection.copy()
    other.ensure_connection()
    try:
        with pytest.raises(CommandError, match="dừng cổng"):
            refuse_while_somebody_works()
    finally:
        other.close()


def manage(var: Path, *arguments: str, settings: str = "portal.settings"):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = kept | {"PORTAL_VAR": str(var), "DJANGO_SETTINGS_MODULE": settings}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_an_upgrade_that_fails_leaves_the_old_version_its_database(tmp_path):
    var, settings = tmp_path / "var", "tests.portal.upkeep.next_version"
    manage(var, "backup", str(tmp_path / "before.tar"))
    failed = manage(var, "upgrade", str(tmp_path / "upgrade.tar"), settings=settings)
    assert failed.returncode == 1
    assert "division by zero" in failed.stderr
    assert "trở lại như trước" in failed.stderr
    manage(var, "backup", str(tmp_path / "after.tar"))
    told = [contents(tmp_path / name) for name in ("before.tar", "after.tar")]
    assert told[0] == told[1]


@pytest.mark.slow
def test_an_upgrade_that_goes_well_answers_at_the_health_page(tmp_path):
    manage(tmp_path / "var", "verify_history")
    done = manage(tmp_path / "var", "upgrade", str(tmp_path / "upgrade.tar"))
    assert done.returncode == 0, done.stderr
    assert "Bản mới trả lời" in done.stdout


def contents(backup: Path) -> dict:
    """All tables but the one that notes the backups themselves."""
    from portal.management.backup.archive import opened

    with opened(backup) as archive:
        told = json.loads(json.dumps(archive.manifest["contents"]["tables"]))
    return {name: rows for name, rows in told.items() if name != "portal_backuprun"}
