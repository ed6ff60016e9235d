"""One portal that a first command has founded, for all processes of a run: the others copy it."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.portal.test_embedded_postgres import HOME, environment_for, postmaster, soon

ASK = "from portal.models import Holiday; print(Holiday.objects.filter(day__year=2026).exists())"


@pytest.fixture(scope="session")
def founded(tmp_path_factory) -> Path:
    """Its folder, with no server on it; what the command said lies beside it."""
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    with open(place / "founded.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "founded.txt").exists():
            (place / "founded.txt").write_text(asked_first(place / "founded"))
    return place / "founded"


def asked_first(var: Path) -> str:
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", ASK]
    answer = subprocess.run(
        command, cwd=HOME, env=environment_for(var), capture_output=True, text=True
    )
    assert soon(lambda: postmaster(var) is None)
    return answer.stdout + answer.stderr
