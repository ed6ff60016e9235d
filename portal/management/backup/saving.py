"""Making a backup while the office works: the dump and the counts are of the same moment."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from portal.management.backup.archive import DUMP, FILES, Writing, written
from portal.management.backup.contents import Contents, one_moment
from portal.management.backup.programs import dump
from portal.management.schema import as_owner, has_tables
from portal.models import File


@dataclass
class Saved:
    """``lost``: files whose row stands but whose bytes are gone or others than were received."""

    contents: Contents
    seconds: float = 0
    bytes: int = 0
    files: int = 0
    lost: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        return {
            "tables": len(self.contents.tables),
            "rows": self.contents.rows,
            "events": self.contents.events,
            "files": self.files,
            "bytes": self.bytes,
            "seconds": round(self.seconds, 1),
        }


def back_up(path: Path) -> Saved:
    if path.exists():
        raise CommandError(f"Đã có tệp {path}; chọn tên khác.")
    if not path.parent.is_dir():
        raise CommandError(f"Không có thư mục {path.parent}.")
    if not has_tables(connection):
        raise CommandError("Cơ sở dữ liệu chưa có bảng nào, chưa có gì để sao lưu.")
    started = time.monotonic()
    with as_owner(connection), one_moment(connection) as (snapshot, contents):
        saved = Saved(contents)
        with written(path) as archive:
            put_dump(archive, snapshot, beside=path)
            put_files(archive, saved)
            archive.finish(facts(contents))
    saved.seconds, saved.bytes = time.monotonic() - started, path.stat().st_size
    return saved


def put_dump(archive: Writing, snapshot: str, *, beside: Path) -> None:
    """By way of a file: the heading of a member says how long it is."""
    dumped = beside.with_name(f".{beside.name}.dump")
    try:
        dumped.touch(mode=0o600)
        dump(connection, into=dumped, snapshot=snapshot)
        archive.add(DUMP, dumped)
    finally:
        dumped.unlink(missing_ok=True)


def put_files(archive: Writing, saved: Saved) -> None:
    """Everything below the folder; what the tables know is compared with what was received."""
    root = Path(settings.MEDIA_ROOT)
    hashes = dict(put_file(archive, path, root) for path in stored(root))
    known = saved.contents.files
    wrong = sorted(name for name, told in known.items() if hashes.get(name) != told)
    saved.files, saved.lost = len(hashes), still_known(wrong)


def stored(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def put_file(archive: Writing, path: Path, root: Path) -> tuple[str, str]:
    name = path.relative_to(root).as_posix()
    return name, archive.add(f"{FILES}{name}", path)


def still_known(names: list[str]) -> list[str]:
    """One that was erased by law while the backup ran is not lost."""
    if not names:
        return []
    return sorted(File.objects.filter(path__in=names).values_list("path", flat=True))


def facts(contents: Contents) -> dict[str, Any]:
    return {
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "server": connection.connection.server_version if connection.connection else 0,
        "roles": roles(),
        "pepper": mark_of_pepper(),
        "contents": contents.as_dict(),
    }


def roles() -> dict[str, str]:
    return {"owner": str(settings.OWNER_ROLE), "run_time": str(settings.RUN_TIME_ROLE)}


def mark_of_pepper() -> str:
    """Tells another pepper from the right one and nothing else."""
    pepper = settings.LOOKUP_PEPPER.encode()
    return hashlib.scrypt(pepper, salt=b"portal.backup", n=2**12, r=8, p=1).hex()[:16]
