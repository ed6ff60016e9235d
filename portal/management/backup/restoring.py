"""Bringing a backup back into an empty database, and looking whether everything came."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from portal.history import Verdict, verify
from portal.management.backup.archive import DUMP, Archive, Broken, opened, private
from portal.management.backup.contents import Contents, one_moment
from portal.management.backup.programs import load
from portal.management.backup.saving import mark_of_pepper, roles
from portal.management.schema import as_owner

PEOPLE_OR_ACTS = {
    "portal_user": "SELECT EXISTS (SELECT FROM portal_user)",
    "portal_event": "SELECT EXISTS (SELECT FROM portal_event)",
}


@dataclass
class Restored:
    contents: Contents
    verdict: Verdict
    files: int
    seconds: float
    warnings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        return {
            "tables": len(self.contents.tables),
            "rows": self.contents.rows,
            "events": self.verdict.events,
            "files": self.files,
            "seconds": round(self.seconds, 1),
        }


def restore(path: Path) -> Restored:
    """Reads the whole backup before it touches anything."""
    started = time.monotonic()
    try:
        with opened(path) as archive, as_owner(connection):
            refuse_other_roles(archive)
            refuse_what_holds_something()
            clear_delivered_tables()
            load(connection, dumped=archive.open(DUMP))
            files = bring_files(archive)
            return looked_over(archive, files=files, started=started)
    except FileNotFoundError:
        raise CommandError(f"Không có tệp {path}.") from None
    except Broken as fault:
        raise CommandError(str(fault)) from None


def refuse_other_roles(archive: Archive) -> None:
    kept = archive.manifest["roles"]
    if kept != roles():
        raise CommandError(
            f"Bản sao lưu ghi quyền cho vai trò {kept['owner']} và {kept['run_time']}:"
            " lập hai vai trò cùng tên trong cơ sở dữ liệu rồi phục hồi lại."
        )


def refuse_what_holds_something() -> None:
    if holds_something():
        raise CommandError("Cơ sở dữ liệu đã có dữ liệu; chỉ phục hồi vào nơi còn trống.")
    if any(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*")):
        raise CommandError(f"Thư mục {settings.MEDIA_ROOT} đã có tệp; chuyển đi nơi khác trước.")


def holds_something() -> bool:
    """Somebody has an account or has done something; what the portal delivers is nothing yet."""
    known = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in known.intersection(PEOPLE_OR_ACTS):
            cursor.execute(PEOPLE_OR_ACTS[table])
            if cursor.fetchone()[0]:
                return True
    return False


def clear_delivered_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP OWNED BY CURRENT_USER")


def bring_files(archive: Archive) -> int:
    count = 0
    for name, content in archive.files():
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(path, "xb", opener=private) as file:
            shutil.copyfileobj(content, file, 1 << 20)
        count += 1
    return count


def looked_over(archive: Archive, *, files: int, started: float) -> Restored:
    kept = Contents.of(archive.manifest["contents"])
    with one_moment(connection) as (_, now):
        others = now.differs_from(kept)
    verdict = verify()
    restored = Restored(now, verdict, files, time.monotonic() - started)
    if others:
        restored.faults.append(f"Khác với lúc sao lưu: {', '.join(others[:5])}.")
    if lacking := now.files.keys() - archive_paths(archive):
        restored.faults.append(f"Thiếu {len(lacking)} tệp mà cơ sở dữ liệu ghi là có.")
    if not verdict.intact:
        restored.faults.append("Sổ lịch sử không còn nguyên vẹn.")
    if archive.manifest["pepper"] != mark_of_pepper():
        restored.warnings.append(
            "LOOKUP_PEPPER khác với lúc sao lưu: mã tra cứu đã cấp không mở được cho tới khi đặt"
            " lại đúng giá trị cũ."
        )
    return restored


def archive_paths(archive: Archive) -> set[str]:
    return {name.as_posix() for name, _ in archive.files()}
