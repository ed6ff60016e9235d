"""The database of one version becomes that of the next, or is again what it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from portal.backups import BackupRun, note
from portal.management import serving
from portal.management.backup.archive import DUMP, opened
from portal.management.backup.programs import load
from portal.management.backup.restoring import clear_delivered_tables
from portal.management.backup.saving import back_up
from portal.management.schema import as_owner, bring_up_to_date

Say = Callable[[str], object]
STILL_THERE = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = %s AND pid <> pg_backend_pid()
"""


def upgrade(backup: Path, *, say: Say) -> str:
    """'' when all is well; else why not, and the database is as it was before."""
    refuse_while_somebody_works()
    saved = back_up(backup)
    say(f"Đã sao lưu: {backup} ({saved.bytes:,} byte, {saved.seconds:.1f} giây)")
    try:
        bring_up_to_date(connection)
        say("Đã nâng cấp các bảng")
        ask_for_health()
        note(BackupRun.Kind.BACKUP, at=timezone.now(), figures=saved.figures())
    except Exception as fault:  # whatever it was, the way back is the same
        put_back(backup, say=say)
        return first_line(fault)
    say("Bản mới trả lời ở /suc-khoe/")
    return ""


def refuse_while_somebody_works() -> None:
    """What would be written between the backup and a way back would be lost."""
    with connection.cursor() as cursor:
        cursor.execute(STILL_THERE, [str(settings.RUN_TIME_ROLE)])
        if cursor.fetchone()[0]:
            raise CommandError("Cổng đang chạy; dừng cổng rồi nâng cấp.")


def ask_for_health() -> None:
    """The new version serves on an address that nobody knows, long enough for one answer."""
    connection.close()
    door = serving.listen("127.0.0.1", 0)
    web = serving.children(door)[0]
    try:
        web.start()
        serving.wait_until_healthy(door, [web], [])
    finally:
        serving.end_together([web])
        door.close()


def put_back(backup: Path, *, say: Say) -> None:
    """The files stay: nobody could add or remove one in between."""
    connection.close()
    with opened(backup) as archive, as_owner(connection):
        clear_delivered_tables()
        load(connection, dumped=archive.open(DUMP))
    connection.close()
    say(f"Đã đưa cơ sở dữ liệu trở lại như trong {backup}")


def first_line(fault: Exception) -> str:
    lines = str(fault).strip().splitlines()
    return lines[0] if lines else type(fault).__name__
