"""The import contracts hold, and each of them catches a deliberate violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
PACKAGES = ("portal", "citizens", "democracy", "reforms")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture
def copy(tmp_path):
    """The code without data and templates, to plant a defect in."""
    for package in PACKAGES:
        shutil.copytree(HOME / package, tmp_path / package, ignore=shutil.ignore_patterns("demo"))
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    return tmp_path


def verdict(folder: Path) -> str:
    """What the tool prints about its contracts."""
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def plant(folder: Path, module: str, line: str) -> None:
    path = folder / module
    path.write_text((path.read_text() if path.exists() else "") + f"\n{line}\n")


def test_every_contract_is_kept():
    assert "Contracts: 3 kept, 0 broken." in verdict(HOME)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("portal/text.py", "import portal.people", "The storeys of the kernel"),
        ("portal/cupboard.py", "", "The storeys of the kernel"),
        ("portal/history/days.py", "import citizens.models", "The kernel does not know the apps"),
        ("citizens/rules.py", "import democracy.models", "The apps do not know each other"),
    ],
    ids=["upstairs", "unlisted", "kernel to app", "app to app"],
)
def test_a_planted_violation_is_caught(copy, module, line, contract):
    plant(copy, module, line)
    assert f"{contract} BROKEN" in verdict(copy)


def test_the_roof_may_know_the_apps(copy):
    plant(copy, "portal/management/schema.py", "import citizens.models")
    assert "The kernel does not know the apps KEPT" in verdict(copy)
