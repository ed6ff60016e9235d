"""Make the virtual environment and install what changed: needs Python and nothing else.

    python3 .ci/environment.py requirements.txt

Nothing is fetched when the requirement files are as they were at the last run, nor where a
folder `wheels` lies beside the code (.ci/bundle makes one).
"""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
PYTHON = VENV / "bin" / "python"
WHEELS = HOME / "wheels"
LISTS = ("requirements.txt", "requirements-dev.txt")


def main(wanted: str) -> None:
    VENV.mkdir(exist_ok=True)
    with open(VENV / "portal.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if PYTHON.exists() and is_installed(wanted):
            return
        if not works():
            make()
        install(wanted)


def works() -> bool:
    """One whose making was interrupted, or whose Python was upgraded, is made anew."""
    return (
        PYTHON.exists()
        and not subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode
    )


def make() -> None:
    print("Đang tạo môi trường Python riêng…", file=sys.stderr)
    for name in LISTS:
        mark(name).unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def is_installed(name: str) -> bool:
    return mark(name).exists() and mark(name).read_text() == state(name)


def install(name: str) -> None:
    print("Đang cài các thư viện cần dùng…", file=sys.stderr)
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *from_wheels(), "--requirement", HOME / name], check=True)
    for included in LISTS[: LISTS.index(name) + 1]:
        mark(included).write_text(state(included))


def from_wheels() -> list[str]:
    return ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []


def mark(name: str) -> Path:
    return VENV / f"installed-{name}"


def state(name: str) -> str:
    """Changes with the lists and with the interpreter behind the environment."""
    lists = b"".join((HOME / each).read_bytes() for each in LISTS[: LISTS.index(name) + 1])
    interpreter = PYTHON.resolve()
    return hashlib.sha256(
        lists + f"{interpreter} {interpreter.stat().st_mtime}".encode()
    ).hexdigest()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except subprocess.CalledProcessError as problem:
        sys.exit(problem.returncode)
