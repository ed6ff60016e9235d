"""The drill: this backup, restored by the command of that name on a server that has nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

FAREWELL = 20


def drill(path: Path) -> dict[str, Any]:
    """The figures of the restore; the folder with the private server is gone afterwards."""
    place = Path(tempfile.mkdtemp(prefix="dien-tap-", dir=settings.PORTAL_VAR))
    try:
        return restored_in(place, path)
    finally:
        remove(place)


def restored_in(place: Path, backup: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "manage.py", "restore", str(backup.resolve())],
        cwd=settings.BASE_DIR,
        env=environment(place),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise CommandError(said[-1] if said else "Diễn tập phục hồi không xong.")
    return json.loads(done.stdout.splitlines()[0])


def environment(place: Path) -> dict[str, str]:
    """A portal of its own that has the same pepper."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    own = {"PORTAL_VAR": str(place), "LOOKUP_PEPPER": settings.LOOKUP_PEPPER}
    return kept | own | {"DJANGO_SETTINGS_MODULE": "portal.settings"}


def remove(place: Path) -> None:
    """The server ends with its last user; until then it still writes."""
    give_up = time.monotonic() + FAREWELL
    while (place / "postgres/data/postmaster.pid").exists() and time.monotonic() < give_up:
        time.sleep(0.1)
    shutil.rmtree(place, ignore_errors=True)
