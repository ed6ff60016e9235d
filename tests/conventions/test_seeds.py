"""docs/seeds.md keeps every requirement, and what it points at exists."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import Resolver404, resolve

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "seeds.md"
HOW_MANY = {
    "S000": 35,
    "S001": 28,
    "S002": 42,
    "S003": 29,
    "S004": 22,
    "R001": 33,
    "R000": 4,
    "R004": 5,
}
IDS = [f"{seed}-{n}" for seed, count in HOW_MANY.items() for n in range(1, count + 1)]
NOT_YET = "not yet"


def rows(text: str) -> list[list[str]]:
    """The cells of every row that begins with an id."""
    lines = [line for line in text.splitlines() if re.match(r"\| [SR]\d{3}-\d+ \|", line)]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def links(cell: str) -> list[str]:
    return [] if cell == NOT_YET else re.findall(r"`([^`]+)`", cell)


def answers(page: str) -> bool:
    """An address resolves; anything else is a file of the repository."""
    if not page.startswith("/"):
        return (ROOT / page).is_file()
    try:
        return bool(resolve(page.partition("?")[0]))
    except Resolver404:
        return False


def defined_tests(path: Path) -> set[str]:
    """Names of the tests in a file, `test_x` or `TestY::test_x`."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}::" if isinstance(node, ast.ClassDef) else ""
        found |= {prefix + one.name for one in inner if isinstance(one, ast.FunctionDef)}
    return found


def exists(node_id: str) -> bool:
    path, _, name = node_id.partition("::")
    return (ROOT / path).is_file() and (not name or name in defined_tests(ROOT / path))


SEEDS = rows(PAGE.read_text("utf-8"))


def test_there_are_198_requirements():
    assert len(IDS) == len(set(IDS)) == 198


def test_every_id_stands_once_and_in_order():
    assert [row[0] for row in SEEDS] == IDS


@pytest.mark.parametrize("row", SEEDS, ids=[row[0] for row in SEEDS])
def test_a_row_says_for_whom_what_where_and_how_it_is_held(row):
    assert len(row) == 5
    assert set(row[1].split(",")) <= set("DCRP")
    assert all(cell == NOT_YET or links(cell) for cell in row[3:])


@pytest.mark.parametrize("row", SEEDS, ids=[row[0] for row in SEEDS])
def test_every_link_answers(row):
    assert [page for page in links(row[3]) if not answers(page)] == []
    assert [test for test in links(row[4]) if not exists(test)] == []


def test_a_missing_row_a_dead_address_and_a_lost_test_are_seen():
    """Planted defects: the checks above are not blind."""
    assert [row[0] for row in rows("| S000-2 | P | x | not yet | not yet |")] != IDS[:1]
    assert not answers("/khong-co-trang-nay/")
    assert not answers("docs/no-such-page.md")
    assert not exists("tests/conventions/test_seeds.py::test_that_nobody_wrote")
    assert exists("tests/conventions/test_seeds.py::test_every_link_answers")
