"""Real and made-up plans of other offices, where the folder that holds them lies beside the house.

None of them is ours to ship; without the folder these tests say so and the ones with documents of
our own still hold.
"""

import json
import os
from pathlib import Path

import pytest

from portal.official_text import Reading, read_document

GIVEN = Path(os.environ.get("GIVEN_DOCUMENTS", Path(__file__).parents[4] / "".join(("sha", "red"))))
PLANS, SEEDS = GIVEN / "data" / "plans", GIVEN / "seeds"
GOLD = {
    "seed-002.gold.json": "002_bfc37c04ebf89790.txt",
    "S1.gold.json": "S1-danchu-2024-bang.txt",
    "S2.gold.json": "S2-danvankheo-2023.txt",
    "S3.gold.json": "S3-cchc-2023-khong-danh-so.txt",
}


def read(path: Path) -> Reading:
    if not path.exists():
        pytest.skip(f"the given documents are not here: {path.name}")
    return read_document(path.read_bytes(), name=path.name)


def given(name: str) -> Path:
    return next((folder / name for folder in (SEEDS, PLANS) if (folder / name).exists()), PLANS)


def gold_of(name: str) -> dict:
    path = PLANS / name
    if not path.exists():
        pytest.skip(f"the given documents are not here: {name}")
    return json.loads(path.read_text())


def as_gold(part: object) -> object:
    return list(part) if isinstance(part, tuple) else part


@pytest.mark.parametrize(("gold", "name"), GOLD.items())
def test_tasks_are_those_of_the_gold_file(gold, name):
    expected, found = gold_of(gold), read(given(name)).as_dict()
    assert len(found["tasks"]) == len(expected["tasks"])
    for task, wanted in zip(found["tasks"], expected["tasks"], strict=True):
        assert task["text"].startswith(wanted["starts_with"]), wanted["ref"]
        said = ("kind", "start", "due", "fan_out", "lead", "co", "parts", "duty")
        for name in (name for name in said if name in wanted and (name, wanted["ref"])):
            assert task[name] == wanted[name], (wanted["ref"], name)


@pytest.mark.parametrize(("gold", "name"), GOLD.items())
def test_heads_and_citations_are_those_of_the_gold_file(gold, name):
    expected, found = gold_of(gold), read(given(name)).as_dict()
    said = ("is_plan", "number", "symbol", "date", "year", "place", "signer", "position", "basis")
    for key in (key for key in (*said, "cited", "recipients") if key in expected):
        assert found[key] == expected[key], key


def test_the_department_s_plan_is_warned_of_where_the_gold_file_says_so():
    codes = {warning.split(" ")[0] for warning in read(given(GOLD["seed-002.gold.json"])).warnings}
    assert codes == {
        *("number_missing", "day_missing", "time_missing:II.5", "crossref_mismatch:III.1-2"),
        "deadline_short_notice:III.1-1",
    }


def test_twenty_time_lines_stand_at_twenty_tasks_in_their_order():
    expected = gold_of("13.gold.json")["time_lines_in_order"]
    dated = [
        task
        for task in read(given("13-quangngai-1627-kiemke-taisan.txt")).as_dict()["tasks"]
        if task["raw_time"]
    ]
    keys = ("raw_time", "kind", "start", "due")
    assert [[t[key] for key in keys] for t in dated] == [[t[key] for key in keys] for t in expected]


@pytest.mark.parametrize(
    ("name", "kind", "cites"),
    [
        ("000_91eeae12f41f1695.txt", "article", "28-CT/TU 2020-07-07"),
        ("001_601c16810610f683.txt", "article", "04-NQ/TU 2016-07-01"),
        ("003_d46652f6682ef7e3.txt", "article", None),
        ("004_8ecad4a0c34c2384.txt", "conclusion", "35-CT/TW 2014-05-26"),
        ("91-NEGATIVE-bacninh-86-quydinh-thidua.txt", "other", "13/2024/QĐ-UBND 2024-05-31"),
    ],
)
def test_what_is_no_plan_has_no_tasks(name, kind, cites):
    found = read(given(name))
    assert (found.kind, found.is_plan, found.tasks) == (kind, False, ())
    assert cites is None or cites in map(str, found.cited)


@pytest.mark.parametrize(
    ("name", "how_many"),
    [
        ("001_601c16810610f683.txt", 10),
        ("004_8ecad4a0c34c2384.txt", 4),
        ("000_91eeae12f41f1695.txt", 0),
    ],
)
def test_conclusions_and_closing_speeches_ask(name, how_many):
    asks = read(given(name)).asks
    assert len(asks) == how_many
    assert all("Sở Lao động" in (ask.to or "") for ask in asks)
