"""Documents of many shapes in our own words, and what is to be made of each (expected.txt)."""

from pathlib import Path

import pytest

from portal.official_text import read_document

HERE = Path(__file__).parent
DOCUMENTS = sorted((HERE / "documents").glob("*.txt"))
EXPECTED = {
    part.split(" ", 1)[0]: part.strip().splitlines()
    for part in (HERE / "expected.txt").read_text().split("== ")[1:]
}


def told(path: Path) -> list[str]:
    found = read_document(path.read_bytes(), name=path.name).as_dict()
    lines = [f"{path.name} {found['kind']}"]
    for task in found["tasks"]:
        days = (task["kind"], task["start"] or "-", task["due"] or "-")
        what = ("duty" if task["duty"] else "task") + (" several" if task["fan_out"] else "")
        lines.append(" | ".join((task["ref"], *days, "; ".join(task["lead"]) or "-", what)))
    return lines + [f"ask {ask['ref']} | {ask['to']}" for ask in found["asks"]]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_expected(path):
    assert told(path) == EXPECTED[path.name]


def test_a_wrong_expectation_would_be_seen():
    path = DOCUMENTS[0]
    assert told(path) != [*EXPECTED[path.name][:-1], EXPECTED[path.name][-1] + " several"]


def test_every_expectation_has_its_document():
    assert set(EXPECTED) == {path.name for path in DOCUMENTS}
