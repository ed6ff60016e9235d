"""Small files, small classes, names that say what is inside."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
LONGEST_FILE, MOST_METHODS = 400, 15
DRAWERS = {"utils", "helpers", "common", "misc", "services"}
WRITTEN_BY_US = (".py", ".html", ".js", ".css", ".md", ".toml", ".sh")
NOT_OURS = ("static/vendor/", "/migrations/")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [path for path in listed.splitlines() if not any(part in path for part in NOT_OURS)]
    return [HOME / path for path in paths if (HOME / path).is_file()]


def sources(*endings: str) -> list[Path]:
    return [path for path in tracked() if path.suffix in endings]


def too_long(path: Path) -> bool:
    return len(path.read_text().splitlines()) > LONGEST_FILE


def crowded_classes(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
            if len(methods) > MOST_METHODS:
                yield f"{node.name}: {len(methods)}"


def test_no_file_is_longer_than_400_lines():
    assert [str(path) for path in sources(*WRITTEN_BY_US) if too_long(path)] == []


def test_no_class_has_more_than_15_methods():
    assert [name for path in sources(".py") for name in crowded_classes(path.read_text())] == []


def test_a_crowded_class_would_be_seen():
    methods = "".join(f"    def m{n}(self): ...\n" for n in range(16))
    assert list(crowded_classes(f"class Desk:\n{methods}")) == ["Desk: 16"]


def test_there_are_no_drawers():
    assert [str(path) for path in sources(".py") if {path.stem, path.parent.name} & DRAWERS] == []


def test_nothing_is_left_open_in_the_code():
    left = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b|mark\.(sk" + r"ip|xf" + r"ail)\b")
    assert [
        str(path) for path in sources(".py", ".html", ".js") if left.search(path.read_text())
    ] == []


def test_nothing_names_the_machine_it_was_made_on():
    machine = re.compile("/wo" + r"rk/|\.\./sha" + "red|/ro" + "ot/|/opt/py" + "pi")
    ours = sources(*WRITTEN_BY_US, "") + [HOME / name for name in ("run", "test", "check")]
    found = [str(path) for path in ours if machine.search(path.read_text(errors="replace"))]
    assert found == []


@pytest.mark.parametrize("app", ["portal", "citizens", "democracy", "reforms"])
def test_migrations_are_named_for_what_they_do(app):
    names = [path.stem for path in (HOME / app / "migrations").glob("0*.py")]
    assert [
        name for name in names if re.match(r"\d{4}_(auto|alter|initial|remove_|add_)", name)
    ] == []
